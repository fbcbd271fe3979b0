/**
 * Resend's API (POST /emails) and what its answers mean to the ledger. The idempotency key is remembered for 24 hours
 * (Resend, "Idempotency keys"): a try whose answer was lost is told that the mail is on its way, and makes no second one.
 */
import { fetch, type Response } from 'undici';
import type { MailConfig } from '../../config.ts';
import type { SendResult } from '../../deliveries/sender.ts';
import { readLimited } from '../../http/outgoing.ts';

const DEFAULT_URL = 'https://api.resend.com';
const ANSWER_BYTES = 64 * 1024;
const HOUR = 3600;

export interface DrawnMail {
  to: readonly string[];
  subject: string;
  html: string;
  text: string;
  replyTo?: string;
  tags: Readonly<Record<string, string>>;
}

/** @throws what fetch throws: nobody knows then whether the mail was taken, and the same key has to be sent again */
export async function sendByResend(
  { resendApiKey, resendBaseUrl = DEFAULT_URL, from }: MailConfig,
  { to, subject, html, text, replyTo, tags }: DrawnMail,
  idempotencyKey: string,
  signal: AbortSignal,
): Promise<SendResult> {
  const response = await fetch(`${resendBaseUrl.replace(/\/$/, '')}/emails`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${resendApiKey}`,
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
      'user-agent': 'Parlour',
    },
    body: JSON.stringify({
      from,
      to,
      subject,
      html,
      text,
      ...(replyTo && { reply_to: replyTo }),
      // Nobody's "out of office" should answer to a notice (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      tags: Object.entries(tags).map(([name, value]) => ({ name, value })),
    }),
    redirect: 'manual',
    signal,
  });
  return judge(response);
}

async function judge(response: Response): Promise<SendResult> {
  const { status } = response;
  const text = await readLimited(response, ANSWER_BYTES);
  const answer = parse(text);
  if (status >= 200 && status < 300)
    return { ok: true, status, ...(typeof answer.id === 'string' && { externalId: answer.id }) };
  const name = typeof answer.name === 'string' ? answer.name : '';
  const said = typeof answer.message === 'string' ? ` It says: ${answer.message.slice(0, 300)}` : '';
  const fail = (error: string, more: { retryAfter?: number; isFinal?: boolean } = {}): SendResult => ({
    ok: false,
    status,
    error,
    response: name,
    ...more,
  });
  // The mail of the first try was taken; what it tells has changed since, so this one looks like another.
  if (name === 'invalid_idempotent_request')
    return { ok: true, status, response: 'Resend had taken this mail at an earlier try.' };
  if (name === 'concurrent_idempotent_requests')
    return fail('Resend is still at work on the last try.', { retryAfter: 5 });
  if (name === 'monthly_quota_exceeded')
    return fail('Resend’s quota for this month is used up. Mails wait for a day, then it is tried again.', {
      retryAfter: 24 * HOUR,
    });
  if (name === 'daily_quota_exceeded')
    return fail('Resend’s quota for today is used up. It is tried again later.', {
      retryAfter: secondsToWait(response) ?? 4 * HOUR,
    });
  if (status === 429)
    return fail('Resend asks us to go slower.', { retryAfter: secondsToWait(response) ?? 1 });
  if (status === 401 || status === 403)
    return fail(`Resend refuses: check RESEND_API_KEY and that MAIL_FROM is of a verified domain.${said}`);
  if (status >= 400 && status < 500) return fail(`Resend does not take this mail.${said}`, { isFinal: true });
  return fail(`Resend answered ${status}.`);
}

/** Whichever of the two headers asks for more. */
function secondsToWait({ headers }: Response): number | undefined {
  const seconds = ['retry-after', 'ratelimit-reset'].flatMap((name) => {
    const value = headers.get(name)?.trim();
    return value && /^\d+(\.\d+)?$/.test(value) ? Math.ceil(Number(value)) : [];
  });
  return seconds.length > 0 ? Math.max(...seconds) : undefined;
}

function parse(text: string): { id?: unknown; name?: unknown; message?: unknown } {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
