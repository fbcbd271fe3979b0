/**
 * Whatever a visitor types and whatever state comes back from the database, the guided agent answers with words,
 * keeps its state as JSON and comes to an end. Hostile texts are as long as a message may be: a pattern that is not
 * linear would run into the test's time limit.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { guidedAgent } from '../../../backend/agents/guided/index.ts';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { buildSite, Conversation, transcript } from './converse.ts';

const knowledge = [{ question: 'How much does it cost?', answer: 'From €500.' }];
const fragments = [
  "I'm Ana",
  'from Acme',
  'ana@acme.com',
  'ana@gmial.com',
  'ana@',
  'no',
  'yes',
  'skip',
  'why?',
  "no, it's Anna",
  'actually',
  'how much does it cost?',
  '+44 20 7946 0958',
  '12345',
  '5-10k',
  'asap',
  'stop',
  'bye',
  'are you a bot?',
  'delete my email',
  'just looking',
  '\u202e\u0000',
  '🙂',
  '\ud800',
  '2',
  'In 1 to 3 months',
  '__proto__',
  'constructor',
];
const visitorText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
  fc.constantFrom(...fragments),
);
const fieldName = fc.constantFrom(
  'need',
  'name',
  'email',
  'phone',
  'budget',
  'timeline',
  'company',
  'city',
  'firstName',
);
const anyField: fc.Arbitrary<LeadField> = fc.record({
  name: fieldName,
  type: fc.constantFrom('text', 'email', 'phone', 'choice', 'number'),
  label: fc.string({ minLength: 1, maxLength: 20 }),
  question: fc.string({ minLength: 1, maxLength: 40 }).map((text) => `${text}?`),
  required: fc.boolean(),
  choices: fc.option(fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 5 }), {
    nil: undefined,
  }),
});

function expectSound(conversation: Conversation, replies: readonly { text: string }[]): void {
  const where = transcript(conversation);
  expect(replies.length, where).to.be.within(1, 2);
  for (const { text } of replies) expect(text, where).to.match(/\S/);
  expect(JSON.parse(JSON.stringify(conversation.state)), where).to.deep.equal(conversation.state);
  for (const value of Object.values(conversation.lead)) {
    expect(value, where).to.be.a('string').and.match(/\S/);
    expect(value, where).not.to.match(/[\p{Cs}\u202a-\u202e]|(?!\n)\p{Cc}/u);
  }
}

describe('The guided agent', () => {
  it('answers anything with one or two messages and keeps a sound state', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(visitorText, { minLength: 1, maxLength: 8 }), async (texts) => {
        const conversation = new Conversation(buildSite({ knowledge }));
        for (const text of texts) expectSound(conversation, await conversation.say(text));
        expect(conversation.completions).to.be.at.most(1);
      }),
      { numRuns: 150 },
    );
  });

  it('works with any fields a site may have', async () => {
    const sites = fc.uniqueArray(anyField, { selector: (field) => field.name, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        sites,
        fc.array(visitorText, { minLength: 1, maxLength: 6 }),
        async (fields, texts) => {
          const conversation = new Conversation(buildSite({ fields, greeting: 'Hi.' }));
          for (const text of texts) expectSound(conversation, await conversation.say(text));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('works on from any stored state', async () => {
    const garbage = fc.oneof(
      fc.jsonValue(),
      fc.record({
        version: fc.constantFrom(1, 2, '1'),
        pending: fc.oneof(fieldName, fc.jsonValue()),
        offer: fc.oneof(fc.constant({ typed: 'a@b.co', meant: 'a@c.co' }), fc.jsonValue()),
        tries: fc.oneof(fc.dictionary(fieldName, fc.integer()), fc.jsonValue()),
        refusals: fc.jsonValue(),
        declined: fc.oneof(fc.array(fieldName), fc.jsonValue()),
        asked: fc.jsonValue(),
        noted: fc.oneof(fc.array(fieldName), fc.jsonValue()),
        turns: fc.oneof(fc.integer(), fc.jsonValue()),
        done: fc.oneof(fc.constantFrom('no', 'completed', 'closed'), fc.jsonValue()),
      }),
    );
    await fc.assert(
      fc.asyncProperty(garbage, visitorText, async (state, text) => {
        const conversation = new Conversation(buildSite({ knowledge }));
        conversation.state = state;
        expect(guidedAgent.isCollecting(state)).to.be.a('boolean');
        expectSound(conversation, await conversation.say(text));
      }),
      { numRuns: 200 },
    );
  });

  it('ends with any visitor who answers, refuses or skips what is asked', async () => {
    const answers: Record<string, string[]> = {
      need: ['A website', 'Can you repair roofs?', 'no', 'skip', '...'],
      name: ['Ana', 'my name is Ana Silva', 'no', 'skip', '123'],
      email: ['ana@acme.com', 'ana@gmial.com', 'ana@', "I'd rather not", 'skip', 'yes'],
      phone: ['+44 20 7946 0958', '123', 'no', 'skip', 'yes'],
      budget: ['5k', 'not sure', 'skip', '!!!'],
      timeline: ['asap', '2', 'purple', 'no', 'skip'],
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), async (picks) => {
        const conversation = new Conversation();
        let turns = 0;
        while (conversation.isCollecting && turns < picks.length) {
          const pending = (conversation.state as { pending: string | null }).pending ?? 'need';
          const ways = answers[pending]!;
          await conversation.say(ways[picks[turns]! % ways.length]!);
          turns += 1;
        }
        expect(conversation.isCollecting, transcript(conversation)).to.equal(false);
        expect(turns).to.be.at.most(30);
      }),
      { numRuns: 100 },
    );
  });

  it('ends with a visitor who only ever says the same useless thing', async () => {
    for (const text of ['asdf!!', 'yes', 'no', '...', '12', 'maybe', 'ana@']) {
      const conversation = new Conversation();
      for (let i = 0; i < 40 && conversation.isCollecting; i += 1) await conversation.say(text);
      expect(conversation.isCollecting, transcript(conversation)).to.equal(false);
    }
  });

  const patterns =
    "a|a@|@|a.|1|1 |1-|1.|0|1,000|$1,000 |one hundred |two |twenty-|and |no |in 1 to |my name is |I'm Ana from |A | |\n|?|. |,,|a at b dot |a (at) |+1 (2|((((1|not |why |can you |are you |🎉|é|e\u0301|\u202e|x x@x.x, |5k-|by march |ana's-|a-|https://a.b/|'|name: |more than 5 |Best regards\n|please delete |don't want to |the next ".split(
      '|',
    );
  const prefixes = [
    [],
    ['A logo'],
    ['A logo', 'Ana'],
    ['A logo', 'Ana', 'a@b.co'],
    ['A logo', 'Ana', 'a@b.co', 'no'],
  ];
  for (const before of prefixes) {
    it(`reads hostile texts of full length in linear time after ${before.length} answers`, async () => {
      for (const pattern of patterns) {
        const conversation = new Conversation();
        for (const line of before) await conversation.say(line);
        const text = pattern.repeat(Math.ceil(4000 / pattern.length));
        expectSound(conversation, await conversation.say(`${text}!`));
      }
    });
  }
});
