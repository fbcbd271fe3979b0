/**
 * Invitations and new passwords. The link's token is made from the delivery's id with a key, so that every try says the
 * same and nothing but its hash is ever stored. The link that an admin was shown works beside it.
 */
import { createHmac } from 'node:crypto';
import { Delivery } from '../../../models/delivery.ts';
import { StaffUser } from '../../../models/staff-user.ts';
import { admitLink, linkPath } from '../../../staff/one-time-links.ts';
import { textsFor } from '../languages/index.ts';
import { type Mail, oneLine } from '../mail.ts';
import type { ComposeContext, Composed } from './context.ts';

export async function invited(context: ComposeContext): Promise<Composed> {
  const user = await personOf(context);
  if (user?.status !== 'invited') return { nobody: 'The invitation is not open any more.' };
  if (await isOvertaken(context)) return { nobody: 'A newer invitation was made since.' };
  const { locale, invited: texts } = await textsFor(context.database, [user.email]);
  return {
    to: [user.email],
    mail: {
      language: locale,
      subject: texts.subject,
      preview: texts.preview,
      heading: texts.heading(oneLine(user.name, 80)),
      blocks: [
        { kind: 'text', text: texts.what },
        { kind: 'text', text: texts.how },
      ],
      action: await link(context, 'invite', user.id, texts.action),
      reason: texts.reason(user.email),
    },
  };
}

export async function passwordForgotten(context: ComposeContext): Promise<Composed> {
  const user = await personOf(context);
  if (user?.status !== 'active') return { nobody: 'The account is switched off.' };
  if (!user.resetRequestedAt) return { nobody: 'A new password was chosen already.' };
  if (await isOvertaken(context)) return { nobody: 'They asked again since.' };
  const { locale, reset: texts } = await textsFor(context.database, [user.email]);
  return {
    to: [user.email],
    mail: {
      language: locale,
      subject: texts.subject,
      preview: texts.preview,
      heading: texts.heading,
      blocks: [
        { kind: 'text', text: texts.what(oneLine(user.name, 80)) },
        { kind: 'text', text: texts.how },
      ],
      action: await link(context, 'reset', user.id, texts.heading),
      reason: texts.reason(user.email),
    },
  };
}

async function personOf({ database, delivery }: ComposeContext): Promise<StaffUser | undefined> {
  const { userId } = delivery.payload as { userId?: string };
  return userId ? StaffUser.query(database).findById(userId) : undefined;
}

/** An older link must not come back to life because its mail is tried again. */
async function isOvertaken({ database, delivery }: ComposeContext): Promise<boolean> {
  const newer = await Delivery.query(database)
    .where({ kind: 'email', event: delivery.event })
    .where('id', '>', delivery.id)
    .whereRaw(`payload->>'userId' = ?`, [String(delivery.payload.userId)])
    .first();
  return newer !== undefined;
}

async function link(
  { database, delivery, linkKey, isForOutbox }: ComposeContext,
  purpose: 'invite' | 'reset',
  userId: string,
  label: string,
): Promise<NonNullable<Mail['action']>> {
  if (isForOutbox) return { label, path: '/dashboard/set-password' };
  const token = createHmac('sha256', linkKey).update(`${purpose}/${delivery.id}`).digest('base64url');
  await admitLink(database, purpose, userId, token);
  return { label, path: linkPath(purpose, token) };
}
