import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { SIGNALS, type Signal } from '../../../backend/reviews/signals/catalogue.ts';
import type { QuietConversation, SpokenMessage } from '../../../backend/reviews/signals/conversation.ts';
import { findSignals } from '../../../backend/reviews/signals/find.ts';
import { isInSample } from '../../../backend/reviews/signals/sample.ts';

type Line = [who: 'v' | 'a' | 's' | 'i', text: string, more?: Partial<SpokenMessage>];
const ROLES = { v: 'visitor', a: 'assistant', s: 'staff', i: 'system' } as const;
const SECOND = 1_000;

/** Each line a second after the one before it, unless it says when. */
function talk(lines: Line[], more: Partial<QuietConversation> = {}): QuietConversation {
  const messages = lines.map(([who, text, extra], index) => ({
    seq: index + 1,
    role: ROLES[who],
    text,
    at: index * SECOND,
    isFallback: false,
    choices: null,
    ...extra,
  }));
  return {
    messages,
    rating: null,
    isCompleted: false,
    wantsPerson: false,
    faultsAfter: [],
    correctedAt: [],
    ...more,
  };
}

const find = (code: Signal['code'], lines: Line[], more?: Partial<QuietConversation>) =>
  findSignals(talk(lines, more)).find((signal) => signal.code === code);
const saying = (text: string): Line[] => [
  ['a', 'Hello. How can I help?'],
  ['v', text],
  ['a', 'I see.'],
];

