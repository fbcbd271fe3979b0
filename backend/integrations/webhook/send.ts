/**
 * Webhooks: a signed POST to the address of the site's settings. Only 2xx is a success, no redirect is followed.
 */
import type { Response } from 'undici';
import type { Database } from '../../db/knex.ts';
import type { Sender, SendResult } from '../../deliveries/sender.ts';
import { AddressRefused, type Outgoing, readLimited } from '../../http/outgoing.ts';
import { Site } from '../../models/site.ts';
import { decryptSecret, isSealed } from '../../sites/secrets.ts';
import { webhookPayload } from './payload.ts';
import { signatureHeaders } from './sign.ts';

const ANSWER_BYTES = 64 * 1024;
const USER_AGENT = 'Parlour';

export interface WebhookDeps {
  database: Database;
  outgoing: Outgoing;
  secretKey: Buffer;
}

interface WebhookSettings {
  url?: string;
  secret?: string;
}

export function webhookSender({ database, outgoing, secretKey }: WebhookDeps): Sender {
  return {
    async send(delivery, signal) {
      const site = delivery.siteId ? await Site.query(database).findById(delivery.siteId) : undefined;
      const settings = site?.integrations.webhook as WebhookSettings | undefined;
      if (!settings?.url) return { ok: false, error: 'This site has no webhook any more.', isFinal: true };
      const body = JSON.stringify(await webhookPayload(database, delivery));
      const secrets = isSealed(settings.secret)
        ? [decryptSecret(settings.secret, 'integrations.webhook.secret', secretKey)]
        : [];
      const seconds = Math.floor(Date.now() / 1000);
      try {
        const response = await outgoing.fetch(settings.url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'user-agent': USER_AGENT,
            ...signatureHeaders(secrets, delivery.id, seconds, body),
          },
          body,
          signal,
        });
        return await judge(response);
      } catch (error) {
        if (error instanceof AddressRefused) return { ok: false, error: error.message, isFinal: true };
        throw error;
      }
    },
  };
}

async function judge(response: Response): Promise<SendResult> {
  const { status } = response;
  const text = await readLimited(response, ANSWER_BYTES).catch((error) => {
    // A receiver that has accepted it may say what it likes; a long answer changes nothing.
    if (error instanceof RangeError) return '';
    throw error;
  });
  if (status >= 200 && status < 300) return { ok: true, status, response: text };
  const retryAfter = secondsOf(response.headers.get('retry-after'));
  const failed = {
    ok: false as const,
    status,
    response: text,
    ...(retryAfter !== undefined && { retryAfter }),
  };
  if (status === 410)
    return {
      ...failed,
      error: 'The receiver wants no more webhooks (410). They are switched off.',
      disables: true,
    };
  if (status >= 300 && status < 400)
    return { ...failed, error: `The address sends us elsewhere (${status}). Enter the address it leads to.` };
  return { ...failed, error: `The receiver answered ${status}.` };
}

/** Retry-After is a number of seconds or a date (RFC 9110, 10.2.3). */
export function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
