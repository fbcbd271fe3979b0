/** localStorage that never throws: where a browser forbids or has filled it, nothing is lost but the memory. */

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Full or forbidden; the page works on with what it has.
  }
}
