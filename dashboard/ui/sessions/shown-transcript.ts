import type { SessionDetail } from '../../../backend/sessions/schema.ts';
import type { TranscriptMessage } from '../../../web-components/message-bubble.ts';
import type { Outgoing } from '../../controllers/sessions/outbox.ts';
import { viewer } from '../../controllers/viewer.ts';

type Notes = typeof import('./transcript-notes.ts');

const NOTHING_SENT: readonly Outgoing[] = [];

/**
 * A conversation as its transcript shows it: what is stored, and after it what is on its way. The messages are another
 * array only when they are other ones, so that nothing is drawn again for nothing.
 */
export class ShownTranscript {
  /** Marks, and faults between the messages: may be there a moment after the words. */
  notes: Notes | undefined;
  #from: unknown[] = [];
  #messages: TranscriptMessage[] = [];

  constructor(notes?: Notes) {
    this.notes = notes;
  }

  with(
    { session, messages, incidents, reviews }: SessionDetail,
    sent: readonly Outgoing[] = NOTHING_SENT,
  ): TranscriptMessage[] {
    const from = [messages, incidents, reviews, sent, this.notes];
    if (from.some((part, index) => part !== this.#from[index])) {
      const known = new Set(messages.map(({ id }) => id));
      const waiting = sent.filter(({ id, sessionId }) => sessionId === session.id && !known.has(id));
      const noted = this.notes?.withNotes(messages, incidents, reviews, session.site.id) ?? messages;
      this.#from = from;
      this.#messages = [...noted, ...waiting.map(asMessage)];
    }
    return this.#messages;
  }
}

/** As it will look once it is stored, so that nothing jumps. */
function asMessage({ id, text, createdAt, status, error }: Outgoing): TranscriptMessage {
  const here = viewer.value;
  const [name = ''] = here.status === 'signed-in' ? here.user.name.split(' ') : [];
  const shown = status === 'sent' ? undefined : status;
  return { id, seq: 0, role: 'staff', author: { name }, text, createdAt, error, status: shown };
}
