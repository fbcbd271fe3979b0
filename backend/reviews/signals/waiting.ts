/** What the visitor waited for: a reply that was slow or never came, a person, or nothing any more. */
import type { Signal } from './catalogue.ts';
import type { QuietConversation, SpokenMessage } from './conversation.ts';
import { speaksOf } from './words/lists.ts';

const SLOW_ASSISTANT_MS = 30_000;
const SLOW_PERSON_MS = 5 * 60_000;
/** A goodbye is short; a longer text that says thanks may still ask something. */
const CLOSING_WORDS = 6;

const isReply = ({ role }: SpokenMessage) => role === 'assistant' || role === 'staff';
const asks = (text: string) => /[?？؟]/.test(text);

/** What was said last and stayed without a reply; a goodbye needs none. */
export function findUnanswered({ messages }: QuietConversation): number | undefined {
  const lastReply = messages.findLast(isReply)?.seq ?? 0;
  const open = messages.filter(({ role, seq }) => role === 'visitor' && seq > lastReply);
  return open.find(({ text }) => !isClosing(text))?.seq;
}

/** The first reply that took long, counted from the visitor's first word that it answers. A fallback is its own signal. */
export function findSlow({ messages }: QuietConversation): number | undefined {
  let since: number | undefined;
  for (const message of messages) {
    if (message.role === 'visitor') since ??= message.at;
    if (!isReply(message)) continue;
    const limit = message.role === 'staff' ? SLOW_PERSON_MS : SLOW_ASSISTANT_MS;
    if (since !== undefined && !message.isFallback && message.at - since > limit) return message.seq;
    since = undefined;
  }
  return undefined;
}

/** The wish for a person that no person has answered in writing. */
export function findUnmetWish({ messages }: QuietConversation): number | undefined {
  const lastStaff = messages.findLast(({ role }) => role === 'staff')?.seq ?? 0;
  return messages.find(
    ({ role, seq, text }) => role === 'visitor' && seq > lastStaff && speaksOf('person', text),
  )?.seq;
}

/** The question after which the visitor said nothing more. A completed conversation has simply ended. */
export function findLeftAfter({ messages, isCompleted }: QuietConversation): Signal | undefined {
  const last = messages.findLast(({ role }) => role !== 'system');
  if (isCompleted || last?.role !== 'assistant' || last.isFallback) return undefined;
  if (!messages.some(({ role }) => role === 'visitor')) return undefined;
  if (!asks(last.text) && !last.choices?.length) return undefined;
  const isContact = speaksOf('contact', last.text);
  return { code: isContact ? 'left_after_contact' : 'left_after_question', seq: last.seq };
}

const isClosing = (text: string) =>
  !asks(text) && text.trim().split(/\s+/).length <= CLOSING_WORDS && speaksOf('closing', text);
