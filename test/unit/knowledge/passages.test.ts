import { expect } from 'chai';
import fc from 'fast-check';
import { toPassages } from '../../../backend/knowledge/passages.ts';

describe('Passages of a page', () => {
  it('stand under their headings and lose Markdown’s marks', () => {
    const body = [
      'We are **open** every day.',
      '',
      '# Delivery',
      'Within [Germany](https://example.com/de "de") it is free.',
      '![a map](https://evil.example/p.png)',
      '## Abroad ##',
      '* Austria: 9 euros',
      '* Italy: `12` euros',
      '',
      '> Thirty days.',
    ].join('\n');
    expect(toPassages(body)).to.deep.equal([
      { heading: '', text: 'We are open every day.' },
      { heading: 'Delivery', text: 'Within Germany (https://example.com/de) it is free.\na map' },
      { heading: 'Delivery › Abroad', text: '- Austria: 9 euros\n- Italy: 12 euros\n\nThirty days.' },
    ]);
    expect(toPassages('Returns\n-------\nThirty days.')).to.deep.equal([
      { heading: 'Returns', text: 'Thirty days.' },
    ]);
    expect(toPassages('```\n# no heading\n```')).to.deep.equal([{ heading: '', text: '# no heading' }]);
  });

  it('are never long, and together lose no word', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const text = fc.array(fc.oneof(word, fc.constantFrom('.', '\n', '\n\n')), { maxLength: 600 });
    fc.assert(
      fc.property(text, (parts) => {
        const body = parts.join(' ');
        const passages = toPassages(body);
        const words = (from: string) => from.match(/[a-z]+/g) ?? [];
        expect(words(passages.map((passage) => passage.text).join(' '))).to.deep.equal(words(body));
        for (const passage of passages) expect(passage.text.length).to.be.at.most(900);
      }),
      { numRuns: 100 },
    );
  });
});
