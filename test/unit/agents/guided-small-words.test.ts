/** Small words that visitors say to the guided agent: they leave what is known as it is. */
import { expect } from 'chai';
import { leadFieldsIn } from '../../../backend/agents/guided/default-fields.ts';
import { SAYS } from '../../../backend/agents/guided/languages.ts';
import type { Language } from '../../../backend/agents/language.ts';
import { buildSite, converse, transcript } from './converse.ts';
import { holdDialogues } from './dialogues.ts';

interface Asides {
  need: string;
  name: string;
  /** Said when an e-mail address was asked for. */
  words: string[];
}

const asides: Record<Language, Asides> = {
  en: {
    need: 'We need desks',
    name: 'Tim',
    words: [
      ...['what?', 'sorry?', "I don't understand", 'no problem', 'no worries', 'no matter', 'never mind'],
      ...['sorry mate', 'wait please', 'wait a moment', 'actually never mind', "it's fine", "it's me"],
    ],
  },
  de: {
    need: 'Wir brauchen Stühle',
    name: 'Tom',
    words: [
      ...['Wie bitte?', 'was?', 'das verstehe ich nicht', 'kein Problem', 'nicht nötig', 'passt schon'],
      ...['nein moment', 'nicht so wichtig', 'es ist egal', 'ich bin unterwegs'],
    ],
  },
  es: {
    need: 'Necesito sillas',
    name: 'Ana',
    words: [
      ...['¿cómo?', 'no entiendo', 'no comprendo', 'no importa', 'no hace falta', 'no puedo', 'no quiero'],
      ...['no es necesario', 'no hay problema', 'un momento', 'soy yo'],
    ],
  },
  fr: {
    need: 'Il me faut des chaises',
    name: 'Anne',
    words: [
      ...['quoi ?', 'comment ?', 'je ne comprends pas', 'pas besoin', 'peu importe', 'pas de problème'],
      ...["ce n'est pas nécessaire", 'un instant', "c'est moi"],
    ],
  },
  ar: {
    need: 'أحتاج كراسي',
    name: 'أحمد',
    words: ['ماذا؟', 'لا أفهم', 'لا داعي', 'لا حاجة', 'لا يهم', 'لا مشكلة', 'ليس مهما', 'لحظة'],
  },
};

/** A talk on a site in a language, with the fields that such a site starts with. */
const converseIn = (language: Language, lines: string[]) =>
  converse(lines, buildSite({ locale: language, sessionLocale: language, fields: leadFieldsIn(language) }));

describe('Small words', () => {
  for (const [language, { need, name, words }] of Object.entries(asides)) {
    for (const said of words) {
      it(`change nothing that is known: “${said}”`, async () => {
        const conversation = await converseIn(language as Language, [need, name, said]);
        expect(conversation.lead, transcript(conversation)).to.deep.equal({ need, name });
      });
    }
  }

  it('ask nothing of the team: “hello?” and “can you help me?” are answered with the question', async () => {
    const said: [Language, string][] = [
      ['en', 'hello?'],
      ['en', 'Can you help me?'],
      ['en', 'anyone there?'],
      ['de', 'Hallo?'],
      ['de', 'Können Sie mir helfen?'],
      ['es', '¿Hola?'],
      ['es', '¿Me puede ayudar?'],
      ['fr', 'Allô ?'],
      ['fr', "Pouvez-vous m'aider ?"],
      ['ar', 'هل يمكنك مساعدتي؟'],
    ];
    for (const [language, text] of said) {
      const conversation = await converseIn(language, [text]);
      const { unknownAnswer } = SAYS[language];
      expect(conversation.lead, text).to.deep.equal({});
      for (const unknown of unknownAnswer) expect(conversation.lastLine.text, text).to.not.include(unknown);
    }
  });

  it('stand around a name', async () => {
    const said: [Language, string, string][] = [
      ['en', 'Tom is fine', 'Tom'],
      ['en', 'Mr Smith', 'Mr Smith'],
      ['de', 'Herr Schmidt', 'Herr Schmidt'],
      ['de', 'Frau Dr. Müller', 'Frau Dr. Müller'],
      ['de', 'nenn mich Tom', 'Tom'],
      ['de', 'Tom reicht', 'Tom'],
      ['es', 'llámame Tomás', 'Tomás'],
      ['es', 'Señor García', 'Señor García'],
      ['fr', 'Monsieur Dupont', 'Monsieur Dupont'],
      ['fr', 'Mme Martin', 'Mme Martin'],
      ['fr', 'appelez-moi Tom', 'Tom'],
    ];
    for (const [language, text, name] of said) {
      const { need } = asides[language];
      const conversation = await converseIn(language, [need, text]);
      expect(conversation.lead, text).to.deep.equal({ need, name });
    }
  });

  it('make thousands of an amount in every language', async () => {
    const said: [Language, string, string][] = [
      ['en', 'between 2 and 3 thousand', '2 to 3 thousand'],
      ['de', 'zwischen 2 und 3 Tausend', '2 bis 3 Tausend'],
      ['es', '2 mil', '2 mil'],
      ['es', 'entre 2 y 3 mil', '2 a 3 mil'],
      ['fr', 'entre 2 et 3 mille', '2 à 3 mille'],
    ];
    for (const [language, text, budget] of said) {
      const { need, name } = asides[language];
      const { skip } = SAYS[language];
      const conversation = await converseIn(language, [need, name, 'a@example.com', skip, text]);
      expect(conversation.lead.budget, text).to.equal(budget);
    }
  });

  it('are no refusal of the very first question: who says “later” is let go', async () => {
    for (const said of ['maybe later', 'not now', "ok, I'll be back"]) {
      const conversation = await converse([said], buildSite());
      expect(conversation.lastLine.text, said).to.match(/^(?:Take your time|Of course)\./);
    }
  });
});

holdDialogues('What visitors leave unclear for the guided agent', [
  {
    about: 'says the question once more to who did not understand it, and writes nothing down',
    lines: ['what?', 'huh', 'A website', 'sorry?', 'Bob', 'bob@x.org', 'skip', 'skip', 'skip'],
    lead: { need: 'A website', name: 'Bob', email: 'bob@x.org' },
    completed: true,
    says: [
      'What can the team do for you?',
      'What do you need help with?',
      'And what',
      'Nice to meet you, Bob.',
    ],
  },
  {
    about: 'takes the name of a company for no person’s, and asks for that',
    lines: ['New chairs', 'Chairs & Sons Ltd', 'Maria Sa', 'maria@chairs.example', 'skip', 'skip', 'skip'],
    lead: {
      need: 'New chairs',
      company: 'Chairs & Sons Ltd',
      name: 'Maria Sa',
      email: 'maria@chairs.example',
    },
    completed: true,
  },
  {
    about: 'asks for the country of a number that is given instead of an address',
    site: { sessionLocale: 'en' },
    lines: ['Can I talk to a human?', '0176 1234567', '+49 176 12345678', 'A desk', 'Jo', 'skip', 'no', 'no'],
    lead: { need: 'A desk', name: 'Jo', phone: '+4917612345678' },
    completed: true,
    says: ['Where can they reach you?', 'Could you add the country code'],
  },
]);
