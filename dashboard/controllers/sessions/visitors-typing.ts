/** In which conversations the visitor is typing right now. The server says when they stop; a lost word ends by time. */
import { live } from '../../api/live.ts';
import { Store } from '../store.ts';

/** A little longer than the server lets it last. */
const LASTS_MS = 8_000;

export const visitorsTyping = new Store<ReadonlySet<string>>(new Set());

const ends = new Map<string, ReturnType<typeof setTimeout>>();

live.onTyping = ({ sessionId, on }) => note(sessionId, on);
live.subscribe(({ name, data }) => {
  if (name === 'message.created' && data.message?.role === 'visitor' && data.sessionId)
    note(data.sessionId, false);
});

function note(sessionId: string, on: boolean): void {
  clearTimeout(ends.get(sessionId));
  ends.delete(sessionId);
  if (on)
    ends.set(
      sessionId,
      setTimeout(() => note(sessionId, false), LASTS_MS),
    );
  if (on === visitorsTyping.value.has(sessionId)) return;
  const now = new Set(visitorsTyping.value);
  if (on) now.add(sessionId);
  else now.delete(sessionId);
  visitorsTyping.set(now);
}
