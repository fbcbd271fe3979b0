/** Whole conversations with the guided agent: what it takes for an answer, and for which. */
import type { LeadField } from '../../../backend/sites/schema.ts';
import type { TestSite } from './converse.ts';
import { holdDialogues } from './dialogues.ts';

const field = (
  name: string,
  type: LeadField['type'],
  question: string,
  more: Partial<LeadField> = {},
): LeadField => ({ name, type, label: name, question, required: true, ...more });

const tours: Partial<TestSite> = {
  greeting: 'Welcome to Greenhouse Tours.',
  fields: [
    field('tour', 'choice', 'Which tour interests you?', {
      choices: ['City walk', 'Botanical garden', 'Night tour'],
    }),
    field('guests', 'number', 'How many guests will come?'),
    field('lunch', 'text', 'Would you like lunch with it?', { required: false }),
    field('firstName', 'text', 'What is your first name?'),
    field('workEmail', 'email', 'At which address can we write to you?'),
    field('budget', 'choice', 'Which price range suits you?', {
      required: false,
      choices: ['Under €1,000', '€1,000 – €5,000', '€5,000 – €20,000', 'More than €20,000'],
    }),
  ],
};

holdDialogues('What the guided agent takes for an answer', [
  {
    about: 'does not take "I\'m looking for" or "I am not sure" for a name',
    lines: [
      "I'm looking for a designer",
      'I am not sure',
      "I'm interested in your work",
      'my name is anna',
      'a@b.co',
      'skip',
      'skip',
      'skip',
    ],
    lead: { need: "I'm looking for a designer. I'm interested in your work", name: 'Anna', email: 'a@b.co' },
    completed: true,
  },
  {
    about: 'matches choices by part, place, number and range, and takes "no" as an answer where it is one',
    site: tours,
    lines: ['the night one', 'twenty-five', 'no', 'Ana', 'ana@acme.com', 'about 7k'],
    lead: {
      tour: 'Night tour',
      guests: '25',
      lunch: 'No',
      firstName: 'Ana',
      name: 'Ana',
      workEmail: 'ana@acme.com',
      email: 'ana@acme.com',
      budget: '€5,000 – €20,000',
    },
    completed: true,
  },
  {
    about: 'asks for one of the choices when none is meant',
    site: tours,
    lines: ['something else', '2', 'a few', '12', 'sure', 'Ana', 'ana@acme.com', '500 euros'],
    lead: {
      tour: 'Botanical garden',
      guests: '12',
      lunch: 'Yes',
      firstName: 'Ana',
      name: 'Ana',
      workEmail: 'ana@acme.com',
      email: 'ana@acme.com',
      budget: 'Under €1,000',
    },
    completed: true,
    says: ['Which of these comes closest?', 'Could you give me that as a number?'],
  },
  {
    about: 'reads several messages of one turn together',
    lines: [
      ['hi', "I'm Ana", 'I need a website'],
      ['ana@acme.com', 'oh and my number is 212 555 0123'],
      ['no', 'asap'],
    ],
    lead: {
      name: 'Ana',
      need: 'I need a website',
      email: 'ana@acme.com',
      phone: '+12125550123',
      timeline: 'As soon as possible',
    },
    completed: true,
  },
  {
    about: 'keeps text in other scripts and directions as it is',
    lines: ['مرحبا، أحتاج موقعًا', 'محمد علي', 'm@x.ae', '+971 50 123 4567', 'no', 'whenever 🙂'],
    lead: {
      need: 'مرحبا، أحتاج موقعًا',
      name: 'محمد علي',
      email: 'm@x.ae',
      phone: '+971501234567',
      timeline: 'Later',
    },
    completed: true,
  },
  {
    about: 'takes neither markup nor rudeness for a name',
    lines: [
      'A logo',
      '<script>alert(1)</script>',
      "Robert'); DROP TABLE students;--",
      'fuck you',
      'Bob',
      'b@x.org',
      'no',
      'no',
      'no',
    ],
    lead: { need: 'A logo', name: 'Bob', email: 'b@x.org' },
    completed: true,
    says: ["I'm sorry this isn't going well."],
  },
  {
    about: 'wants to hear more than "I need help"',
    lines: ['I need help', 'with my tax return', 'Zoë', 'zoe@x.org', 'call me maybe', 'no', 'no', 'no'],
    lead: { need: 'with my tax return', name: 'Zoë', email: 'zoe@x.org' },
    completed: true,
    says: ['Please go ahead.'],
  },
  {
    about: 'reads a short letter',
    site: { sessionLocale: 'fr-FR' },
    lines: [
      'Hello, we want to redo our kitchen. Budget around 15k€, ideally before summer. Thanks, Paul - paul@home.fr / 01 42 68 53 00',
    ],
    lead: {
      need: 'we want to redo our kitchen.',
      name: 'Paul',
      email: 'paul@home.fr',
      phone: '+33142685300',
      budget: '15k€',
      timeline: 'Later',
    },
    completed: true,
  },
  {
    about: 'puts a need together from what is told bit by bit',
    lines: [
      'I need a quote',
      'for a fence',
      'in oak, 20 meters',
      'Peter',
      'peter dot pan at fence dot co',
      'no',
      '2000',
      'asap',
    ],
    lead: {
      need: 'for a fence. in oak, 20 meters',
      name: 'Peter',
      email: 'peter.pan@fence.co',
      budget: '2000',
      timeline: 'As soon as possible',
    },
    completed: true,
    says: ['Please go ahead.'],
  },
]);
