/**
 * Invitations and new passwords. The link's token is made from the delivery's id with a key, so that every try says the
 * same and nothing but its hash is ever stored. The link that an admin was shown works beside it.
 */
import { createHmac } from 'node:crypto';
import { Delivery } from '../../../models/delivery.ts';
import { StaffUser } from '../../../models/staff-user.ts';
import { admitLink, linkPath } from '../../../staff/one-time-links.ts';
import { type Mail, oneLine } from '../mail.ts';
import type { ComposeContext, Composed } from './context.ts';

export async function invited(context: ComposeContext): Promise<Composed> {
  const user = await personOf(context);
  if (user?.status !== 'invited') return { nobody: 'The invitation is not open any more.' };
  if (await isOvertaken(context)) return { nobody: 'A newer invitation was made since.' };
  return {
    to: [user.email],
    mail: {
      subject: 'You are invited to Parlour',
      preview: 'Choose a password and you are in.',
      heading: `Welcome, ${oneLine(user.name, 80)}`,
      blocks: [
        {
          kind: 'text',
          text: 'You are invited to Parlour, where your team reads and answers the conversations of its web sites.',
        },
        {
          kind: 'text',
          text: 'Choose a password, and you are in. The link works once, for 7 days.',
        },
      ],
      action: await link(context, 'invite', user.id, 'Choose a password'),
      reason: `An admin of the team invited ${user.email}. If you don’t know what this is, do nothing: the invitation ends by itself.`,
    },
  };
}

export async function passwordForgotten(context: ComposeContext): Promise<Composed> {
  const user = await personOf(context);
  if (user?.status !== 'active') return { nobody: 'The account is switched off.' };
  if (!user.resetRequestedAt) return { nobody: 'A new password was chosen already.' };
  if (await isOvertaken(context)) return { nobody: 'They asked again since.' };
  return {
    to: [user.email],
    mail: {
      subject: 'Choose a new password for Parlour',
      preview: 'The link works once, for one hour.',
      heading: 'Choose a new password',
      blocks: [
        {
          kind: 'text',
          text: `Hello ${oneLine(user.name, 80)}, somebody asked for a new password for your account, most likely you.`,
        },
        {
          kind: 'text',
          text: 'The link works once, for one hour. Until you choose a new password, the old one holds.',
        },
      ],
      action: await link(context, 'reset', user.id, 'Choose a new password'),
      reason: `This was sent to ${user.email}. If you did not ask for it, do nothing: nobody gets in without this mail.`,
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
