/**
 * Sends the mails of the ledger. Each is made anew from the rows it names; without a key for Resend it is kept in the
 * outbox, which the dashboard shows, and is sent later only when somebody says so.
 */

import type { MailConfig } from '../../config.ts';
import type { Database } from '../../db/knex.ts';
import type { Sender } from '../../deliveries/sender.ts';
import { AppError } from '../../errors.ts';
import type { Keys } from '../../keys.ts';
import type { Delivery } from '../../models/delivery.ts';
import { OutboxMail } from '../../models/outbox-mail.ts';
import { normalEmail } from '../../staff/email.ts';
import { marksOf } from '../../staff/mail-marks.ts';
import { composeMail } from './compose/index.ts';
import { drawHtml } from './draw-html.ts';
import { drawText } from './draw-text.ts';
import { type Mail, oneLine } from './mail.ts';
import { keepInOutbox } from './outbox.ts';
import { type DrawnMail, sendByResend } from './resend.ts';

export interface EmailDeps {
  database: Database;
  mail: MailConfig;
  publicUrl: string;
  /** Hashes the addresses that refuse mail. */
  addressKey: Keys;
  /** Makes the tokens of one-time links. */
  linkKey: Buffer;
}

export function emailSender(deps: EmailDeps): Sender {
  return {
    async send(delivery, signal) {
      const { database, mail: config } = deps;
      const isForOutbox = !config.resendApiKey;
      const composed = await compose(deps, delivery, isForOutbox);
      if ('nobody' in composed) return { ok: true, response: `Not sent: ${composed.nobody}` };
      const addresses = composed.to.flatMap((address) => normalEmail(address) ?? []);
      if (addresses.length === 0)
        return {
          ok: false,
          error: `This is not an e-mail address: ${oneLine(composed.to.join(', '))}.`,
          isFinal: true,
        };
      const marks = await marksOf(database, addresses, deps.addressKey);
      const to = addresses.filter((address) => !marks.has(address));
      if (to.length === 0)
        return { ok: false, error: refusal(marks.get(addresses[0]!)!.kind), isFinal: true };
      const drawn = draw(composed.mail, to, deps.publicUrl, {
        event: delivery.event.replaceAll('.', '_'),
        delivery: delivery.id,
      });
      if (isForOutbox) return keepInOutbox(database, delivery, drawn, deps.publicUrl);
      const result = await sendByResend(config, drawn, keyOf(delivery), signal);
      if (result.ok)
        await OutboxMail.query(database).where({ deliveryId: delivery.id }).patch({ sentAt: new Date() });
      return result;
    },
  };
}

/** What is gone when its turn comes is told to nobody. */
async function compose(deps: EmailDeps, delivery: Delivery, isForOutbox: boolean) {
  try {
    return await composeMail({ database: deps.database, delivery, linkKey: deps.linkKey, isForOutbox });
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return { nobody: 'The conversation is gone.' };
    throw error;
  }
}

/** A mail as it is sent and kept: HTML, plain text and what it is known by. */
export function draw(
  mail: Mail,
  to: readonly string[],
  publicUrl: string,
  tags: Readonly<Record<string, string>>,
): DrawnMail {
  const clean = { ...mail, subject: oneLine(mail.subject, 150) };
  return {
    to,
    subject: clean.subject,
    html: drawHtml(clean, publicUrl),
    text: drawText(clean, publicUrl),
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    tags,
  };
}

/**
 * The same over every try, so that a lost answer makes no second mail. Once it was sent, doing it again on demand is
 * another mail.
 */
function keyOf({ event, id, externalId, attempts, roundAttempts }: Delivery): string {
  return externalId ? `${event}/${id}/${attempts - roundAttempts}` : `${event}/${id}`;
}

const REFUSALS = {
  bounced: 'Mail to this address came back',
  complained: 'Somebody at this address reported our mail as spam',
  suppressed: 'Resend sends nothing to this address any more',
  failed: 'Resend could not send to this address',
} as const;

/** Why nothing goes to an address, and what to do. */
export const refusal = (kind: keyof typeof REFUSALS): string =>
  `${REFUSALS[kind]}, so nothing more is sent there. Check the address, then clear the mark beside it.`;
