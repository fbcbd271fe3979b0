/**
 * Whole conversations with the guided agent: what the visitor says, line by line, and what the team must then know.
 */
import { expect } from 'chai';
import { askBriefly } from '../../../backend/agents/guided/phrases.ts';
import { english } from '../../../backend/agents/guided/says/en.ts';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { buildSite, Conversation, type TestSite, transcript } from './converse.ts';

interface Dialogue {
  about: string;
  site?: Partial<TestSite>;
  known?: Record<string, string>;
  /** One line a turn; a list is several messages in one turn. */
  lines: (string | string[])[];
  lead: Record<string, string>;
  completed: boolean;
  /** Texts that the assistant must have said, in this order. */
  says?: (string | RegExp)[];
}

const knowledge = [
  { question: 'How much does a website cost?', answer: 'Most websites cost between €3,000 and €8,000.' },
  { question: 'What are your opening hours?', answer: 'Monday to Friday, 9 to 17.' },
  { question: 'Where are you located?', answer: 'In Berlin, Torstraße 1.' },
];

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

const dialogues: Dialogue[] = [
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
    about: 'answers a question from the knowledge and comes back to its own',
    site: { knowledge },
    lines: [
      'How much does it cost?',
      'A website',
      'Do you take card payments?',
      'Bob',
      'bob@x.org',
      'skip',
      'skip',
      'skip',
    ],
    lead: { need: 'A website', name: 'Bob', email: 'bob@x.org' },
    completed: true,
    says: [
      'Most websites cost between €3,000 and €8,000.',
      'What can the team do for you?',
      /pass your question/,
      'Nice to meet you, Bob.',
    ],
  },
  {
    about: 'keeps a question that only the team can answer as the need',
    site: { knowledge },
    lines: [
      'Can you build an online shop? We sell cakes.',
      "I'm Luca",
      'luca@cakes.it',
      'no',
      '5-10k',
      'no rush',
    ],
    lead: {
      need: 'We sell cakes. Can you build an online shop?',
      name: 'Luca',
      email: 'luca@cakes.it',
      budget: '5-10k',
      timeline: 'Later',
    },
    completed: true,
  },
  {
    about: 'asks about a slip in an address and takes the one that was meant',
    lines: ['A logo', 'Ana', 'ana@gmial.com', 'yes', 'no', 'no', 'no'],
    lead: { need: 'A logo', name: 'Ana', email: 'ana@gmail.com' },
    completed: true,
    says: ['Did you mean ana@gmail.com?'],
  },
  {
    about: 'keeps an unusual address when the visitor says it is right',
    lines: ['A logo', 'Ana', 'ana@gmial.com', 'ana@gmial.com', 'no', 'no', 'no'],
    lead: { need: 'A logo', name: 'Ana', email: 'ana@gmial.com' },
    completed: true,
  },
  {
    about: 'takes another address in answer to "did you mean"',
    lines: ['A logo', 'Ana', 'ana@gmial.com', 'no, ana@proton.me', 'no', 'no', 'no'],
    lead: { need: 'A logo', name: 'Ana', email: 'ana@proton.me' },
    completed: true,
  },
  {
    about: 'asks again in other words and offers to skip after two failures',
    lines: ['A logo', 'Ana', 'ana@acme', 'ana(a)acme', 'Skip', '+44 20 7946 0958', 'no', 'later'],
    lead: { need: 'A logo', name: 'Ana', phone: '+442079460958', timeline: 'Later' },
    completed: true,
    says: [
      'That address looks incomplete. Could you check it?',
      /We can also skip it\./,
      'No problem, we can skip that.',
    ],
  },
  {
    about: 'reads addresses that are spelled out',
    lines: ['SEO', 'ana', 'ana at acme dot com', 'skip', 'skip', 'skip'],
    lead: { need: 'SEO', name: 'Ana', email: 'ana@acme.com' },
    completed: true,
  },
  {
    about: 'leaves a full stop, brackets and neighbouring scripts out of an address',
    lines: ['SEO', 'ana', '我的邮箱是ana@acme.com。谢谢', 'skip', 'skip', 'skip'],
    lead: { need: 'SEO', name: 'Ana', email: 'ana@acme.com' },
    completed: true,
  },
  {
    about: 'offers the phone when the address is refused',
    lines: ['A kitchen', 'Kim', "I'd rather not", 'ok', '+44 20 7946 0958 ext 5', 'no', 'whenever'],
    lead: { need: 'A kitchen', name: 'Kim', phone: '+442079460958 ext. 5', timeline: 'Later' },
    completed: true,
    says: ['Would a phone number suit you better?', 'Is there a phone number'],
  },
  {
    about: 'explains why it asks, then asks again',
    lines: ['A kitchen', 'why do you need that?', 'Kim', 'why?', 'kim@kitchen.org', 'skip', 'skip', 'skip'],
    lead: { need: 'A kitchen', name: 'Kim', email: 'kim@kitchen.org' },
    completed: true,
    says: ['Only so the team knows how to address you.', 'Only so the team can send you an answer.'],
  },
  {
    about: 'takes no for an answer and leaves the door open without a contact',
    lines: ['no', 'no', 'no', 'no', 'no', 'no'],
    lead: {},
    completed: false,
    says: ["If you'd like an answer from the team later, just write here how they can reach you."],
  },
  {
    about: 'is completed after all when a contact comes later',
    lines: ['A kitchen', 'Kim', 'no', 'no', 'ok, kim@kitchen.org'],
    lead: { need: 'A kitchen', name: 'Kim', email: 'kim@kitchen.org' },
    completed: true,
    says: ['They have no way to reach you yet', 'the team will get back to you.'],
  },
  {
    about: 'stops when asked to stop',
    lines: ['A kitchen', 'leave me alone'],
    lead: { need: 'A kitchen' },
    completed: false,
  },
  {
    about: 'puts right what was noted last, whatever it asked since',
    lines: ['A logo', 'Ana', "no, it's Anna", 'anna@acme.com', 'skip', '5000', 'make it 10k', 'next year'],
    lead: { need: 'A logo', name: 'Anna', email: 'anna@acme.com', budget: '10k', timeline: 'Later' },
    completed: true,
    says: ["Sorry about that, Anna. I've corrected it.", "I've changed your budget to 10k."],
  },
  {
    about: 'takes corrections and answers questions after the end, and asks nothing more',
    site: { knowledge },
    lines: [
      "I need a website. I'm Ana, ana@acme.com",
      'skip',
      'skip',
      'skip',
      'actually my email is anna@acme.com',
      'what are your opening hours?',
      'do you have parking?',
      'thanks',
      'bye',
    ],
    lead: { need: 'I need a website.', name: 'Ana', email: 'anna@acme.com' },
    completed: true,
    says: [
      /^Thank you, Ana/,
      "I've changed your e-mail address to anna@acme.com.",
      'Monday to Friday, 9 to 17.',
      /pass your question/,
      "You're welcome.",
      /Goodbye|Have a good day/,
    ],
  },
  {
    about: 'forgets a detail when asked to',
    lines: ['A logo', 'Ana', 'ana@acme.com', '(212) 555-0123', 'please delete my phone number', 'no', 'no'],
    lead: { need: 'A logo', name: 'Ana', email: 'ana@acme.com' },
    completed: true,
    says: ["I've removed your phone number."],
  },
  {
    about: 'says what it is, and passes a wish for a person on',
    lines: ['are you a bot?', 'can I talk to a person?', 'bob@x.org', 'A roof', 'Bob', 'no', 'no', 'no'],
    lead: { email: 'bob@x.org', need: 'A roof', name: 'Bob' },
    completed: true,
    says: [
      /automated assistant of Miller Studio, not a person/,
      "Of course. I'll pass this to the team. Where can they reach you?",
    ],
  },
  {
    about: 'lets people look around',
    lines: ['just looking', 'ok I need a logo', 'Kim', 'kim@x.org', 'no', 'no', 'no'],
    lead: { need: 'I need a logo', name: 'Kim', email: 'kim@x.org' },
    completed: true,
    says: ["Take your time. I'm here if a question comes up."],
  },
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
    about: 'asks for the country of a phone number it cannot place',
    site: { sessionLocale: 'en' },
    lines: ['Kitchen', 'Sam', 'sam@kitchen.org', '020 7946 0958', '+44 20 7946 0958', '20k', 'asap'],
    lead: {
      need: 'Kitchen',
      name: 'Sam',
      email: 'sam@kitchen.org',
      phone: '+442079460958',
      budget: '20k',
      timeline: 'As soon as possible',
    },
    completed: true,
    says: ['Could you add the country code'],
  },
  {
    about: "reads national phone numbers by the visitor's region",
    site: { sessionLocale: 'de-DE' },
    lines: ['Neue Heizung', 'Jürgen Müller', 'juergen@müller.de', '030 1234567', '10.000 €', 'Later'],
    lead: {
      need: 'Neue Heizung',
      name: 'Jürgen Müller',
      email: 'juergen@xn--mller-kva.de',
      phone: '+49301234567',
      budget: '10.000 €',
      timeline: 'Later',
    },
    completed: true,
    says: [/E-mail: juergen@müller\.de/],
  },
  {
    about: 'moves on from a phone number that cannot be read',
    lines: ['A logo', 'Ana', 'ana@acme.com', '12345', '212', 'asdf', '123', 'no', 'no'],
    lead: { need: 'A logo', name: 'Ana', email: 'ana@acme.com' },
    completed: true,
    says: [
      "That number doesn't look complete.",
      'With the country code',
      'does not work either',
      'we can skip that',
    ],
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
    about: 'takes the first of two addresses and says so',
    lines: ['A logo', 'Ana', 'ana@acme.com or ana@home.org', 'skip', 'skip', 'skip'],
    lead: { need: 'A logo', name: 'Ana', email: 'ana@acme.com' },
    completed: true,
    says: ["I'll use ana@acme.com."],
  },
  {
    about: 'uses the address that was not ruled out',
    lines: [
      'A logo',
      'Ana',
      'ana@acme.com',
      'please use ana@home.org instead of ana@acme.com',
      'skip',
      'skip',
      'skip',
    ],
    lead: { need: 'A logo', name: 'Ana', email: 'ana@home.org' },
    completed: true,
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
    about: 'asks anew for what the visitor calls wrong, also after the end',
    lines: [
      "I need a website. I'm Ana, ana@acme.com",
      'skip',
      'skip',
      'skip',
      'my email is wrong',
      "it's ana@acme.org",
    ],
    lead: { need: 'I need a website.', name: 'Ana', email: 'ana@acme.org' },
    completed: true,
    says: ['Sorry about that. What should your e-mail address be?', "I've added your e-mail address."],
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
  {
    about: 'ends at once when the visitor says goodbye and can be reached',
    lines: ["I need a plumber, I'm Bob, bob@x.org", "that's all"],
    lead: { need: 'I need a plumber', name: 'Bob', email: 'bob@x.org' },
    completed: true,
  },
];

