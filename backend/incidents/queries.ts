/** Reading faults, the last to happen first. */
import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { cursorTime, readCursor, writeCursor } from '../http/cursor.ts';
import { Incident, IncidentOccurrence } from '../models/incident.ts';
import type { Reach } from '../sessions/queries.ts';
import type { IncidentFilters } from './schema.ts';

const DEFAULT_LIMIT = 50;
const RECENT_MAX = 50;

/** With the site's name, and where it happened last. */
export type ListedIncident = Incident & {
  siteName: string | null;
  lastExecution: { id?: string; url?: string } | null;
  lastSessionId: string | null;
};

function incidents(database: Database) {
  return Incident.query(database)
    .leftJoin('sites', 'sites.id', 'incidents.siteId')
    .joinRaw(
      `LEFT JOIN LATERAL (SELECT execution, session_id FROM incident_occurrences o
         WHERE o.incident_id = incidents.id ORDER BY o.at DESC LIMIT 1) AS last ON true`,
    )
    .select(
      'incidents.*',
      'sites.name as siteName',
      'last.execution as lastExecution',
      'last.session_id as lastSessionId',
    )
    .castTo<ListedIncident[]>();
}

/** A key that is bound to a site sees that site's alone. */
export async function listIncidents(
  database: Database,
  { status, site, limit = DEFAULT_LIMIT, cursor }: IncidentFilters,
  { siteId }: Reach,
): Promise<{ items: ListedIncident[]; nextCursor: string | null }> {
  const query = incidents(database)
    .select(Incident.raw('(extract(epoch FROM incidents.last_at) * 1000000)::bigint').as('cursorAt'))
    .orderBy([
      { column: 'incidents.lastAt', order: 'desc' },
      { column: 'incidents.id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (status) query.where('incidents.status', status);
  if (site) query.where('incidents.siteId', site);
  if (siteId) query.where('incidents.siteId', siteId);
  if (cursor) {
    const { sorted, id } = readCursor(cursor);
    query.whereRaw('(incidents.last_at, incidents.id) < (?::timestamptz, ?::uuid)', [cursorTime(sorted), id]);
  }
  const found = (await query) as Array<ListedIncident & { cursorAt: string }>;
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last ? writeCursor(BigInt(last.cursorAt), last.id) : null,
  };
}

/** @throws not_found, also for one that is not this key's to know of */
export async function getIncident(
  database: Database,
  id: string,
  { siteId }: Reach,
): Promise<ListedIncident> {
  const [incident] = await incidents(database).where('incidents.id', id);
  if (!incident || (siteId && incident.siteId !== siteId)) throw notFound('There is no such error.');
  return incident;
}

/** Those of these that there are, in no order. */
export async function incidentsByIds(database: Database, ids: readonly string[]): Promise<ListedIncident[]> {
  return incidents(database).whereIn('incidents.id', [...ids]);
}

/** The last times it happened, newest first. */
export async function recentOccurrences(
  database: Database,
  incidentId: string,
): Promise<IncidentOccurrence[]> {
  return IncidentOccurrence.query(database).where({ incidentId }).orderBy('at', 'desc').limit(RECENT_MAX);
}
