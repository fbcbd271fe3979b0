/**
 * Whole conversations with the guided agent as data: what the visitor says, line by line, and what the team must then
 * know.
 */
import { expect } from 'chai';
import { askBriefly } from '../../../backend/agents/guided/phrases.ts';
import { english } from '../../../backend/agents/guided/says/en.ts';
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

/** One test a dialogue, named by what it is about. */
export function holdDialogues(title: string, dialogues: readonly Dialogue[]): void {
  describe(title, () => {
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
}

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

/** Fails unless the assistant said all this, in this order. */
export function expectInOrder(conversation: Conversation, says: readonly (string | RegExp)[]): void {
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
