import type { Database, Transaction } from '../db/knex.ts';
import { cursorTime, readCursor, writeCursor } from '../http/cursor.ts';
import { countAll, findConversations, type Matching } from './matching.ts';
import type { ErasureFilters, HeldConversation, PersonFound } from './schema.ts';

const SHOWN_MAX = 100;
const DEFAULT_LIMIT = 50;

/** What there is of a person: how much, and in which conversations. */
export async function findPerson(trx: Transaction, matching: Matching): Promise<PersonFound> {
  const found = await findConversations(trx, matching);
  const ids = [...found.keys()];
  const rows = await trx('chatSessions as c')
    .join('sites as s', 's.id', 'c.siteId')
    .leftJoin('leads as l', 'l.sessionId', 'c.id')
    .whereIn('c.id', ids)
    .orderBy('c.startedAt', 'desc')
    .limit(SHOWN_MAX)
    .select('c.id', 'c.siteId', 'c.startedAt', 'c.lastSeq', 'c.pageTitle', 'c.pageUrl', 'l.name', {
      siteName: 's.name',
    });
  return {
    email: matching.contact.email,
    phone: matching.contact.phone,
    counts: await countAll(trx, matching, ids),
    conversations: rows.map(
      (row): HeldConversation => ({
        id: row.id,
        site: { id: row.siteId, name: row.siteName },
        name: row.name,
        page: row.pageTitle ?? row.pageUrl,
        startedAt: row.startedAt.toISOString(),
        messages: row.lastSeq,
        foundIn: found.get(row.id)!,
      }),
    ),
  };
}

export interface ErasureRow {
  id: string;
  at: Date;
  actorKind: 'staff' | 'api_key' | 'visitor' | 'system';
  actorName: string | null;
  counts: Record<string, number>;
  repeatedAt: Date | null;
}

/** The newest first. */
export async function listErasures(
  database: Database,
  { limit = DEFAULT_LIMIT, cursor }: ErasureFilters,
): Promise<{ items: ErasureRow[]; nextCursor: string | null }> {
  const query = database('erasures')
    .select('id', 'at', 'actorKind', 'actorName', 'counts', 'repeatedAt')
    .select({ cursorAt: database.raw('(extract(epoch FROM at) * 1000000)::bigint') })
    .orderByRaw('at DESC, id DESC')
    .limit(limit + 1);
  if (cursor) {
    const { sorted, id } = readCursor(cursor);
    query.whereRaw('(at, id) < (?::timestamptz, ?::uuid)', [cursorTime(sorted), id]);
  }
  const found: Array<ErasureRow & { cursorAt: string }> = await query;
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last ? writeCursor(BigInt(last.cursorAt), last.id) : null,
  };
}
