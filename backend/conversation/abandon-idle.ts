/**
 * Conversations that nobody goes on with. One whose lead has all that the site asks for is completed; the others are
 * abandoned, and in progress again when the visitor comes back.
 */
import type { Database, Transaction } from '../db/knex.ts';
import { publishAll } from '../events/publish.ts';
import { ChatSession } from '../models/chat-session.ts';
import { completeSessions, decideCompletion } from './completion.ts';

/** Without a word from anybody. */
export const IDLE_MINUTES = 60;
export const AT_ONCE = 200;

const IS_IDLE = `completion_status = 'in_progress' AND last_message_at < now() - interval '${IDLE_MINUTES} minutes'`;

/** How many were ended, and how. */
export interface Settled {
  abandoned: number;
  completed: number;
}

/**
 * Ends as many as one step takes, together: what somebody is at is left to the next.
 * @param among only these; without them all
 */
export async function abandonIdleSessions(database: Database, among?: readonly string[]): Promise<Settled> {
  const query = ChatSession.query(database)
    .select('id')
    .whereRaw(IS_IDLE)
    .orderBy('lastMessageAt')
    .limit(AT_ONCE);
  if (among) query.whereIn('id', [...among]);
  const ids = (await query).map(({ id }) => id);
  if (ids.length === 0) return { abandoned: 0, completed: 0 };
  return database.transaction((trx) => settle(trx, ids));
}

async function settle(trx: Transaction, ids: readonly string[]): Promise<Settled> {
  const sessions = await ChatSession.query(trx)
    .findByIds([...ids])
    .whereRaw(IS_IDLE)
    .orderBy('id')
    .forUpdate()
    .skipLocked();
  await ChatSession.fetchGraph(sessions, '[lead, site]', { transaction: trx });
  const finished = sessions.filter(hasAllThatIsAsked);
  const left = sessions.filter((session) => !finished.includes(session));
  const completed = await completeSessions(
    trx,
    finished.map(({ id }) => id),
    'required_fields',
  );
  await ChatSession.query(trx)
    .findByIds(left.map(({ id }) => id))
    .patch({ completionStatus: 'abandoned', wantsPersonSince: null, updatedAt: new Date() });
  await publishAll(
    trx,
    left.map(({ id, siteId }) => ({ type: 'session.abandoned', siteId, data: { sessionId: id } })),
  );
  return { abandoned: left.length, completed: completed.length };
}

/** To be signed in on the website while nothing was said makes nobody a lead. */
const hasAllThatIsAsked = ({ site, lead, visitorSeq }: ChatSession): boolean =>
  (visitorSeq > 0 || !lead?.identityVerifiedAt) &&
  decideCompletion({ fields: site!.lead.fields, lead, agentIsCollecting: false }) !== null;
