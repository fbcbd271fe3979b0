/** Hands a file to the browser's downloads. */
export function keepFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has its own hold on the file after this turn of the page.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
