/**
 * Writing down what is known of a visitor. One lead per conversation, made with its first detail; every change of a
 * detail is kept with where it came from.
 */
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../db/knex.ts';
import { publish } from '../events/publish.ts';
import { Lead } from '../models/lead.ts';

/** Details with a column of their own; all others are kept in `custom` under their field's name. */
export const LEAD_COLUMNS = ['name', 'email', 'phone', 'company'] as const;
type Column = (typeof LEAD_COLUMNS)[number];
const isColumn = (name: string): name is Column => (LEAD_COLUMNS as readonly string[]).includes(name);

export type LeadSource = 'agent' | 'visitor' | 'staff' | 'automation';

export interface LeadUpdate {
  sessionId: string;
  siteId: string;
  /** By field name; null forgets a detail. Already checked. */
  values: Readonly<Record<string, string | null>>;
  consent?: { given: boolean; version: string; page: string | null };
  source: LeadSource;
  changedBy?: string;
}

const VALUE_MAX = 2000;

/** The lead as it is afterwards. Publishes only when something changed. */
export async function updateLead(trx: Transaction, update: LeadUpdate): Promise<Lead> {
  const before = await lockLead(trx, update);
  const changes = Object.entries(update.values)
    .map(([field, value]) => ({
      field,
      from: leadValues(before)[field] ?? null,
      to: value?.slice(0, VALUE_MAX) || null,
    }))
    .filter(({ from, to }) => from !== to);
  if (changes.length === 0 && !update.consent) return before;

  const columns: Partial<Record<Column, string | null>> = {};
  const custom = { ...before.custom };
  for (const { field, to } of changes) {
    if (isColumn(field)) columns[field] = to;
    else if (to === null) delete custom[field];
    else custom[field] = to;
  }
  const { consent } = update;
  const lead = await before.$query(trx).patchAndFetch({
    ...columns,
    custom,
    ...(consent && {
      consentGiven: consent.given,
      consentVersion: consent.version,
      consentAt: new Date(),
      consentPage: consent.page,
    }),
    updatedAt: new Date(),
  });
  await recordChanges(trx, lead.id, changes, update);
  await publish(trx, { type: 'lead.updated', siteId: update.siteId, data: { sessionId: update.sessionId } });
  return lead;
}

/** A lead's details by field name, as agents and forms speak of them. */
export function leadValues(lead: Lead | null | undefined): Record<string, string> {
  if (!lead) return {};
  const columns = LEAD_COLUMNS.filter((name) => lead[name]).map((name) => [name, lead[name]!]);
  return { ...lead.custom, ...Object.fromEntries(columns) };
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
  changes: Array<{ field: string; from: string | null; to: string | null }>,
  { source, changedBy }: LeadUpdate,
): Promise<void> {
  if (changes.length === 0) return;
  await trx('lead_changes').insert(
    changes.map(({ field, from, to }) => ({
      id: uuidv7(),
      lead_id: leadId,
      field,
      old_value: from,
      new_value: to,
      source,
      changed_by: changedBy ?? null,
    })),
  );
}
