/**
 * Conversations with the guided agent in the languages it speaks besides English: what is said, line by line, what the
 * team must then know, and what the agent must have answered.
 */
import { expect } from 'chai';
import { leadFieldsIn } from '../../../backend/agents/guided/default-fields.ts';
import { SAYS } from '../../../backend/agents/guided/languages.ts';
import type { Language } from '../../../backend/agents/language.ts';
import { buildSite, converse, transcript } from './converse.ts';

type Talk = [lines: string[], lead: Record<string, string>, says?: (string | RegExp)[]];

const talks: Partial<Record<Language, Talk[]>> = {
  de: [
    [
      [
        'Guten Tag',
        'Ich brauche eine neue Website für meine Bäckerei',
        'Mein Name ist Jörg Weiß',
        'joerg@weiss.de',
        'nein danke',
        '1.500 €',
        'nächste Woche',
      ],
      {
        need: 'Ich brauche eine neue Website für meine Bäckerei',
        name: 'Jörg Weiß',
        email: 'joerg@weiss.de',
        budget: '1.500 €',
        timeline: 'Innerhalb eines Monats',
      },
      [
        'Guten Tag.',
        'Wie heißen Sie?',
        'Freut mich, Jörg.',
        'das können wir überspringen',
        /^Vielen Dank, Jörg\./,
      ],
    ],
    [
      [
        'Ich heiße Ana von der Firma Acme GmbH, ana@acme.de, etwa fünftausend Euro',
        'Ein neues Logo',
        'lieber nicht',
        'so bald wie möglich',
      ],
      {
        need: 'Ein neues Logo',
        name: 'Ana',
        company: 'Acme GmbH',
        email: 'ana@acme.de',
        budget: '5000 Euro',
        timeline: 'So bald wie möglich',
      },
      [/Firma: Acme GmbH/],
    ],
    [
      [
        'Sind Sie ein Roboter?',
        'Ich suche einen Maler',
        'Kann ich mit einem Menschen sprechen?',
        '0151 23456789',
        'weiß nicht',
        'Ich bin Zahnärztin',
        'Peter',
        'zwischen 5.000 und 10.000 Euro',
        'im März',
      ],
      {
        need: 'Ich suche einen Maler',
        name: 'Peter',
        phone: '+4915123456789',
        budget: '5.000 bis 10.000 Euro',
        timeline: 'In 1 bis 3 Monaten',
      },
      ['automatischer Assistent', 'Wie kann man Sie erreichen?', 'Freut mich, Peter.'],
    ],
    [
      [
        'Ich bin Ana und suche einen Fotografen für unsere Hochzeit',
        'möchte ich nicht sagen',
        'nein',
        'Danke',
        'tschüss',
      ],
      { need: 'suche einen Fotografen für unsere Hochzeit', name: 'Ana' },
      [
        'Wäre Ihnen eine Telefonnummer lieber?',
        'Noch kann es Sie nicht erreichen',
        'Gern geschehen.',
        'schönen Tag',
      ],
    ],
    [
      ['I need a logo for my shop', "I'm Bob, bob@x.org", 'no', 'no', 'asap'],
      { need: 'I need a logo for my shop', name: 'Bob', email: 'bob@x.org', timeline: 'So bald wie möglich' },
      ['Freut mich, Bob.'],
    ],
  ],
};

for (const [language, table] of Object.entries(talks)) {
  describe(`A conversation with the guided agent, locale ${language}`, () => {
    for (const [lines, lead, says = []] of table) {
      it(lines[0]!, async () => {
        const fields = leadFieldsIn(language as Language);
        const site = buildSite({ locale: language, sessionLocale: language, fields, name: 'Studio' });
        const conversation = await converse(lines, site);
        const text = transcript(conversation);
        expect(conversation.lead, text).to.deep.equal(lead);
        let from = 0;
        for (const expected of says) {
          const at = conversation.replies.findIndex(
            (reply, i) =>
              i >= from && (typeof expected === 'string' ? reply.includes(expected) : expected.test(reply)),
          );
          expect(at, `${expected} in\n${text}`).to.be.at.least(0);
          from = at;
        }
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
