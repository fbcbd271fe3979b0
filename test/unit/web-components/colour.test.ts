import { expect } from 'chai';
import { onAccent } from '../../../web-components/colour.ts';
import { darkTokens, lightTokens } from '../../../web-components/tokens.styles.ts';

/** WCAG 2.2, "relative luminance" and "contrast ratio", to the letter. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => {
      const value = Number.parseInt(hex.slice(at * 2 + 1, at * 2 + 3), 16) / 255;
      return sum + weight * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    }, 0);
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

describe('colours', () => {
  it('puts readable text on any accent', () => {
    const hex = (value: number) => value.toString(16).padStart(2, '0');
    for (let r = 0; r < 256; r += 5)
      for (let g = 0; g < 256; g += 5)
        for (let b = 0; b < 256; b += 15) {
          const accent = `#${hex(r)}${hex(g)}${hex(b)}`;
          const text = onAccent(accent) === '#000' ? '#000000' : '#ffffff';
          expect(contrast(accent, text), accent).to.be.at.least(4.5);
        }
  });

  for (const [theme, text] of [
    ['light', lightTokens],
    ['dark', darkTokens],
  ] as const)
    it(`can be read in the ${theme} theme`, () => {
      const of = (name: string) => new RegExp(`--parlour-${name}: (#[0-9a-f]{6});`).exec(text)![1]!;
      for (const ground of ['canvas', 'surface', 'sunken']) {
        for (const ink of [
          'ink',
          'ink-soft',
          'ink-faint',
          'accent-ink',
          'passed',
          'waiting',
          'issue',
          'fixed',
        ])
          expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).to.be.at.least(4.5);
        expect(contrast(of('line-strong'), of(ground)), `line on ${ground}`).to.be.at.least(3);
      }
      for (const status of ['passed', 'waiting', 'issue', 'fixed'])
        expect(contrast(of(status), of(`${status}-soft`)), status).to.be.at.least(4.5);
      expect(contrast(of('on-accent'), of('accent'))).to.be.at.least(4.5);
    });
});
