import { expect } from 'chai';
import { knownLocale } from '../../../web-components/chat/page.ts';
import * as ar from '../../../web-components/languages/ar.ts';
import * as de from '../../../web-components/languages/de.ts';
import * as en from '../../../web-components/languages/en.ts';
import * as es from '../../../web-components/languages/es.ts';
import * as fr from '../../../web-components/languages/fr.ts';
import { fill, type Texts } from '../../../web-components/texts.ts';

/** Words that two languages share. */
const SAME = ['Chat', 'Assistant'];

const sentencesOf = ({ texts, dismiss }: { texts: Texts; dismiss: string }) =>
  Object.entries({ ...texts, dismiss }).map(
    ([name, text]) => [name, typeof text === 'string' ? [text] : Object.values(text)] as const,
  );
const placesIn = (sentence: string) => sentence.match(/\{\w+\}/g) ?? [];

describe('the languages of the widget', () => {
  const english = new Map(sentencesOf(en));

  for (const [language, catalogue] of Object.entries({ de, es, fr, ar }))
    it(`say everything in ${language}, with the same things filled in`, () => {
      const said = sentencesOf(catalogue);
      expect(said.map(([name]) => name)).to.deep.equal([...english.keys()]);
      for (const [name, sentences] of said) {
        const places = placesIn(english.get(name)!.at(-1)!);
        expect(placesIn(sentences.at(-1)!), name).to.deep.equal(places);
        for (const sentence of sentences) {
          expect(sentence.trim(), name).to.have.length.greaterThan(0);
          if (!SAME.includes(sentence)) expect(english.get(name), name).not.to.include(sentence);
        }
      }
    });

  it('count as each language counts', () => {
    const { left } = es.texts;
    expect(fill(left, 1, 'es')).to.equal('Queda 1 carácter');
    expect(fill(left, 3, 'es')).to.equal('Quedan 3 caracteres');
    expect(fill(fr.texts.left, 0, 'fr')).to.equal('Encore 0 caractère');
    expect(fill(en.texts.tooLong, 12_345, 'en')).to.equal('Too long by 12,345 characters');
    expect(fill(ar.texts.slowDown, 2, 'ar')).to.include('ثانيتين');
    expect(fill(ar.texts.slowDown, 30, 'ar-AE')).to.include('30 ثانية');
  });

  it('take a language as websites write it', () => {
    expect(['de_DE', 'de-at', '', 'x'].map(knownLocale)).to.deep.equal(['de-DE', 'de-AT', 'en', 'en']);
  });
});
