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
const AT_ONCE = 200;

export async function abandonIdleSessions(database: Database): Promise<void> {
  const idle = await ChatSession.query(database)
    .select('id')
    .where({ completionStatus: 'in_progress' })
    .whereRaw(`last_message_at < now() - interval '${IDLE_MINUTES} minutes'`)
    .orderBy('lastMessageAt')
    .limit(AT_ONCE);
  for (const { id } of idle) await settleIdle(database, id);
}

async function settleIdle(database: Database, id: string): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await ChatSession.query(trx)
      .findById(id)
      .where({ completionStatus: 'in_progress' })
      .whereRaw(`last_message_at < now() - interval '${IDLE_MINUTES} minutes'`)
      .forUpdate()
      .skipLocked();
    if (!session) return;
    await session.$fetchGraph('[lead, site]', { transaction: trx });
    const signal = decideCompletion({
      fields: session.site!.lead.fields,
      lead: session.lead,
      agentIsCollecting: false,
    });
    if (signal) return completeSession(trx, session, signal);
    await session
      .$query(trx)
      .patch({ completionStatus: 'abandoned', wantsPersonSince: null, updatedAt: new Date() });
    await publish(trx, { type: 'session.abandoned', siteId: session.siteId, data: { sessionId: id } });
  });
}
