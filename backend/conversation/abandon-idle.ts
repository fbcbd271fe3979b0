/**
 * Conversations that nobody goes on with. One whose lead has all that the site asks for is completed; the others are
 * abandoned, and in progress again when the visitor comes back.
 */
import type { Database } from '../db/knex.ts';
import { publish } from '../events/publish.ts';
import { ChatSession } from '../models/chat-session.ts';
import { completeSession, decideCompletion } from './completion.ts';

/** Without a word from anybody. */
export const IDLE_MINUTES = 60;
export const AT_ONCE = 200;

/** How many were ended, and how. */
export interface Settled {
  abandoned: number;
  completed: number;
}

/** @param ids only these; without them all, as many as one step takes */
export async function abandonIdleSessions(database: Database, ids?: readonly string[]): Promise<Settled> {
  const query = ChatSession.query(database)
    .select('id')
    .where({ completionStatus: 'in_progress' })
    .whereRaw(`last_message_at < now() - interval '${IDLE_MINUTES} minutes'`)
    .orderBy('lastMessageAt')
    .limit(AT_ONCE);
  if (ids) query.whereIn('id', [...ids]);
  const settled: Settled = { abandoned: 0, completed: 0 };
  for (const { id } of await query) {
    const end = await settleIdle(database, id);
    if (end) settled[end] += 1;
  }
  return settled;
}

async function settleIdle(database: Database, id: string): Promise<keyof Settled | null> {
  return database.transaction(async (trx) => {
    const session = await ChatSession.query(trx)
      .findById(id)
      .where({ completionStatus: 'in_progress' })
      .whereRaw(`last_message_at < now() - interval '${IDLE_MINUTES} minutes'`)
      .forUpdate()
      .skipLocked();
    if (!session) return null;
    await session.$fetchGraph('[lead, site]', { transaction: trx });
    const signal = decideCompletion({
      fields: session.site!.lead.fields,
      lead: session.lead,
      agentIsCollecting: false,
    });
    if (signal) {
      await completeSession(trx, session, signal);
      return 'completed';
    }
    await session
      .$query(trx)
      .patch({ completionStatus: 'abandoned', wantsPersonSince: null, updatedAt: new Date() });
    await publish(trx, { type: 'session.abandoned', siteId: session.siteId, data: { sessionId: id } });
    return 'abandoned';
  });
}