describe('A conversation with the guided agent', () => {
  for (const dialogue of dialogues) {
    it(dialogue.about, async () => {
      const conversation = await hold(dialogue);
      const text = transcript(conversation);
      expect(conversation.lead, text).to.deep.equal(dialogue.lead);
      expect(conversation.completions, text).to.equal(dialogue.completed ? 1 : 0);
      expect(conversation.isCollecting, text).to.equal(false);
      expectInOrder(conversation, dialogue.says ?? []);
    });
  }
});

/** Plays a dialogue and checks at every turn what holds for all of them. */
async function hold({ site, known, lines }: Dialogue): Promise<Conversation> {
  const conversation = new Conversation(buildSite(site), known);
  for (const line of lines) {
    const replies = await conversation.say(...(Array.isArray(line) ? line : [line]));
    const where = transcript(conversation);
    expect(replies.length, where).to.be.within(1, 2);
    for (const reply of replies.filter((each) => each.knowledge === undefined)) {
      expect(reply.text, where).to.match(/\S/);
      expect(reply.text.split('?').length - 1, `one question at a time:\n${where}`).to.be.at.most(1);
      for (const asked of conversation.site.fields) {
        const isKnown = conversation.lead[asked.name] !== undefined;
        const questions = [asked.question, askBriefly(english, asked, 0), askBriefly(english, asked, 1)];
        const asks = questions.some((question) => reply.text.includes(question));
        expect(isKnown && asks, `asked for ${asked.name} though it is known:\n${where}`).to.equal(false);
      }
    }
  }
  return conversation;
}

function expectInOrder(conversation: Conversation, says: readonly (string | RegExp)[]): void {
  let from = 0;
  for (const expected of says) {
    const index = conversation.replies.findIndex(
      (reply, i) =>
        i >= from && (typeof expected === 'string' ? reply.includes(expected) : expected.test(reply)),
    );
    expect(index, `${expected} in\n${transcript(conversation)}`).to.be.at.least(0);
    from = index;
  }
}
