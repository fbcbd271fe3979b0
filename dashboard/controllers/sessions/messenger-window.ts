/** Until when Facebook delivers an answer on Messenger, in words for whoever is about to write one. */
import { takeoverTexts } from '../../languages/en/takeover.ts';

const HOUR = 3_600_000;
const ANYBODY_HOURS = 24;
const PEOPLE_HOURS = 7 * 24;
/** Before that nobody needs to hurry. */
const SOON_HOURS = 6;

interface Said {
  role: string;
  createdAt: string;
}

/** null where there is nothing to mind. The server decides; this only tells beforehand. */
export function messengerHint(channel: string, messages: readonly Said[], now: number): string | null {
  if (channel !== 'messenger') return null;
  const words = takeoverTexts.messenger;
  const last = messages.findLast(({ role }) => role === 'visitor');
  if (!last) return words.never;
  const hours = (now - Date.parse(last.createdAt)) / HOUR;
  if (hours > PEOPLE_HOURS) return words.closed;
  if (hours > ANYBODY_HOURS) return words.onlyPeople(Math.max(1, Math.floor((PEOPLE_HOURS - hours) / 24)));
  const left = Math.max(1, Math.floor(ANYBODY_HOURS - hours));
  return left <= SOON_HOURS ? words.soon(left) : null;
}
