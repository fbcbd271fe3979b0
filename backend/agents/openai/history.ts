/**
 * What was said so far as messages of the chat call, as much of it as the budget holds: the newest is kept, and the
 * greeting, which tells the model how the talk began.
 */
import type { HistoryMessage } from '../agent.ts';

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant' | 'tool';
  content: string | null;
  tool_calls?: Array<{ id: string; type: 'function'; function: { name: string; arguments: string } }>;
  tool_call_id?: string;
}

/** Close enough for a budget, in any language: a token is some four letters. */
export const estimateTokens = (text: string) => Math.ceil(text.length / 4);
/** What the frame around one message costs. */
const FRAME = 4;
/** A single message is cut to this; nobody's question is longer. */
const LONGEST = 8_000;

export function chatMessages(
  history: readonly HistoryMessage[],
  said: readonly string[],
  budget: number,
): ChatMessage[] {
  const now = merged(said.map((text) => ({ role: 'user', content: text.slice(0, LONGEST) })));
  const past = history.flatMap(asMessage);
  const [first, ...later] = past;
  const greeting = first?.role === 'assistant' ? [first] : [];
  const rest = greeting.length > 0 ? later : past;
  let left = budget - costOf([...greeting, ...now]);
  let from = rest.length;
  while (from > 0 && left - costOf([rest[from - 1]!]) >= 0) {
    from -= 1;
    left -= costOf([rest[from]!]);
  }
  // Some templates know only turns that alternate.
  return merged([...greeting, ...rest.slice(from), ...now]);
}

/** What messages will cost to send, in tokens, as near as can be told without the model. */
export const costOf = (messages: readonly ChatMessage[]) =>
  messages.reduce(
    (sum, { content, tool_calls }) =>
      sum +
      FRAME +
      estimateTokens(content ?? '') +
      (tool_calls ? estimateTokens(JSON.stringify(tool_calls)) : 0),
    0,
  );

/** What the team wrote was said on the site's side; our own notes were said to nobody. */
function asMessage({ role, text }: HistoryMessage): ChatMessage[] {
  const content = text.slice(0, LONGEST);
  if (role === 'system' || content.trim() === '') return [];
  if (role === 'staff') return [{ role: 'assistant', content: `(A person of the team wrote:) ${content}` }];
  return [{ role: role === 'visitor' ? 'user' : 'assistant', content }];
}

function merged(messages: readonly ChatMessage[]): ChatMessage[] {
  const result: ChatMessage[] = [];
  for (const message of messages) {
    const last = result.at(-1);
    if (last?.role === message.role) last.content = `${last.content}\n\n${message.content}`;
    else result.push({ ...message });
  }
  return result;
}
