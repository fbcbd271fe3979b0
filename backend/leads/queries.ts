/**
 * Reading leads for staff and automations.
 */
import { type QueryBuilder, raw } from 'objection';
import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { cursorTime, readCursor, writeCursor } from '../http/cursor.ts';
import { Lead } from '../models/lead.ts';
import { Site } from '../models/site.ts';
import { StaffUser } from '../models/staff-user.ts';
import type { Reach } from '../sessions/queries.ts';
import { readTimeRange } from '../sessions/time-range.ts';
import type { LeadChange, LeadFilters } from './schema.ts';

const DEFAULT_LIMIT = 50;
const HISTORY_MAX = 200;
const DUPLICATES_MAX = 50;
const DAYS_MS = 31 * 86_400_000;

const RELATIONS = '[owner(named), session.site(named)]';
const modifiers = {
  named: (query: QueryBuilder<never>) => void query.select('id', 'name'),
};

function leads(database: Database) {
  return Lead.query(database)
    .withGraphFetched(RELATIONS)
    .modifiers(modifiers as never);
}

type LeadQuery = QueryBuilder<Lead, Lead[]>;

/** One page of the list, and the cursor of the next. A conversation that told nothing has no lead to show. */
export async function listLeads(
  database: Database,
  filters: LeadFilters,
  reach: Reach,
): Promise<{ items: Lead[]; nextCursor: string | null }> {
  const limit = filters.limit ?? DEFAULT_LIMIT;
  const sort = filters.sort ?? '-updated';
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const isByScore = sort.endsWith('score');
  const column = isByScore ? 'score' : 'updated_at';
  // A sum is no column of an index: this makes the planner gather the few leads of these days, and sort them then.
  const orderedBy = isOfDays(filters) ? `${column} + ${isByScore ? '0' : "interval '0'"}` : column;
  const place = isByScore ? 'score::bigint' : '(extract(epoch FROM updated_at) * 1000000)::bigint';
  const query = leads(database)
    .select('leads.*', raw(place).as('cursorAt'))
    .whereRaw(`(coalesce(name, email, phone, company) IS NOT NULL OR custom <> '{}')`)
    .modify(filterLeads, filters, reach)
    .orderByRaw(`${orderedBy} ${direction}, id ${direction}`)
    .limit(limit + 1);
  if (filters.cursor) {
    const { sorted, id } = readCursor(filters.cursor);
    const from = isByScore ? String(sorted) : cursorTime(sorted);
    const type = isByScore ? 'bigint' : 'timestamptz';
    query.whereRaw(`(${column}, id) ${direction === 'desc' ? '<' : '>'} (?::${type}, ?::uuid)`, [from, id]);
  }
  const found = await query;
  const items = found.slice(0, limit);
  const last = items.at(-1) as (Lead & { cursorAt: string }) | undefined;
  const nextCursor = found.length > limit && last ? writeCursor(BigInt(last.cursorAt), last.id) : null;
  return { items, nextCursor };
}

/** Narrow enough that walking all leads in their order would meet few of them. */
function isOfDays(filters: LeadFilters): boolean {
  const { from, to } = readTimeRange(filters);
  return Boolean(from && to) && to!.getTime() - from!.getTime() <= DAYS_MS;
}

function filterLeads(query: LeadQuery, filters: LeadFilters, { siteId }: Reach): void {
  const site = siteId ?? filters.site;
  if (site) query.where({ siteId: site });
  if (siteId && filters.site && filters.site !== siteId) query.whereRaw('false');
  if (filters.qualification) query.where({ qualification: filters.qualification });
  if (filters.owner === 'none') query.whereNull('ownerId');
  else if (filters.owner) query.where({ ownerId: filters.owner });
  if (filters.contact === 'any') query.whereRaw('coalesce(email, phone) IS NOT NULL');
  if (filters.contact === 'none') query.whereRaw('coalesce(email, phone) IS NULL');
  if (filters.q) whereSays(query, filters.q);
  const { from, to } = readTimeRange(filters);
  if (from) query.where('createdAt', '>=', from);
  if (to) query.where('createdAt', '<', to);
}

/** Every word somewhere in the name, the address, the number or the company, so that each finds its trigrams. */
function whereSays(query: LeadQuery, text: string): void {
  for (const word of text.trim().split(/\s+/).slice(0, 8)) {
    const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query.where((any) => {
      for (const column of ['name', 'email', 'phone', 'company']) any.orWhere(column, 'ilike', part);
    });
  }
}

/** @throws not_found, also for a lead that is not this key's to know of */
export async function getLead(database: Database, id: string, { siteId }: Reach): Promise<Lead> {
  const lead = await Lead.query(database)
    .findById(id)
    .withGraphFetched('[owner(named), session.site]')
    .modifiers(modifiers as never);
  if (!lead || (siteId && lead.siteId !== siteId)) throw notFound('There is no such lead.');
  return lead;
}

/** A change as it is stored, with the names of who made it and who became the owner. */
export interface LeadHistoryRow {
  kind: LeadChange['kind'];
  field: string;
  oldValue: string | null;
  newValue: string | null;
  oldOwner: string | null;
  newOwner: string | null;
  source: LeadChange['source'];
  personName: string | null;
  changedByName: string | null;
  at: Date;
}

/** Newest first. */
export async function leadHistory(database: Database, leadId: string): Promise<LeadHistoryRow[]> {
  return database('leadChanges as c')
    .leftJoin('staffUsers as person', 'person.id', 'c.changedBy')
    .joinRaw(`LEFT JOIN staff_users AS before ON c.kind = 'owner' AND before.id::text = c.old_value`)
    .joinRaw(`LEFT JOIN staff_users AS after ON c.kind = 'owner' AND after.id::text = c.new_value`)
    .where('c.leadId', leadId)
    .orderBy([
      { column: 'c.at', order: 'desc' },
      { column: 'c.id', order: 'desc' },
    ])
    .limit(HISTORY_MAX)
    .select('c.*', {
      personName: 'person.name',
      oldOwner: 'before.name',
      newOwner: 'after.name',
    });
}

/** Other leads with the same e-mail or the same phone. */
export async function leadDuplicates(database: Database, lead: Lead, { siteId }: Reach): Promise<Lead[]> {
  if (!lead.email && !lead.phone) return [];
  return leads(database)
    .whereNot('leads.id', lead.id)
    .where((same) => {
      if (lead.email) same.orWhereRaw('lower(email) = lower(?)', [lead.email]);
      if (lead.phone) same.orWhere({ phone: lead.phone });
    })
    .modify((query) => siteId && query.where({ siteId }))
    .orderBy('updatedAt', 'desc')
    .limit(DUPLICATES_MAX);
}

/** The sites and people by whom leads may be narrowed or to whom they may be given. */
export async function leadChoices(database: Database) {
  const [sites, people] = await Promise.all([
    Site.query(database).select('id', 'name').whereNull('archivedAt').orderBy('name').limit(1000),
    StaffUser.query(database).select('id', 'name').where({ status: 'active' }).orderBy('name').limit(1000),
  ]);
  return { sites, people };
}
