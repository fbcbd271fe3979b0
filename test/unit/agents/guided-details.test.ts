/**
 * Details out of running text, choices out of free answers, and answers out of the site's knowledge.
 */

import { expect } from 'chai';
import type { KnowledgeHit } from '../../../backend/agents/agent.ts';
import { matchChoice } from '../../../backend/agents/guided/choices.ts';
import type { Role } from '../../../backend/agents/guided/fields.ts';
import { lookUp } from '../../../backend/agents/guided/knowledge.ts';
import { type Heard, hear } from '../../../backend/agents/guided/understand.ts';

const now = new Date('2025-01-15T10:00:00Z');

function heard(text: string, asked: Role | null = null): Heard {
  return hear(text, { asked, countries: ['US'], now });
}

describe('A name in a sentence', () => {
  const names: [string, string | null][] = [
    ["I'm Ana", 'Ana'],
    ["i'm ana from acme", 'Ana'],
    ['my name is ana silva', 'Ana Silva'],
    ["Hi, my name's Luca!", 'Luca'],
    ['This is Dr. José María de la Cruz', 'Dr. José María de la Cruz'],
    ['Ana here', 'Ana'],
    ['call me Bob', 'Bob'],
    ["I am Mike O'Brien, nice to meet you", "Mike O'Brien"],
    ["I'm Jean-Luc", 'Jean-Luc'],
    ['Thanks!\nBest regards,\nAna Silva', 'Ana Silva'],
    ['name: ana silva, email: a@b.co', 'Ana Silva'],
    ["I'm Italian, my name is Luca", 'Luca'],
    ["I'm looking for a designer", null],
    ["I'm interested in a website", null],
    ['I am not sure', null],
    ['I AM LOOKING FOR A HOUSE', null],
    ["i'm selling my house", null],
    ["I'm here", null],
    ["I'm a teacher", null],
    ['This is great', null],
    ['This is useless. I asked for a price', null],
    ['That is not what I asked, this is terrible nonsense', null],
    ['please call me back', null],
    ['call me tomorrow', null],
    ["I'm Canadian", null],
    ['Is it possible?', null],
    ["it's urgent", null],
    ['Greetings from Berlin', null],
  ];
  for (const [text, name] of names) {
    it(`${JSON.stringify(text)} gives ${name}`, () => {
      expect(heard(text).name).to.equal(name);
    });
  }
});

describe('A company in a sentence', () => {
  const companies: [string, string | null][] = [
    ["I'm Ana from Acme", 'Acme'],
    ["I'm Ana from Acme GmbH & Co. KG, hello", 'Acme GmbH & Co. KG'],
    ['I work for Marks and Spencer', 'Marks and Spencer'],
    ['I work for the city council and want to book', 'city council'],
    ['our company is Contoso Ltd.', 'Contoso Ltd'],
    ['I am the CEO of Contoso', 'Contoso'],
    ['company: Acme Inc, email: a@b.co', 'Acme Inc'],
    ["I'm Ana from Berlin", null],
    ["I'm Ana from San Francisco", null],
    ["I'm from Germany", null],
    ["I'm at home", null],
    ['I work at home', null],
    ['we can meet at 5pm', null],
  ];
  for (const [text, company] of companies) {
    it(`${JSON.stringify(text)} gives ${company}`, () => {
      expect(heard(text).company).to.equal(company);
    });
  }
});

describe('A budget in a sentence', () => {
  const budgets: [string, Role | null, string | null][] = [
    ['about 5k', null, '5k'],
    ['€5,000', null, '€5,000'],
    ['5-10k', null, '5-10k'],
    ['around 5000 dollars', null, '5000 dollars'],
    ['between 5 and 10k', null, '5 to 10k'],
    ['our budget is ten thousand', null, '10000'],
    ['my budget is tight, maybe 1500', null, '1500'],
    ['under $20,000', null, 'under $20,000'],
    ['two thousand dollars a month', null, '2000 dollars a month'],
    ['five thousand', 'budget', '5000'],
    ['half a million euros', null, '500000 euros'],
    ['٥٠٠٠ €', null, '5000 €'],
    ['we have 50k users', null, null],
    ['we are 12 people', null, null],
    ['a budget for 10 desks', null, null],
    ['my budget is 5000 i think', null, '5000'],
    ['we could spend 3000 if it is worth it', null, '3000'],
    ['in 2 weeks', 'budget', null],
    ['does it cost more than €500?', null, null],
  ];
  for (const [text, asked, budget] of budgets) {
    it(`${JSON.stringify(text)} gives ${budget}`, () => {
      expect(heard(text, asked).budget).to.equal(budget);
    });
  }
});

