/** Until when an answer may be sent, and as what (Messenger Platform, "Policy": the standard messaging window). */
const HOUR = 3_600_000;
const ANYBODY_HOURS = 24;
const PEOPLE_HOURS = 7 * 24;

/** How a message is sent; null: not any more. Only what a person typed may ever carry the tag for people. */
export function labelsFor(
  role: 'assistant' | 'staff' | 'system' | 'visitor',
  wroteAt: Date | null,
  now = Date.now(),
): { messaging_type: 'RESPONSE' } | { messaging_type: 'MESSAGE_TAG'; tag: 'HUMAN_AGENT' } | null {
  const hours = wroteAt ? (now - wroteAt.getTime()) / HOUR : Number.POSITIVE_INFINITY;
  if (hours <= ANYBODY_HOURS) return { messaging_type: 'RESPONSE' };
  if (role === 'staff' && hours <= PEOPLE_HOURS) return { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
  return null;
}
