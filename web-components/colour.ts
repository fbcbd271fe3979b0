/**
 * The colour of text on an accent, `#rrggbb`: the one of black and white that reaches a contrast of 4.5:1 (WCAG 2.2).
 * White does below a luminance of 0.183, black above one of 0.175; the power of 2.2 is near enough to the exact curve
 * to stay between the two.
 */
export function onAccent(accent: string): string {
  const part = (at: number) => (Number(`0x${accent.substr(at, 2)}`) / 255) ** 2.2;
  return part(1) * 0.2126 + part(3) * 0.7152 + part(5) * 0.0722 > 0.18 ? '#000' : '#fff';
}