describe('the signals of a conversation', () => {
  it('finds nothing in a good one', () => {
    const good = talk(
      [
        ['a', 'Hello. How can I help?'],
        ['v', 'Do you sell oak shelves?'],
        ['a', 'Yes, in three sizes. What is your e-mail?'],
        ['v', 'ana@acme.com'],
        ['a', 'Thank you. We will write to you.'],
        ['v', 'Thanks, bye'],
      ],
      { isCompleted: true, rating: 5 },
    );
    expect(findSignals(good)).to.deep.equal([]);
  });

  it('hears a question that comes again, whatever surrounds it', () => {
    const twice = (first: string, second: string) =>
      find('repeated_question', [
        ['v', first],
        ['a', 'Yes.'],
        ['v', second],
        ['a', 'Yes.'],
      ])?.seq;
    for (const [first, second] of [
      ['What does shipping cost?', 'how much does the shipping cost??'],
      ['What does shipping cost?', 'what does shiping cost'],
      ['Was kostet der Versand nach Österreich?', 'Wie viel kostet denn Versand nach Österreich'],
      ['Do you deliver to Graz?', 'DO YOU DELIVER TO GRAZ'],
      ['配送料はいくらですか教えてください', '配送料はいくらですか教えてください'],
    ] as const)
      expect(twice(first, second), second).to.equal(3);
    for (const [first, second] of [
      ['How much is the oak table?', 'How much is the pine table?'],
      ['Do you deliver to Graz?', 'Do you deliver to Linz?'],
      ['Do you have size 38000?', 'Do you have size 39000?'],
      ['yes please', 'yes please'],
      ['ana@acme.com', 'ana@acme.com'],
      ['+43 660 1234567', '+43 660 1234567'],
    ] as const)
      expect(twice(first, second), second).to.equal(undefined);
    const choices = { choices: ['Book an appointment'] };
    const pressed: Line[] = [
      ['a', 'What is it?', choices],
      ['v', 'Book an appointment'],
      ['a', 'What else?', choices],
      ['v', 'Book an appointment'],
    ];
    expect(find('repeated_question', pressed)).to.equal(undefined);
  });

  it('sees who was left without a reply, but lets people say goodbye', () => {
    const ending = (...lines: Line[]) => find('no_reply', [['v', 'Hello'], ['a', 'Hello.'], ...lines])?.seq;
    expect(ending(['v', 'Are you open on Sunday?'])).to.equal(3);
    expect(ending(['v', 'Are you open?'], ['i', 'Ana joined the conversation.'])).to.equal(3);
    expect(ending(['v', 'Danke, haben Sie auch sonntags offen?'])).to.equal(3);
    expect(ending(['v', 'Are you open?'], ['s', 'Yes.'])).to.equal(undefined);
    for (const bye of ['Thanks!', 'ok', 'Vielen Dank, tschüss', 'Nein danke', 'Great, thank you so much'])
      expect(ending(['v', bye]), bye).to.equal(undefined);
  });

  it('measures how long a reply took', () => {
    const replyAfter = (seconds: number, who: 'a' | 's' = 'a', more: Partial<SpokenMessage> = {}) =>
      find('slow_reply', [
        ['v', 'Are you open?', { at: 0 }],
        ['v', 'On Sunday I mean', { at: 10 * SECOND }],
        [who, 'Yes.', { at: seconds * SECOND, ...more }],
      ])?.seq;
    expect(replyAfter(45)).to.equal(3);
    expect(replyAfter(20)).to.equal(undefined);
    expect(replyAfter(45, 's')).to.equal(undefined);
    expect(replyAfter(400, 's')).to.equal(3);
    expect(replyAfter(45, 'a', { isFallback: true })).to.equal(undefined);
  });

  it('points at a fallback, a fault, a bad rating and a corrected detail', () => {
    const lines: Line[] = [
      ['v', 'My mail is a@b.com'],
      ['a', 'Sorry.', { isFallback: true }],
      ['v', 'No, c@b.com'],
    ];
    expect(find('fallback', lines)?.seq).to.equal(2);
    expect(find('workflow_error', lines, { faultsAfter: [null, 1] })).to.deep.equal({
      code: 'workflow_error',
      seq: 1,
    });
    expect(find('workflow_error', lines, { faultsAfter: [null] })).to.deep.equal({ code: 'workflow_error' });
    expect(find('workflow_error', lines)).to.equal(undefined);
    for (const rating of [1, 2])
      expect(find('low_rating', lines, { rating })).to.deep.equal({ code: 'low_rating' });
    expect(find('low_rating', lines, { rating: 3 })).to.equal(undefined);
    expect(find('corrected_detail', lines, { correctedAt: [2_500] })?.seq).to.equal(3);
    expect(find('corrected_detail', lines)).to.equal(undefined);
  });

  it('notices who left after a question, above all after one for the e-mail', () => {
    const left = (text: string, more?: Partial<SpokenMessage>, rest?: Partial<QuietConversation>) =>
      findSignals(
        talk(
          [
            ['a', 'Hello.'],
            ['v', 'I need shelves'],
            ['a', text, more],
          ],
          rest,
        ),
      ).map(({ code }) => code);
    for (const asking of [
      'What is your e-mail address?',
      'Wie lautet Ihre Telefonnummer?',
      'Where can we reach you?',
    ])
      expect(left(asking), asking).to.deep.equal(['left_after_contact']);
    expect(left('How wide should they be?')).to.deep.equal(['left_after_question']);
    expect(left('Choose one', { choices: ['Oak', 'Pine'] })).to.deep.equal(['left_after_question']);
    expect(left('We will be in touch.')).to.deep.equal([]);
    expect(left('What is your e-mail?', {}, { isCompleted: true })).to.deep.equal([]);
    expect(findSignals(talk([['a', 'How can I help?']]))).to.deep.equal([]);
  });

  it('hears that something is wrong or was said before', () => {
    for (const text of [
      "That's wrong.",
      'That’s not what I asked',
      'I already told you my name',
      'No, I meant the other one',
      "you don't understand me",
      'Das stimmt nicht!',
      'Das habe ich doch schon gesagt',
      'Hab ich Ihnen schon geschrieben',
      'Sie verstehen mich nicht',
      'Nein, ich meinte Graz',
    ])
      expect(find('contradiction', saying(text))?.seq, text).to.equal(2);
    for (const text of [
      'No',
      'No thanks',
      'Is something wrong with my order?',
      'Nein danke',
      'Das stimmt',
      'I told a friend about you',
      'Ich verstehe nicht, was das kostet',
    ])
      expect(find('contradiction', saying(text)), text).to.equal(undefined);
  });

  it('hears strong words of visitors only, and only as whole words', () => {
    for (const text of [
      'What a bullshit',
      'You are useless',
      'this is a SCAM',
      'So ein Scheiß',
      'Das ist eine Frechheit',
    ])
      expect(find('strong_words', saying(text))?.seq, text).to.equal(2);
    for (const text of [
      'We live in Scunthorpe',
      'A class on shiitake mushrooms',
      'Entschuldigung für die dumme Frage',
      'Ich suche einen Mistkübel',
      'My idea may be unusual',
    ])
      expect(find('strong_words', saying(text)), text).to.equal(undefined);
    expect(
      find('strong_words', [
        ['v', 'Hello'],
        ['a', 'A scam is something else.'],
      ]),
    ).to.equal(undefined);
  });

  it('hears the wish for a person until one has written', () => {
    for (const text of [
      'Can I talk to a human?',
      'I want to speak with someone please',
      'real person please',
      'Ich möchte mit einem Mitarbeiter sprechen',
      'Kann ich mit jemandem telefonieren?',
    ]) {
      expect(find('wants_person', saying(text))?.seq, text).to.equal(2);
      expect(find('wants_person', [...saying(text), ['s', 'Hello, this is Ana.']]), text).to.equal(undefined);
    }
    expect(find('wants_person', saying('Hello'), { wantsPerson: true })).to.deep.equal({
      code: 'wants_person',
    });
    for (const text of ['A table for one person', 'Eine Person mehr', 'I am a human resources manager'])
      expect(find('wants_person', saying(text)), text).to.equal(undefined);
  });

  it('puts the heaviest first, each once', () => {
    const codes = findSignals(
      talk([
        ['v', 'This is a scam'],
        ['a', 'Sorry.', { isFallback: true }],
        ['v', 'scam'],
        ['a', 'Sorry.', { isFallback: true }],
      ]),
    ).map(({ code }) => code);
    expect(codes).to.deep.equal(['fallback', 'strong_words']);
    expect(Object.values(SIGNALS).reduce((sum, { weight }) => sum + weight, 0)).to.be.below(1_000);
  });

  it('stays quick with a text made to be slow', () => {
    const nasty = `${'i have already '.repeat(400)}${'a'.repeat(20_000)} ${'so '.repeat(3_000)}`;
    const started = process.cpuUsage();
    findSignals(talk(Array.from({ length: 200 }, (_, n): Line => [n % 2 ? 'a' : 'v', nasty])));
    expect(process.cpuUsage(started).user / 1_000_000).to.be.below(5);
  });

  it('draws the same sample every time, about as large as it should be', () => {
    const ids = Array.from({ length: 4_000 }, () => randomUUID());
    const drawn = ids.filter((id) => isInSample(id, 5));
    expect(drawn.length).to.be.within(120, 290);
    expect(ids.filter((id) => isInSample(id, 5))).to.deep.equal(drawn);
    expect(drawn.every((id) => isInSample(id, 10))).to.equal(true);
    expect(ids.some((id) => isInSample(id, 0))).to.equal(false);
    expect(ids.every((id) => isInSample(id, 100))).to.equal(true);
  });
});