describe('A start in a sentence', () => {
  const choices = ['As soon as possible', 'Within a month', 'In 1 to 3 months', 'Later', 'Just looking'];
  const starts: [string, string | null][] = [
    ['asap', 'As soon as possible'],
    ['right away please', 'As soon as possible'],
    ['in 2 weeks', 'Within a month'],
    ['next month', 'Within a month'],
    ['by March', 'In 1 to 3 months'],
    ['two or three months', 'In 1 to 3 months'],
    ['maybe in spring', 'In 1 to 3 months'],
    ['March', 'In 1 to 3 months'],
    ['on the 1st of March', 'In 1 to 3 months'],
    ['2025-03-01', 'In 1 to 3 months'],
    ['1.3.', 'In 1 to 3 months'],
    ['25/01/2025', 'Within a month'],
    ['20.1.2025', 'As soon as possible'],
    ['31/12/2025', 'Later'],
    // Either of March and of April.
    ['3/4/2025', null],
    ['may be later', 'Later'],
    ['next year', 'Later'],
    ['no rush', 'Later'],
    ['2', 'Within a month'],
    ['the second one', 'Within a month'],
    ['the last one', 'Just looking'],
    ['just looking', 'Just looking'],
    ['WITHIN A MONTH.', 'Within a month'],
    ['purple', null],
    ['', null],
  ];
  for (const [text, choice] of starts) {
    it(`${JSON.stringify(text)} is ${choice}`, () => {
      expect(matchChoice(text, choices, now)).to.equal(choice);
    });
  }

  it('does not mistake other sentences for one', () => {
    expect(heard('I saw your site last month').timeline).to.equal(null);
    expect(heard('Are you open tomorrow?').timeline).to.equal(null);
    expect(heard('you may call me').timeline).to.equal(null);
  });
});

describe('A choice in a free answer', () => {
  const sizes = ['1–10', '11–50', '51–200', 'More than 200'];
  const cases: [string, string[], string | null][] = [
    ['web', ['Website', 'Shop', 'App'], 'Website'],
    ['I think a shop please', ['Website', 'Shop', 'App'], 'Shop'],
    ['an online shop', ['Shop', 'Online shop'], 'Online shop'],
    ['website or shop', ['Website', 'Shop', 'App'], null],
    ['20', sizes, '11–50'],
    ['about 500 people', sizes, 'More than 200'],
    ['2', sizes, '1–10'],
    ['no', ['Yes, please', 'No, thanks'], 'No, thanks'],
    ['anything', [], null],
  ];
  for (const [text, choices, choice] of cases) {
    it(`${JSON.stringify(text)} of ${choices.join(' | ')} is ${choice}`, () => {
      expect(matchChoice(text, choices, now)).to.equal(choice);
    });
  }
});

describe('An answer from the knowledge', () => {
  const entries = [
    { question: 'How much does a website cost?', answer: 'Between €3,000 and €8,000.', rank: 0.5 },
    { question: 'What are your opening hours?', answer: 'Monday to Friday, 9 to 17.', rank: 0.4 },
    { question: 'What services do you offer?', answer: 'Websites, logos and print.', rank: 0.3 },
    { question: 'Is there parking?', answer: 'Yes, behind the house.', rank: 0.2 },
  ].map((entry, at): KnowledgeHit => ({ id: `entry-${at}`, kind: 'answer', words: [], ...entry }));
  const all = async () => entries;
  const cases: [string, string | null][] = [
    ['How much does it cost?', 'How much does a website cost?'],
    ['What are your prices?', 'How much does a website cost?'],
    ['when are you open', 'What are your opening hours?'],
    ['Do you make logos?', 'What services do you offer?'],
    ['Where can I park my car?', 'Is there parking?'],
    ['How long does a website take?', null],
    ['Do you offer discounts for students on websites?', null],
    ['Can my dog come in?', null],
  ];
  for (const [question, answer] of cases) {
    it(`${JSON.stringify(question)} finds ${answer}`, async () => {
      const found = await lookUp(question, all);
      expect(found.hit?.question ?? null).to.equal(answer);
    });
  }

  it('searches again by the usual other words when the first search finds nothing', async () => {
    const searched: string[] = [];
    const found = await lookUp('how much is it?', async (question) => {
      searched.push(question);
      return question === 'cost' ? entries.slice(0, 1) : [];
    });
    expect(found.hit?.answer).to.equal('Between €3,000 and €8,000.');
    expect(searched).to.deep.equal(['how much is it?', 'price', 'cost']);
  });
});
