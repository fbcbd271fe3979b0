/**
 * One change for many conversations. It goes in chunks, each its own transaction: no visitor waits long for a locked
 * row, and other events are not held up. Every conversation has its own event, so that every screen moves its row.
 */
import { uuidv7 } from 'uuidv7';
import { completeSessions } from '../conversation/completion.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { forbidden, invalid } from '../errors.ts';
import type { EventOf } from '../events/catalogue.ts';
import { publishAll } from '../events/publish.ts';
import type { Principal } from '../http/principal.ts';
import { AuditEntry } from '../models/audit-entry.ts';
import { ChatSession } from '../models/chat-session.ts';
import { audit } from '../staff/audit.ts';
import type { BulkAction, BulkChange, BulkResult } from './filter-schema.ts';
import { mayInBulk, reachOf } from './policy.ts';
import { matchingIds } from './queries.ts';
import { removeSessions } from './remove.ts';

/** What one call changes at most. */
export const BULK_MAX = 10_000;
const CHUNK = 500;

type Changed = Pick<ChatSession, 'id' | 'siteId'>;

/**
 * Those that are there already, or not the caller's to know of, are passed over.
 * @throws forbidden, validation_failed
 */
export async function changeMany(database: Database, change: BulkChange, by: Principal): Promise<BulkResult> {
  const { action } = change;
  if (!mayInBulk(by, action)) throw forbidden();
  const { ids: wanted, more } = await idsOf(database, change, by);
  const auditId = uuidv7();
  const ids: string[] = [];
  for (let at = 0; at < wanted.length; at += CHUNK) {
    const chunk = wanted.slice(at, at + CHUNK);
    const changed = await database.transaction(async (trx) => {
      const locked = await lockAll(trx, chunk, by);
      const done = await CHANGE[action](trx, locked, by);
      if (done.length > 0) await count(trx, auditId, action, ids.length + done.length, by);
      return done;
    });
    ids.push(...changed);
  }
  return { changed: ids.length, ids, more };
}

async function idsOf(database: Database, { ids, filter }: BulkChange, by: Principal) {
  if ((ids === undefined) === (filter === undefined))
    throw invalid([{ path: ids ? 'filter' : 'ids', message: 'Give either ids or a filter.' }]);
  if (ids) return { ids: [...new Set(ids)], more: false };
  return matchingIds(database, filter!, reachOf(by), { max: BULK_MAX });
}

/** Always in the same order, so that two bulk changes never wait for each other. */
async function lockAll(trx: Transaction, ids: readonly string[], by: Principal): Promise<string[]> {
  const { siteId } = reachOf(by);
  const query = ChatSession.query(trx)
    .select('id')
    .whereIn('id', [...ids])
    .orderBy('id')
    .forUpdate();
  if (siteId) query.where({ siteId });
  return (await query).map(({ id }) => id);
}

const CHANGE: Record<BulkAction, (trx: Transaction, ids: string[], by: Principal) => Promise<string[]>> = {
  async archive(trx, ids, by) {
    const changed: Changed[] = await ChatSession.query(trx)
      .patch({
        archiveStatus: 'archived',
        archivedAt: new Date(),
        archivedBy: by.kind === 'staff' ? by.userId : null,
        wantsPersonSince: null,
        updatedAt: new Date(),
      })
      .whereIn('id', ids)
      .where({ archiveStatus: 'active' })
      .returning(['id', 'siteId']);
    return tell(trx, changed, (sessionId) => ({
      type: 'session.archived',
      data: { sessionId, by: by.name },
    }));
  },

  async unarchive(trx, ids, by) {
    const changed: Changed[] = await ChatSession.query(trx)
      .patch({ archiveStatus: 'active', archivedAt: null, archivedBy: null, updatedAt: new Date() })
      .whereIn('id', ids)
      .where({ archiveStatus: 'archived' })
      .returning(['id', 'siteId']);
    return tell(trx, changed, (sessionId) => ({
      type: 'session.unarchived',
      data: { sessionId, by: by.name },
    }));
  },

  complete: (trx, ids, by) => completeSessions(trx, ids, by.kind === 'staff' ? 'staff' : 'automation'),

  async reopen(trx, ids) {
    const changed: Changed[] = await ChatSession.query(trx)
      .patch({
        completionStatus: 'in_progress',
        completedAt: null,
        completionSignal: null,
        updatedAt: new Date(),
      })
      .whereIn('id', ids)
      .whereNot({ completionStatus: 'in_progress' })
      .returning(['id', 'siteId']);
    return tell(trx, changed, (sessionId) => ({ type: 'session.updated', data: { sessionId } }));
  },

  async delete(trx, ids) {
    return (await removeSessions(trx, ids)).map(({ id }) => id);
  },
};

type Told = EventOf<'session.archived' | 'session.unarchived' | 'session.updated'>;

async function tell(
  trx: Transaction,
  changed: Changed[],
  eventOf: (sessionId: string) => Omit<Told, 'siteId'>,
): Promise<string[]> {
  await publishAll(
    trx,
    changed.map(({ id, siteId }) => ({ ...eventOf(id), siteId }) as Told),
  );
  return changed.map(({ id }) => id);
}

/** One audit entry for the whole call. It grows with each chunk, so that it is right also if the call breaks off. */
async function count(trx: Transaction, id: string, action: BulkAction, changed: number, by: Principal) {
  const grown = await AuditEntry.query(trx).patch({ details: { action, changed } }).where({ id });
  if (grown === 0)
    await audit(trx, by, {
      id,
      action: 'session.bulk_changed',
      subject: { kind: 'session' },
      siteId: reachOf(by).siteId,
      details: { action, changed },
    });
}
