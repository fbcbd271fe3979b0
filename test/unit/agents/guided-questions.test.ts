/** Whole conversations with the guided agent: what it asks, in which order, and what it leaves out. */
import { holdDialogues } from './dialogues.ts';

holdDialogues('What the guided agent asks', [
  {
    about: 'takes several details told at once and asks only for the rest',
    lines: ["I'm Ana from Acme, ana@acme.com, about 5k", 'A new website', 'no', 'asap'],
    lead: {
      name: 'Ana',
      company: 'Acme',
      email: 'ana@acme.com',
      budget: '5k',
      need: 'A new website',
      timeline: 'As soon as possible',
    },
    completed: true,
    says: ['Nice to meet you, Ana.', 'No problem, we can skip that.', /^Thank you, Ana\. .*Company: Acme/s],
  },
  {
    about: 'goes through all questions in the natural order',
    lines: [
      'hi',
      'I need a new website for my bakery',
      'Ana Silva',
      'ana@acme.com',
      '(212) 555-0123',
      'five thousand euros',
      'in 2 weeks',
    ],
    lead: {
      need: 'I need a new website for my bakery',
      name: 'Ana Silva',
      email: 'ana@acme.com',
      phone: '+12125550123',
      budget: '5000 euros',
      timeline: 'Within a month',
    },
    completed: true,
    says: [
      /^Hello\./,
      "What's your name?",
      'Where can the team reach you',
      'phone number',
      'rough budget',
      'start?',
    ],
  },
  {
    about: 'has nothing left to ask when everything is told in the first message',
    lines: [
      "I want help with taxes, I'm John Smith, john@smith.com, (212) 555-0199, budget 2000 USD, next month",
    ],
    lead: {
      need: 'I want help with taxes',
      name: 'John Smith',
      email: 'john@smith.com',
      phone: '+12125550199',
      budget: '2000 USD',
      timeline: 'Within a month',
    },
    completed: true,
  },
  {
    about: 'takes no for an answer and leaves the door open without a contact',
    lines: ['no', 'no', 'no', 'no', 'no', 'no'],
    lead: {},
    completed: false,
    says: ["If you'd like an answer from the team later, just write here how they can reach you."],
  },
  {
    about: "keeps the site's own order of steps and greeting",
    site: { greeting: 'Hi! How can we help?', agent: { guided: { steps: ['email', 'unknown', 'name'] } } },
    lines: [
      "I'd like a quote for roof repair",
      'roof@x.org',
      "Mike O'Brien",
      'no phone',
      'it depends',
      'asap',
    ],
    lead: {
      need: "I'd like a quote for roof repair",
      email: 'roof@x.org',
      name: "Mike O'Brien",
      timeline: 'As soon as possible',
    },
    completed: true,
    says: ['reach you by e-mail', "What's your name?", 'phone number'],
  },
  {
    about: 'never asks for what the lead form already told',
    known: { name: 'Ana', email: 'ana@acme.com', phone: '+12125550123' },
    lines: ['I need a logo', '3k', 'asap'],
    lead: {
      name: 'Ana',
      email: 'ana@acme.com',
      phone: '+12125550123',
      need: 'I need a logo',
      budget: '3k',
      timeline: 'As soon as possible',
    },
    completed: true,
  },
]);
