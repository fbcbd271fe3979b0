/**
 * Sending a stored message to the person's Messenger (Messenger Platform, "Send messages"). The ledger keeps the
 * messages of a conversation in order; here each one is sent once, also when Facebook's answer is lost.
 */
import type { Sender, SendResult } from '../../deliveries/sender.ts';
import { AddressRefused } from '../../http/outgoing.ts';
import { reportIncident } from '../../incidents/report.ts';
import { ChatSession } from '../../models/chat-session.ts';
import type { Delivery } from '../../models/delivery.ts';
import { Message } from '../../models/message.ts';
import { composeParts, type Part } from './compose.ts';
import { callGraph, type GraphAnswer } from './graph.ts';
import { judgeError, WINDOW_WORDS } from './graph-errors.ts';
import type { MessengerDeps } from './process.ts';
import { letRest, restLeft } from './resting.ts';
import { noteAnswered, noteBegun, stateOfPart } from './sends.ts';
import { type MessengerSettings, messengerSettings } from './settings.ts';
import { metadataOf } from './take-event.ts';
import { type Person, personOf } from './thread.ts';
import { labelsFor } from './window.ts';

type SendDeps = Pick<MessengerDeps, 'database' | 'outgoing' | 'secretKey'>;
type Failed = Extract<SendResult, { ok: false }>;

/** Less than the ledger's own limit, so that we still say ourselves what is not known. */
const PATIENCE_MS = 12_000;
const UNKNOWN_SECONDS = 10;
/** Nothing had left this machine yet. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|ERR_TLS)/;
const UNKNOWN_WORDS =
  'Facebook did not answer. Parlour looks whether the message arrived before it sends it again.';

/** All that sending one message needs. */
interface Letter {
  delivery: Delivery;
  message: Message;
  person: Person;
  settings: MessengerSettings;
  labels: NonNullable<ReturnType<typeof labelsFor>>;
}

export function messengerSender(deps: SendDeps): Sender {
  return {
    async send(delivery, signal) {
      const letter = await prepare(deps, delivery);
      if ('ok' in letter) return letter;
      const { person, message } = letter;
      const rest = await restLeft(deps.database, person.pageId);
      if (rest > 0) return failed('Facebook asked for a pause for this page.', { retryAfter: rest });
      const parts = composeParts(message.text, message.choices);
      let mid: string | undefined;
      for (const [index, part] of parts.entries()) {
        const sent = await sendPart(deps, letter, part, index + 1, signal);
        if (!sent.ok) return sent;
        mid = sent.externalId;
      }
      return { ok: true, status: 200, ...(mid && { externalId: mid }) };
    },
  };
}

async function prepare({ database, secretKey }: SendDeps, delivery: Delivery): Promise<Letter | Failed> {
  const { sessionId, seq } = delivery.payload as { sessionId: string; seq: number };
  const session = await ChatSession.query(database).findById(sessionId).withGraphFetched('site');
  const message = await Message.query(database).findById([sessionId, seq]);
  const person = session && personOf(session);
  if (!session || !message || !person)
    return final('This conversation was held elsewhere. Parlour can’t write to the person.');
  const settings = messengerSettings(session.site!, secretKey);
  if (!settings.pageToken || settings.pageId !== person.pageId)
    return final('This site is not connected with this Facebook page any more.');
  const thread = await database('messenger_threads').where({ sessionId }).first();
  const labels = labelsFor(message.role, thread?.wroteAt ?? null);
  if (!labels) return final(message.role === 'staff' ? WINDOW_WORDS.staff : WINDOW_WORDS.assistant);
  return { delivery, message, person, settings, labels };
}

async function sendPart(
  deps: SendDeps,
  letter: Letter,
  content: Part,
  part: number,
  signal: AbortSignal,
): Promise<SendResult> {
  const { database, outgoing } = deps;
  const { message, person, settings, labels } = letter;
  const which = { sessionId: message.sessionId, messageId: message.id, part };
  const before = await stateOfPart(database, which, person);
  if (before.state === 'sent') return { ok: true, externalId: before.mid };
  if (before.state === 'unknown') return failed(UNKNOWN_WORDS, { retryAfter: before.seconds });
  await noteBegun(database, which);
  let answer: GraphAnswer;
  try {
    answer = await callGraph(outgoing, settings, {
      method: 'POST',
      path: `${encodeURIComponent(person.pageId)}/messages`,
      body: {
        recipient: { id: person.personId },
        ...labels,
        message: { ...content, metadata: metadataOf(message.id, part) },
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } };
    const isRefused = error instanceof AddressRefused;
    if (!isRefused && !NOT_SENT.test(`${cause?.code ?? code ?? ''}`))
      return failed(UNKNOWN_WORDS, { retryAfter: UNKNOWN_SECONDS });
    await noteAnswered(database, which, null);
    if (isRefused) return final(error.message);
    throw error;
  }
  const { status, body, error } = answer;
  if (status >= 200 && status < 300 && !error) {
    const mid = String(body.message_id ?? 'without an id');
    await noteAnswered(database, which, mid);
    return { ok: true, externalId: mid };
  }
  // A gateway's own page says nothing of what Facebook did behind it.
  if (!error && status >= 500) return failed(UNKNOWN_WORDS, { status, retryAfter: UNKNOWN_SECONDS });
  await noteAnswered(database, which, null);
  return refused(deps, letter, answer);
}

/** What Facebook's error means for this message, for the page and for whoever looks after it. */
async function refused(
  { database }: SendDeps,
  { delivery, person, message }: Letter,
  { status, error = {}, retryAfter }: GraphAnswer,
): Promise<Failed> {
  const { words, isFinal, isRate, isPageFault } = judgeError(status, error);
  if (isPageFault)
    await database.transaction((trx) =>
      reportIncident(trx, {
        siteId: delivery.siteId,
        sessionId: message.sessionId,
        messageSeq: message.seq,
        workflow: { name: 'Facebook Messenger' },
        node: 'send',
        message: words,
        severity: 'critical',
        details: { code: error.code, subcode: error.error_subcode, status },
      }),
    );
  if (!isRate) return failed(words, { status, isFinal });
  const rest = await letRest(database, delivery.siteId!, person.pageId, retryAfter);
  return failed(words, { status, retryAfter: rest });
}

const failed = (error: string, more: Partial<Failed> = {}): Failed => ({ ok: false, error, ...more });
const final = (error: string): Failed => failed(error, { isFinal: true });
