import { expect } from 'chai';
import { excerptOf, MATCH_END, MATCH_START, matchIn } from '../../../backend/sessions/excerpt.ts';

const marked = (text: string) => text.replaceAll('[', MATCH_START).replaceAll(']', MATCH_END);
const shown = (text: string) =>
  excerptOf(marked(text))
    .map(({ text: piece, match }) => (match ? `[${piece}]` : piece))
    .join('');

describe('the sentence of a hit', () => {
  it('is the one that holds the match', () => {
    expect(shown('Hello there. Do you sell [oak] shelves? Thanks.')).to.equal('Do you sell [oak] shelves?');
    expect(shown('First line\nsecond with [oak]\nthird')).to.equal('second with [oak]');
    expect(shown('[oak]')).to.equal('[oak]');
    expect(shown('It costs 3.50 for [oak] wood')).to.equal('It costs 3.50 for [oak] wood');
  });

  it('is cut where it is long, at words, and says so', () => {
    const long = `${'word '.repeat(60)}[oak] ${'word '.repeat(60)}`;
    const text = shown(long);
    expect(text).to.match(/^…word .*\[oak\] .*word…$/);
    expect(text.length).to.be.below(230);
  });

  it('finds its way through texts without spaces, marks or sentences', () => {
    expect(shown(`${'x'.repeat(500)}[oak]${'y'.repeat(500)}`).length).to.be.below(230);
    expect(shown('')).to.equal('');
  });

  it('marks a part of a short value, whatever its capitals', () => {
    expect(matchIn('Ana Silva', 'SIL')).to.deep.equal([
      { text: 'Ana ', match: false },
      { text: 'Sil', match: true },
      { text: 'va', match: false },
    ]);
  });
});
