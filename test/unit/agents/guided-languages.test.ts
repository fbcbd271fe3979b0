/** Conversations with the guided agent in the languages that it speaks besides English: `talks/<language>`. */
import { expect } from 'chai';
import { leadFieldsIn } from '../../../backend/agents/guided/default-fields.ts';
import { SAYS } from '../../../backend/agents/guided/languages.ts';
import type { Language } from '../../../backend/agents/language.ts';
import { buildSite, converse, transcript } from './converse.ts';
import { expectInOrder } from './dialogues.ts';
import { arabic } from './talks/ar.ts';
import { german } from './talks/de.ts';
import { spanish } from './talks/es.ts';
import { french } from './talks/fr.ts';
import type { Talk } from './talks/talk.ts';

const talks: Record<Exclude<Language, 'en'>, readonly Talk[]> = {
  de: german,
  es: spanish,
  fr: french,
  ar: arabic,
};

for (const [language, table] of Object.entries(talks)) {
  describe(`A conversation with the guided agent, locale ${language}`, () => {
    for (const [lines, lead, says = []] of table) {
      it(`understands the talk that begins “${lines[0]}”`, async () => {
        const fields = leadFieldsIn(language as Language);
        const site = buildSite({ locale: language, sessionLocale: language, fields, name: 'Studio' });
        const conversation = await converse(lines, site);
        const text = transcript(conversation);
        expect(conversation.lead, text).to.deep.equal(lead);
        expectInOrder(conversation, says);
        for (const reply of conversation.replies) expect(reply.split(/[?؟]/).length, text).to.be.at.most(2);
      });
    }
  });
}

describe('The language of a conversation with the guided agent', () => {
  it('translates the questions a site has left as they came, and keeps the words of its list for the team', async () => {
    const conversation = await converse(
      ['Ein Logo', 'Ana, ana@acme.de', 'nein', 'nein', 'sofort'],
      buildSite({ locale: 'de-AT' }),
    );
    expect(conversation.lines[0]!.text).to.include('Wobei können wir Ihnen helfen?');
    expect(conversation.lead.timeline).to.equal('As soon as possible');
    expect(conversation.lastLine.text).to.include('Beginn: So bald wie möglich');
  });

  it('is the visitor’s where the site leaves it to the page, and English where it is not spoken', () => {
    const greet = (locale: string, sessionLocale: string | null) => {
      const site = buildSite({ locale, sessionLocale });
      return converse([], site).then(({ lines }) => lines[0]!.text);
    };
    return Promise.all([
      greet('und', 'de-CH'),
      greet('und', null),
      greet('pt', 'de'),
      greet('en', 'de'),
    ]).then(([open, unknown, other, english]) => {
      expect(open).to.include(SAYS.de.fields.need.question);
      for (const text of [unknown, other, english]) expect(text).to.include(SAYS.en.fields.need.question);
    });
  });
});
