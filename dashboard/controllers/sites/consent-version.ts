/** The last number in it, one higher: 1 -> 2, v1.9 -> v1.10, 2026-03 -> 2026-04; without a number a 2 behind it. */
export function nextVersion(version: string): string {
  if (!/\d/.test(version)) return `${version} 2`.trim();
  return version.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
}
