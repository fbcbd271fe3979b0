/** Reading the ledger. */
import { type QueryBuilder, raw } from 'objection';
import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { cursorTime, readCursor, writeCursor } from '../http/cursor.ts';
import { Delivery, DeliveryAttempt } from '../models/delivery.ts';
import type { Reach } from '../sessions/queries.ts';
import type { DeliveryFilters } from './schema.ts';

const DEFAULT_LIMIT = 50;
const TRIES_MAX = 100;
const OF_A_SESSION_MAX = 200;

export type ListedDelivery = Delivery & { siteName: string | null };

function deliveries(database: Database) {
  return Delivery.query(database)
    .leftJoin('sites', 'sites.id', 'deliveries.siteId')
    .select('deliveries.*', 'sites.name as siteName')
    .castTo<ListedDelivery[]>();
}

/** Newest first. */
export async function listDeliveries(
  database: Database,
  filters: DeliveryFilters,
  reach: Reach,
): Promise<{ items: ListedDelivery[]; nextCursor: string | null }> {
  const limit = filters.limit ?? DEFAULT_LIMIT;
  const query = deliveries(database)
    .select(raw('(extract(epoch FROM deliveries.created_at) * 1000000)::bigint').as('cursorAt'))
    .orderBy([
      { column: 'deliveries.createdAt', order: 'desc' },
      { column: 'deliveries.id', order: 'desc' },
    ])
    .limit(limit + 1);
  narrowDeliveries(query as never, filters, reach);
  if (filters.cursor) {
    const { sorted, id } = readCursor(filters.cursor);
    query.whereRaw('(deliveries.created_at, deliveries.id) < (?::timestamptz, ?::uuid)', [
      cursorTime(sorted),
      id,
    ]);
  }
  const found = (await query) as Array<ListedDelivery & { cursorAt: string }>;
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last ? writeCursor(BigInt(last.cursorAt), last.id) : null,
  };
}

/** What a list, or sending many again, is narrowed by. A key sees those of its site alone. */
export function narrowDeliveries(
  query: QueryBuilder<Delivery, unknown>,
  { status, kind, site, session, event }: DeliveryFilters,
  { siteId }: Reach,
): void {
  if (status) query.where('deliveries.status', status);
  if (kind) query.where('deliveries.kind', kind);
  if (site) query.where('deliveries.siteId', site);
  if (siteId) query.where('deliveries.siteId', siteId);
  if (session) query.where('deliveries.sessionId', session);
  if (event) query.where('deliveries.event', event);
}

/** @throws not_found, also for one that is not this key's to know of */
export async function getDelivery(
  database: Database,
  id: string,
  { siteId }: Reach,
): Promise<{ delivery: ListedDelivery; tries: DeliveryAttempt[] }> {
  const [delivery] = await deliveries(database).where('deliveries.id', id);
  if (!delivery || (siteId && delivery.siteId !== siteId)) throw notFound('There is no such delivery.');
  const tries = await DeliveryAttempt.query(database)
    .where({ deliveryId: id })
    .orderBy('number', 'desc')
    .limit(TRIES_MAX);
  return { delivery, tries: tries.reverse() };
}

/** Those of these that there are, in no order. */
export async function deliveriesByIds(database: Database, ids: readonly string[]): Promise<ListedDelivery[]> {
  return deliveries(database).whereIn('deliveries.id', [...ids]);
}

/** What a conversation led to, oldest first. */
export async function deliveriesOf(database: Database, sessionId: string): Promise<ListedDelivery[]> {
  return deliveries(database)
    .where('deliveries.sessionId', sessionId)
    .orderBy(['deliveries.createdAt', 'deliveries.id'])
    .limit(OF_A_SESSION_MAX);
}

/** What others made of a conversation's lead and where it stands: the newest of each kind. */
export async function linksOf(
  database: Database,
  sessionId: string,
): Promise<Array<{ kind: Delivery['kind']; url: string }>> {
  const { rows } = await database.raw(
    `SELECT DISTINCT ON (kind) kind, external_url AS url FROM deliveries
     WHERE session_id = ? AND kind = 'monday' AND external_url IS NOT NULL
     ORDER BY kind, delivered_at DESC NULLS LAST`,
    [sessionId],
  );
  return rows;
}
