/**
 * A visitor's message and its answer, as one JSON body or as a stream of events.
 */
import type { Context } from 'koa';
import type { ConversationDeps } from '../conversation/answer-turn.ts';
import { ensureAnswered } from '../conversation/reply-to.ts';
import { storeVisitorMessage } from '../conversation/store-message.ts';
import { errorBody, translate } from '../http/error-handler.ts';
import { EventStream } from '../http/event-stream.ts';
import { errorForLog } from '../log.ts';
import { type MessageAnswer, readTurn } from './read-turn.ts';
import type { SendMessage } from './schema.ts';

/** Longer than any site's reply timeout: who waits for another's turn is let go at last. */
const WAIT_MS = 150_000;

/** Stores, answers, and returns the message with its replies. */
export async function sendMessage(
  deps: ConversationDeps,
  sessionId: string,
  message: SendMessage,
): Promise<MessageAnswer> {
  const stored = await storeVisitorMessage(deps.database, sessionId, message);
  deps.hint();
  await ensureAnswered(deps, sessionId, stored, { waitMs: WAIT_MS });
  return readTurn(deps.database, sessionId, stored.seq);
}

/**
 * The same, told while it happens: `message` (the visitor's, stored), `delta`..., `message` (each stored reply),
 * `session`, `done`; or `error`. A visitor who goes away does not stop the reply.
 */
export async function streamMessage(
  deps: ConversationDeps,
  ctx: Context,
  sessionId: string,
  message: SendMessage,
): Promise<void> {
  const stored = await storeVisitorMessage(deps.database, sessionId, message);
  deps.hint();
  const before = await readTurn(deps.database, sessionId, stored.seq);
  const stream = new EventStream(ctx);
  let number = 0;
  const send = (event: string, data: unknown) => stream.send(event, data, `${stored.seq}.${++number}`);
  try {
    send('message', before.messages[0]);
    const gone = new AbortController();
    stream.onClose(() => gone.abort());
    const onDelta = (text: string) => send('delta', { text });
    await ensureAnswered(deps, sessionId, stored, { waitMs: WAIT_MS, gone: gone.signal, onDelta });
    const { messages, session } = await readTurn(deps.database, sessionId, stored.seq);
    for (const reply of messages.slice(1)) send('message', reply);
    if (JSON.stringify(session) !== JSON.stringify(before.session)) send('session', session);
    send('done', {});
  } catch (error) {
    const { requestId } = ctx.state;
    deps.log.warn({ requestId, sessionId, err: errorForLog(error) }, 'a reply broke off');
    send('error', errorBody(translate(error), requestId));
  } finally {
    stream.end();
  }
}
