/** Small words that visitors say to the guided agent: they leave what is known as it is. */
import { expect } from 'chai';
import { leadFieldsIn } from '../../../backend/agents/guided/default-fields.ts';
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

describe('Small words', () => {
  for (const [language, { need, name, words }] of Object.entries(asides)) {
    const fields = leadFieldsIn(language as Language);
    const site = buildSite({ locale: language, sessionLocale: language, fields });
    for (const said of words) {
      it(`change nothing that is known: “${said}”`, async () => {
        const conversation = await converse([need, name, said], site);
        expect(conversation.lead, transcript(conversation)).to.deep.equal({ need, name });
      });
    }
  }

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
