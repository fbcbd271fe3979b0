/** What made-up people said to each other. */
import type { TranscriptMessage } from '../../../web-components/message-bubble.ts';

const MINUTE = 60_000;

let count = 0;
/** A message of so many minutes ago. */
export function said(
  role: TranscriptMessage['role'],
  text: string,
  more: Partial<TranscriptMessage> = {},
  minutes = 0,
): TranscriptMessage {
  count += 1;
  const createdAt = new Date(Date.now() - minutes * MINUTE).toISOString();
  return { id: `message-${count}`, seq: count, role, text, createdAt, ...more };
}

export const ana = { author: { name: 'Ana Ruiz' } };
export const talk = [
  said('assistant', 'Hello. Are you furnishing a room, or a whole home?', {}, 6),
  said('visitor', 'A living room. We have 28 m² and a bay window.', {}, 5),
  said('visitor', 'Could somebody come and look?', {}, 5),
  said('assistant', 'Gladly: a first visit takes an hour and costs nothing. Which day suits you?', {}, 4),
];
