/**
 * Moving what was just played to the time at which it is said to have happened: each message by the time it takes to
 * read and write, each row beside them to the message it followed. The last step of a scene, in one transaction.
 */
import type { Database, Transaction } from '../db/knex.ts';
import { publishAll } from '../events/publish.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Message } from '../models/message.ts';
import { dayOf, quarterOf } from '../stats/facts.ts';
import type { Scene } from './scene.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** The assistant as it was at first is older than its first conversation. */
const FIRST_VERSION_DAYS = 15;
const SECOND_VERSION_DAYS = 5;
const PAGES_A_CONVERSATION = 3;

export async function moveBack(
  database: Database,
  sessionId: string,
  { scene, externalId }: { scene: Scene; externalId: string },
): Promise<void> {
  await database.transaction(async (trx) => {
    const session = await ChatSession.query(trx).findById(sessionId).forUpdate().throwIfNotFound();
    const messages = await Message.query(trx).where({ sessionId }).orderBy('seq');
    const times = timesOf(messages, beginningOf(scene));
    const began = times[0]!;
    const ended = times.at(-1)!;
    const spoken = messages.findLastIndex(({ role }) => role !== 'system');
    for (const [index, { seq }] of messages.entries())
      await Message.query(trx).findById([sessionId, seq]).patch({ createdAt: times[index] });
    const joined = messages.findIndex(({ role }) => role === 'system');
    await session.$query(trx).patch({
      externalId,
      startedAt: began,
      lastMessageAt: times[spoken]!,
      ...(session.completedAt && { completedAt: ended }),
      ...(session.firstTakenOverAt && { firstTakenOverAt: times[joined]! }),
      ...(session.takenOverAt && { takenOverAt: times[joined]! }),
      ...(session.wantsPersonSince && { wantsPersonSince: ended }),
      updatedAt: ended,
    });
    await moveRows(trx, sessionId, ended);
    const { siteId } = session;
    await publishAll(trx, [
      { type: 'session.updated', siteId, data: { sessionId } },
      { type: 'lead.updated', siteId, data: { sessionId } },
    ]);
  });
}

/** What followed the conversation; reviews come hours apart, and never later than now. */
async function moveRows(trx: Transaction, sessionId: string, ended: Date): Promise<void> {
  await trx('leads').where({ sessionId }).update({ createdAt: ended, updatedAt: ended });
  await trx('leads').where({ sessionId }).whereNotNull('completedAt').update({ completedAt: ended });
  await trx.raw(
    'UPDATE lead_changes SET at = ? WHERE lead_id IN (SELECT id FROM leads WHERE session_id = ?)',
    [ended, sessionId],
  );
  const reviews: string[] = await trx('reviews').where({ sessionId }).orderBy('createdAt').pluck('id');
  for (const [index, id] of reviews.entries())
    await trx('reviews')
      .where({ id })
      .update({ createdAt: notLater(ended.getTime() + (index * 20 + 2) * HOUR) });
  await trx('session_notes')
    .where({ sessionId })
    .update({ createdAt: notLater(ended.getTime() + HOUR) });
  await trx('incident_occurrences').where({ sessionId }).update({ at: ended });
  await trx.raw(
    `UPDATE incidents i SET first_at = o.first_at, last_at = o.last_at
     FROM (SELECT incident_id, min(at) AS first_at, max(at) AS last_at FROM incident_occurrences
       WHERE incident_id IN (SELECT incident_id FROM incident_occurrences WHERE session_id = ?) GROUP BY 1) o
     WHERE o.incident_id = i.id`,
    [sessionId],
  );
  await moveDeliveries(trx, sessionId, ended);
}

async function moveDeliveries(trx: Transaction, sessionId: string, ended: Date): Promise<void> {
  // Each try waits about twice as long as the one before it.
  await trx.raw(
    `UPDATE delivery_attempts SET at = least(now(), ?::timestamptz + interval '5 seconds' * (power(3, number - 1) - 1))
     WHERE delivery_id IN (SELECT id FROM deliveries WHERE session_id = ?)`,
    [ended, sessionId],
  );
  await trx.raw(
    `UPDATE deliveries d SET created_at = t.first, last_failed_at = CASE WHEN d.last_failed_at IS NOT NULL THEN t.failed END,
       delivered_at = CASE WHEN d.delivered_at IS NOT NULL THEN t.last END
     FROM (SELECT delivery_id, min(at) AS first, max(at) AS last, max(at) FILTER (WHERE error IS NOT NULL) AS failed
       FROM delivery_attempts GROUP BY 1) t
     WHERE t.delivery_id = d.id AND d.session_id = ?`,
    [sessionId],
  );
}

/** The versions of the assistant are as old as what they said. */
export async function ageVersions(database: Database, siteId: string): Promise<void> {
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * HOUR);
  await database('sites')
    .where({ id: siteId })
    .update({ createdAt: daysAgo(FIRST_VERSION_DAYS) });
  await database('agent_versions')
    .where({ siteId, number: 1 })
    .update({ createdAt: daysAgo(FIRST_VERSION_DAYS) });
  await database('agent_versions')
    .where({ siteId, number: 2 })
    .update({ createdAt: daysAgo(SECOND_VERSION_DAYS) });
}

/** Whoever wrote was one of several who came by: without them the funnel would begin with nobody. */
export async function countPages(database: Database, siteId: string): Promise<void> {
  for (const [table, column, at] of [
    ['stats_views', 'quarter', quarterOf('started_at')],
    ['stats_view_days', 'day', dayOf('started_at')],
  ] as const)
    await database.raw(
      `INSERT INTO ?? AS t (site_id, ??, loaded)
       SELECT site_id, ${at}, count(*) * ${PAGES_A_CONVERSATION} FROM chat_sessions WHERE site_id = ? GROUP BY 1, 2
       ON CONFLICT (site_id, ??) DO UPDATE SET loaded = excluded.loaded`,
      [table, column, siteId, column],
    );
}

function beginningOf({ began }: Scene): number {
  if ('minutesAgo' in began) return Date.now() - began.minutesAgo * 60 * SECOND;
  const [hour, minute] = began.at.split(':').map(Number);
  const day = new Date();
  day.setDate(day.getDate() - began.days);
  return day.setHours(hour!, minute, 0, 0);
}

/** When each was said, and never later than now. */
function timesOf(messages: readonly Message[], began: number): Date[] {
  let at = began;
  return messages.map(({ seq, role, text }) => {
    if (seq > 1) at += secondsFor(role, text) * SECOND;
    return notLater(at);
  });
}

function secondsFor(role: Message['role'], text: string): number {
  if (role === 'assistant') return 1 + text.length / 150;
  if (role === 'visitor') return 9 + text.length / 4;
  return role === 'staff' ? 20 + text.length / 5 : 40;
}

const notLater = (time: number) => new Date(Math.min(time, Date.now()));
