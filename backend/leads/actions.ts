/**
 * Writing down what is known of a visitor. One lead per conversation, made with its first detail; every change is kept
 * with where it came from, and the score always follows from what is known.
 */
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { publish } from '../events/publish.ts';
import { Lead } from '../models/lead.ts';
import type { LeadField } from '../sites/schema.ts';
import { type Change, changesOf, detailsAfter, identityAfter, type Wanted } from './changes.ts';
import { scoreLead } from './score.ts';
import { type LeadDetails, leadValues } from './values.ts';

export interface LeadUpdate extends Wanted {
  sessionId: string;
  siteId: string;
  consent?: { given: boolean; version: string; page: string | null };
  /** Which person, by id; and the name to show, also for an API key. */
  changedBy?: string;
  changedByName?: string;
}

/**
 * The lead as it is afterwards. What the website vouches for (`identityFields`) is replaced by nobody but the team, and
 * is the team's word from then on. Publishes only when something changed.
 */
export async function updateLead(trx: Transaction, update: LeadUpdate): Promise<Lead> {
  const before = await lockLead(trx, update);
  const changes = changesOf(before, update);
  if (changes.length === 0 && !update.consent && update.source !== 'website') return before;
  const details = detailsAfter(before, changes);
  const { consent, qualification, ownerId } = update;
  const lead = await before.$query(trx).patchAndFetch({
    ...details,
    ...identityOf(before, changes, update),
    ...(consent && {
      consentGiven: consent.given,
      consentVersion: consent.version,
      consentAt: new Date(),
      consentPage: consent.page,
    }),
    ...(qualification !== undefined && { qualification }),
    ...(ownerId !== undefined && { ownerId }),
    ...(await scored(trx, update.sessionId, details)),
    updatedAt: new Date(),
  });
  await recordChanges(trx, lead.id, changes, update);
  const event = { siteId: update.siteId, data: { sessionId: update.sessionId } };
  await publish(trx, { type: 'lead.updated', ...event });
  if (changes.some(({ kind, to }) => kind === 'qualification' && to === 'qualified'))
    await publish(trx, { type: 'lead.qualified', ...event });
  return lead;
}

/** The score anew, when something outside the lead counts for it: the visitor's rating. */
export async function rescoreLead(trx: Transaction, session: { id: string; siteId: string }): Promise<void> {
  const lead = await Lead.query(trx).findOne({ sessionId: session.id }).forUpdate();
  if (!lead) return;
  const { score, scoreReasons } = await scored(trx, session.id, lead);
  if (score === lead.score) return;
  await lead.$query(trx).patch({ score, scoreReasons });
  await publish(trx, { type: 'lead.updated', siteId: session.siteId, data: { sessionId: session.id } });
}

/** What a score counts beside the lead itself. */
const SCORED_BY = {
  name: 'lead-scored-by',
  text: `SELECT coalesce(s.lead->'fields', '[]') AS fields, c.rating
    FROM chat_sessions c JOIN sites s ON s.id = c.site_id WHERE c.id = $1`,
};

async function scored(trx: Transaction, sessionId: string, lead: LeadDetails) {
  const [row] = await runStatement<{ fields: LeadField[]; rating: number | null }>(trx, SCORED_BY, [
    sessionId,
  ]);
  return scoreLead({
    values: leadValues(lead),
    fields: row?.fields ?? [],
    rating: row?.rating ?? null,
  });
}

function identityOf(before: Lead, changes: Change[], { source, values }: LeadUpdate): Partial<Lead> {
  if (source !== 'website') return { identityFields: identityAfter(before, changes) };
  return {
    identityVerifiedAt: new Date(),
    identityFields: (['name', 'email'] as const).filter((name) => values[name]),
  };
}

async function lockLead(trx: Transaction, { sessionId, siteId }: LeadUpdate): Promise<Lead> {
  await Lead.query(trx)
    .insert({ id: uuidv7(), sessionId, siteId, custom: {} })
    .onConflict('session_id')
    .ignore();
  return Lead.query(trx).findOne({ sessionId }).forUpdate().throwIfNotFound();
}

async function recordChanges(
  trx: Transaction,
  leadId: string,
  changes: Change[],
  { source, changedBy, changedByName }: LeadUpdate,
): Promise<void> {
  if (changes.length === 0) return;
  await trx('lead_changes').insert(
    changes.map(({ kind, field, from, to }) => ({
      id: uuidv7(),
      leadId,
      kind,
      field,
      oldValue: from,
      newValue: to,
      source,
      changedBy: changedBy ?? null,
      changedByName: changedByName ?? null,
    })),
  );
}
