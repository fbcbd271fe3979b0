/**
 * Messages on their way to visitors. Each keeps its id over every try, so it is stored once however often it is sent;
 * one that failed stays, also when the person looks at other conversations meanwhile, until it is sent again.
 */
import { uuid } from '../../../web-components/chat/memory.ts';
import { ApiError } from '../../api/client.ts';
import { live } from '../../api/live.ts';
import { writeMessage } from '../../api/takeover.ts';
import { Store } from '../store.ts';

export interface Outgoing {
  id: string;
  sessionId: string;
  text: string;
  createdAt: string;
  /** `sent`: stored, and not yet told by the live stream. */
  status: 'sending' | 'failed' | 'sent';
  /** Why it failed, in plain words. */
  error?: string;
}

export const outbox = new Store<readonly Outgoing[]>([]);

let queue = Promise.resolve();

live.subscribe(({ name, data }) => {
  const id = name === 'message.created' ? data.message?.id : undefined;
  if (id && outbox.value.some((outgoing) => outgoing.id === id))
    outbox.set(outbox.value.filter((outgoing) => outgoing.id !== id));
});

export function send(sessionId: string, text: string): void {
  const createdAt = new Date().toISOString();
  const outgoing: Outgoing = { id: uuid(), sessionId, text, createdAt, status: 'sending' };
  outbox.set([...outbox.value, outgoing]);
  deliver(outgoing);
}

export function sendAgain(id: string): void {
  const outgoing = outbox.value.find((one) => one.id === id);
  if (outgoing?.status !== 'failed') return;
  change(id, { status: 'sending', error: undefined });
  deliver(outgoing);
}

/** One after the other, so that the visitor reads them in the order of writing. */
function deliver({ id, sessionId, text }: Outgoing): void {
  queue = queue.then(async () => {
    try {
      await writeMessage(sessionId, { id, text });
      change(id, { status: 'sent' });
    } catch (error) {
      change(id, { status: 'failed', error: refusalOf(error) });
    }
  });
}

/** The server's reason when it refused; without one the message just was not sent. */
function refusalOf(error: unknown): string | undefined {
  return error instanceof ApiError && error.status >= 400 && error.status < 500 ? error.message : undefined;
}

function change(id: string, to: Partial<Outgoing>): void {
  outbox.set(outbox.value.map((outgoing) => (outgoing.id === id ? { ...outgoing, ...to } : outgoing)));
}
