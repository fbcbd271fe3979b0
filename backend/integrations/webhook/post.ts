/**
 * One signed POST to a webhook's address, and what its answer means. Only 2xx is a success, no redirect is followed.
 */
import type { Response } from 'undici';
import type { SendResult } from '../../deliveries/sender.ts';
import { AddressRefused, type Outgoing, readBeginning } from '../../http/outgoing.ts';
import { secondsOf } from '../../http/retry-after.ts';
import type { WebhookSettings } from './settings.ts';
import { signatureHeaders } from './sign.ts';

const ANSWER_BYTES = 4 * 1024;
/** The status has told what matters; how slowly it goes on talking is its own affair. */
const ANSWER_MS = 1_000;
const USER_AGENT = 'Parlour';
/** What a header can carry (RFC 9110, 5.5). */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

export interface WebhookMessage {
  /** The same at every try: a receiver knows by it what it has had. */
  id: string;
  body: string;
}

/** @throws what fetch throws when nothing answers */
export async function postWebhook(
  outgoing: Outgoing,
  { url, secrets, header }: WebhookSettings & { url: string },
  { id, body }: WebhookMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  if (header && !HEADER_VALUE.test(header.value))
    return {
      ok: false,
      error: 'The value of the header has letters that a header cannot carry.',
      isFinal: true,
    };
  const seconds = Math.floor(Date.now() / 1000);
  try {
    const response = await outgoing.fetch(url, {
      method: 'POST',
      headers: {
        ...(header && { [header.name.toLowerCase()]: header.value }),
        'content-type': 'application/json',
        'user-agent': USER_AGENT,
        ...signatureHeaders(secrets, id, seconds, body),
      },
      body,
      signal,
    });
    const answer = await readBeginning(response, ANSWER_BYTES, ANSWER_MS);
    // Some receivers answer with what they were sent; what they answer is kept, and shown to the team.
    return judge(response, header ? answer.replaceAll(header.value, '[hidden]') : answer);
  } catch (error) {
    if (error instanceof AddressRefused) return { ok: false, error: error.message, isFinal: true };
    throw error;
  }
}

function judge({ status, headers }: Response, response: string): SendResult {
  if (status >= 200 && status < 300) return { ok: true, status, response };
  const retryAfter = secondsOf(headers.get('retry-after'));
  const failed = { ok: false as const, status, response, ...(retryAfter !== undefined && { retryAfter }) };
  if (status === 410)
    return {
      ...failed,
      error: 'The receiver wants no more webhooks (410). They are switched off.',
      disables: true,
    };
  return { ...failed, error: wordsOfStatus(status, response) };
}

function wordsOfStatus(status: number, response: string): string {
  if (status >= 300 && status < 400)
    return `The address sends us elsewhere (${status}). Enter the address it leads to.`;
  if (status === 401 || status === 403)
    return `The receiver does not let us in (${status}). Check the header and its value, or the secret.`;
  if (status === 404 && response.includes('is not registered'))
    return 'n8n knows no published workflow at this address. Publish it, and use its production URL.';
  return `The receiver answered ${status}.`;
}
