/**
 * What Resend tells of mails afterwards. Addresses that refuse mail are marked; that somebody opened one is none of our
 * business. Told twice, it changes nothing the second time.
 */

import type { Database } from '../../db/knex.ts';
import { badRequest } from '../../errors.ts';
import type { Keys } from '../../keys.ts';
import type { MailMark } from '../../models/mail-mark.ts';
import { StaffUser } from '../../models/staff-user.ts';
import { markAddress } from '../../staff/mail-marks.ts';

interface ResendEvent {
  type?: unknown;
  created_at?: unknown;
  data?: { to?: unknown; bounce?: { type?: unknown }; failed?: { reason?: unknown } };
}

const KINDS: Readonly<Record<string, MailMark['kind']>> = {
  'email.bounced': 'bounced',
  'email.complained': 'complained',
  'email.suppressed': 'suppressed',
  'email.failed': 'failed',
};
/** Failures that are ours, not the address's. */
const OURS = /quota|limit|domain|api.?key|from/i;

/** @param body believed already. @throws bad_request when it is not JSON */
export async function hearResend(database: Database, body: Buffer, addressKey: Keys): Promise<void> {
  const { type, created_at: createdAt, data = {} } = parse(body);
  const kind = KINDS[String(type)];
  if (!kind || isPassing(data)) return;
  const at = new Date(String(createdAt));
  const told = Array.isArray(data.to) ? data.to : [data.to];
  const addresses = told.flatMap((address) => (typeof address === 'string' ? bare(address) : []));
  for (const address of await ofTheTeam(database, addresses))
    await markAddress(
      database,
      address,
      { kind, at: Number.isNaN(at.getTime()) ? new Date() : at },
      addressKey,
    );
}

function parse(body: Buffer): ResendEvent {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
}

/** A full mailbox may be emptied; a quota of ours says nothing about the address. */
function isPassing({ bounce, failed }: NonNullable<ResendEvent['data']>): boolean {
  if (bounce && /^(transient|undetermined)$/i.test(String(bounce.type))) return true;
  return Boolean(failed && OURS.test(String(failed.reason)));
}

/** `Ana <ana@example.com>` and `ana@example.com` are the same address. */
const bare = (address: string) => (/<([^>]+)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();

/** The same account at Resend may send for others as well: their addresses are not ours to keep. */
async function ofTheTeam(database: Database, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const list = addresses.slice(0, 100);
  const [staff, receivers] = await Promise.all([
    StaffUser.query(database).whereIn('email', list).select('email'),
    database('event_subscriptions').where({ kind: 'email' }).whereIn('target', list).distinct('target'),
  ]);
  const ours = new Set([
    ...staff.map(({ email }) => email),
    ...receivers.map(({ target }) => target as string),
  ]);
  return list.filter((address) => ours.has(address));
}
