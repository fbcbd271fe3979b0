/**
 * What staff and automations change about a lead.
 */
import { announceLead } from '../conversation/completion.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { invalid, notFound } from '../errors.ts';
import type { Principal } from '../http/principal.ts';
import { Lead } from '../models/lead.ts';
import { StaffUser } from '../models/staff-user.ts';
import { reachOf } from '../sessions/policy.ts';
import { audit } from '../staff/audit.ts';
import { checkedLeadValues } from '../visitor/lead-form.ts';
import { updateLead } from './actions.ts';
import type { LeadPatch } from './schema.ts';

/**
 * Details are checked as the visitor's own form checks them.
 * @throws not_found; validation_failed naming the detail that can't be right
 */
export async function editLead(
  database: Database,
  id: string,
  patch: LeadPatch,
  by: Principal,
): Promise<void> {
  const { qualification, ownerId, ...details } = patch;
  await database.transaction(async (trx) => {
    const lead = await lock(trx, id, by);
    const { site, locale } = lead.session!;
    const values = checkedLeadValues(details, site!, [locale, site!.locale]);
    if (ownerId) await requireOwner(trx, ownerId);
    await audit(trx, by, {
      action: 'lead.updated',
      subject: { kind: 'lead', id },
      siteId: lead.siteId,
      details: {
        changed: [...Object.keys(values), ...Object.keys(patch).filter((name) => name in SETTINGS)],
      },
    });
    const session = { id: lead.sessionId, siteId: lead.siteId };
    await updateLead(trx, {
      sessionId: session.id,
      siteId: session.siteId,
      values,
      qualification,
      ownerId,
      source: by.kind === 'staff' ? 'staff' : 'automation',
      changedBy: by.kind === 'staff' ? by.userId : undefined,
      changedByName: by.name,
    });
    await announceLead(trx, session);
  });
}

const SETTINGS = { qualification: true, ownerId: true };

/** The conversation is locked first, as everywhere, so that two changes never wait for each other. */
async function lock(trx: Transaction, id: string, by: Principal): Promise<Lead> {
  const lead = await Lead.query(trx).findById(id).withGraphFetched('session.site');
  const { siteId } = reachOf(by);
  if (!lead || (siteId && siteId !== lead.siteId)) throw notFound('There is no such lead.');
  await trx.raw('SELECT 1 FROM chat_sessions WHERE id = ? FOR UPDATE', [lead.sessionId]);
  return lead;
}

async function requireOwner(trx: Transaction, id: string): Promise<void> {
  const person = await StaffUser.query(trx).findById(id).where({ status: 'active' });
  if (!person) throw invalid([{ path: 'ownerId', message: 'This person can’t look after leads here.' }]);
}
