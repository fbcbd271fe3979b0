/** What the guided agent writes down when something else is said than what was asked for. */
import { expect } from 'chai';
import { leadFieldsIn } from '../../../backend/agents/guided/default-fields.ts';
import { SAYS } from '../../../backend/agents/guided/languages.ts';
import type { Language } from '../../../backend/agents/language.ts';
import { buildSite, converse, transcript } from './converse.ts';

/** What is asked for when it is said; `end` is when all was asked. */
type Stage = 'name' | 'email' | 'phone' | 'budget' | 'timeline' | 'end';
const stages: Stage[] = ['name', 'email', 'phone', 'budget', 'timeline', 'end'];

const begin: Record<Language, { region: string; need: string; name: string; later: string }> = {
  en: { region: 'en-GB', need: 'We need chairs', name: 'Jonas', later: 'Later' },
  de: { region: 'de-DE', need: 'Wir brauchen Stühle', name: 'Jonas', later: 'Später' },
  es: { region: 'es-ES', need: 'Necesitamos sillas', name: 'Jonás', later: 'Más adelante' },
  fr: { region: 'fr-FR', need: 'Nous avons besoin de chaises', name: 'Marc', later: 'Plus tard' },
  ar: { region: 'ar-SA', need: 'أحتاج كراسي', name: 'خالد', later: 'لاحقًا' },
};

type Case = [language: Language, asked: Stage, said: string, written: Record<string, string>];

const aFurtherWish: Case[] = [
  ['en', 'name', 'oh and i need them in blue', { need: 'We need chairs. oh and i need them in blue' }],
  ['en', 'email', 'oh and we need 5 tables too', { need: 'We need chairs. oh and we need 5 tables too' }],
  [
    'de',
    'email',
    'sorry wir brauchen auch Tische',
    { need: 'Wir brauchen Stühle. sorry wir brauchen auch Tische' },
  ],
  [
    'fr',
    'email',
    'pardon, on a aussi besoin de tables',
    { need: 'Nous avons besoin de chaises. on a aussi besoin de tables' },
  ],
  [
    'es',
    'email',
    'perdón, también necesitamos mesas',
    { need: 'Necesitamos sillas. también necesitamos mesas' },
  ],
  ['en', 'name', 'actually we need desks instead', { need: 'actually we need desks instead' }],
  ['en', 'end', 'also need tables', { need: 'We need chairs. also need tables' }],
  ['es', 'end', 'y mesas también', { need: 'Necesitamos sillas. mesas también' }],
  ['en', 'end', 'great, looking forward', {}],
  ['en', 'end', 'thanks a lot!', {}],
];

const aTime: Case[] = [
  ['en', 'timeline', 'not now', {}],
  ['en', 'timeline', 'not immediately', {}],
  ['en', 'timeline', 'asap is not possible, in 3 months', { timeline: 'In 1 to 3 months' }],
  ['en', 'timeline', '3 months from now', { timeline: 'In 1 to 3 months' }],
  ['de', 'timeline', 'nicht sofort', {}],
  ['de', 'timeline', 'nicht so bald', {}],
  ['fr', 'timeline', 'pas tout de suite', {}],
  ['es', 'timeline', 'ahora no', {}],
  ['es', 'timeline', 'no es urgente', { timeline: 'Más adelante' }],
  ['ar', 'timeline', 'ليس الان', {}],
  ['ar', 'timeline', 'لا', {}],
  ['en', 'timeline', 'within the year', {}],
  ['de', 'timeline', 'innerhalb des Budgets', {}],
  ['es', 'timeline', 'a largo plazo', {}],
];

const anAmount: Case[] = [
  ['de', 'phone', '12.000', {}],
  ['de', 'phone', '10.000 €', { budget: '10.000 €' }],
  ['en', 'phone', '10000 dollars', { budget: '10000 dollars' }],
  ['es', 'phone', '612 345 678', { phone: '+34612345678' }],
  ['en', 'budget', '20 chairs', { budget: '20 chairs' }],
  ['en', 'budget', '100 per chair', { budget: '100 per chair' }],
  ['de', 'budget', '20€ pro Stuhl', { budget: '20€ pro Stuhl' }],
  ['de', 'budget', '5 mille', { budget: '5 mille' }],
  ['en', 'budget', '5000 for everything', { budget: '5000' }],
  ['es', 'budget', 'medio millón', { budget: '500000' }],
  ['ar', 'budget', 'نص مليون', { budget: '500000' }],
  ['en', 'timeline', 'actually make that 15 chairs', {}],
  ['en', 'end', 'actually 6000', { budget: '6000' }],
  ['de', 'end', 'ich meinte 6000', { budget: '6000' }],
];

const aName: Case[] = [
  ['en', 'name', 'thx', {}],
  ['en', 'name', 'lol', {}],
  ['de', 'name', 'merci', {}],
  ['fr', 'name', 'coucou', {}],
  ['ar', 'name', 'هلا', {}],
  ['de', 'name', 'dringend', { timeline: 'So bald wie möglich' }],
  ['en', 'name', 'Tom :)', { name: 'Tom' }],
  ['en', 'name', 'Ed Price', { name: 'Ed Price' }],
  ['de', 'name', 'Peter Neu', { name: 'Peter Neu' }],
  ['en', 'name', 'my name is tom thanks', { name: 'Tom' }],
  ['de', 'name', 'mfg Tom Müller', { name: 'Tom Müller' }],
  ['de', 'name', 'ich heiße tom danke', { name: 'Tom' }],
  ['de', 'name', 'Müller mein Name', { name: 'Müller' }],
  ['es', 'name', 'un saludo, Pedro', { name: 'Pedro' }],
  ['fr', 'name', 'Cordialement, Marc', { name: 'Marc' }],
  ['de', 'name', 'wieso wollt ihr das wissen?', {}],
  ['de', 'email', 'nein, mit h', {}],
  ['de', 'email', 'nein Johannes mit h', { name: 'Johannes' }],
  ['en', 'name', '“Tom”', { name: 'Tom' }],
  ['de', 'name', 'Tom Müller, Acme GmbH', { name: 'Tom Müller', company: 'Acme GmbH' }],
  ['fr', 'name', 'Marc, Bloom SARL', { name: 'Marc', company: 'Bloom SARL' }],
];

for (const [title, cases] of Object.entries({ aFurtherWish, aTime, anAmount, aName }))
  describe(`Beside the question, ${title.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`, () => {
    for (const [language, asked, said, written] of cases) {
      it(`${language}, asked for ${asked}: “${said}” gives ${JSON.stringify(written)}`, async () => {
        const { region, need, name, later } = begin[language];
        const { skip } = SAYS[language];
        const before = [need, name, 'j@example.com', skip, '5000', later].slice(0, stages.indexOf(asked) + 1);
        const fields = leadFieldsIn(language);
        const site = () => buildSite({ locale: language, sessionLocale: region, fields });
        const known = (await converse(before, site())).lead;
        const conversation = await converse([...before, said], site());
        expect(conversation.lead, transcript(conversation)).to.deep.equal({ ...known, ...written });
      });
    }
  });
