/**
 * Reading the audit trail, the newest first.
 */
import { raw } from 'objection';
import type { Database } from '../../db/knex.ts';
import { ApiKey } from '../../models/api-key.ts';
import { AuditEntry } from '../../models/audit-entry.ts';
import { Site } from '../../models/site.ts';
import { StaffUser } from '../../models/staff-user.ts';
import { readTimeRange } from '../../sessions/time-range.ts';
import type { ActivityFilters } from './schema.ts';

const DEFAULT_LIMIT = 50;

/** What ids are called now, by id. */
export type Names = ReadonlyMap<string, string>;

/** @throws validation_failed for a time zone that is none */
export async function listActivity(
  database: Database,
  filters: ActivityFilters,
): Promise<{ items: AuditEntry[]; names: Names; nextCursor: string | null }> {
  const limit = filters.limit ?? DEFAULT_LIMIT;
  const { from, to } = readTimeRange(filters);
  const query = AuditEntry.query(database)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (filters.actor) query.where({ actorId: filters.actor });
  if (filters.subject) query.where({ subjectId: filters.subject });
  if (filters.action?.includes('.')) query.where({ action: filters.action });
  // The kinds are our own words; `_` in one of them must not stand for any letter.
  else if (filters.action) query.whereRaw(`starts_with(action, ?)`, [`${filters.action}.`]);
  if (from) query.where('at', '>=', from);
  if (to) query.where('at', '<', to);
  if (filters.cursor)
    query.where(
      raw('(at, id)'),
      '<',
      raw('(SELECT last.at, last.id FROM audit_entries last WHERE last.id = ?)', [filters.cursor]),
    );
  const found = await query;
  const items = found.slice(0, limit);
  return {
    items,
    names: await namesIn(database, items),
    nextCursor: found.length > limit ? items.at(-1)!.id : null,
  };
}

async function namesIn(database: Database, entries: AuditEntry[]): Promise<Names> {
  const about = (kind: string) =>
    entries.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind && subjectId ? [subjectId] : []));
  const siteIds = [...about('site'), ...entries.flatMap(({ siteId }) => siteId ?? [])];
  const lists = await Promise.all([
    StaffUser.query(database).select('id', 'name').findByIds(about('staff')),
    ApiKey.query(database).select('id', 'name').findByIds(about('api_key')),
    Site.query(database).select('id', 'name').findByIds(siteIds),
  ]);
  return new Map(lists.flat().map(({ id, name }) => [id, name]));
}
