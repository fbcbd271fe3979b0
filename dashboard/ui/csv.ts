/** A table as CSV (RFC 4180, UTF-8 with BOM), fit for spreadsheets. */
export function csvOf(rows: ReadonlyArray<ReadonlyArray<string | number | null>>): Blob {
  const lines = rows.map((row) => row.map(cell).join(','));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}

/** Names of pages and campaigns are strangers' words: a spreadsheet must not take them for a formula. */
function cell(value: string | number | null): string {
  if (value === null || typeof value === 'number') return String(value ?? '');
  const text = /^[\s\0]*[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
