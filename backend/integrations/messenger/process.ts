/**
 * Turning what Facebook sent into conversations: each event exactly once, those of a person in the order of their
 * times and by one process at a time. What the person said is stored together with "this event is done"; only then
 * it is answered.
 */

import { answerTurn, type ConversationDeps } from '../../conversation/answer-turn.ts';
import { claimTurn } from '../../conversation/turn-lease.ts';
import type { Database } from '../../db/knex.ts';
import type { Outgoing } from '../../http/outgoing.ts';
import type { Keys } from '../../keys.ts';
import { errorForLog } from '../../log.ts';
import { Site } from '../../models/site.ts';
import { fetchName } from './profile.ts';
import { showTyping } from './sender-actions.ts';
import { type StoredEvent, type Taken, takeEvent } from './take-event.ts';
import type { Person } from './thread.ts';

export interface MessengerDeps extends ConversationDeps {
  outgoing: Outgoing;
  /** Opens the secrets of sites (sites/secrets). */
  secretKey: Keys;
}

const PEOPLE_AT_ONCE = 50;
const EVENTS_OF_A_PERSON = 100;
/** With so many answers under way, what came in waits where it is. */
const UNDER_WAY_MAX = 500;
const AGAIN_AFTER = '30 seconds';

/**
 * Everything that waits. Answers are begun, not waited for. Safe to call at any time and by many at once.
 * @returns how many events were processed, and how many conversations that made
 */
export async function processMessengerEvents(
  deps: MessengerDeps,
): Promise<{ processed: number; created: number }> {
  const sum = { processed: 0, created: 0 };
  for (let before = -1; sum.processed > before && deps.turns.size < UNDER_WAY_MAX; ) {
    before = sum.processed;
    for (const person of await waiting(deps.database)) {
      const { processed, created } = await processPerson(deps, person);
      sum.processed += processed;
      sum.created += created;
    }
  }
  return sum;
}

async function waiting(database: Database): Promise<Person[]> {
  const { rows } = await database.raw(
    `SELECT page_id AS "pageId", person_id AS "personId" FROM messenger_events
     WHERE processed_at IS NULL AND due_at <= now()
     GROUP BY page_id, person_id ORDER BY min(received_at) LIMIT ${PEOPLE_AT_ONCE}`,
  );
  return rows;
}

async function processPerson(
  deps: MessengerDeps,
  person: Person,
): Promise<{ processed: number; created: number }> {
  const { database, log } = deps;
  let done: Done;
  try {
    done = await storeEvents(database, person);
  } catch (error) {
    log.error({ err: errorForLog(error) }, 'an event from Messenger could not be processed');
    await putOff(database, person).catch(() => {});
    return { processed: 0, created: 0 };
  }
  const { site, taken, processed } = done;
  if (taken.length > 0) deps.hint();
  const created = taken.find((one) => one.created);
  if (site && created) void fetchName(deps, site, created.sessionId!, person);
  const turn = taken.find(({ turnId }) => turnId);
  if (site && turn) void answer(deps, site, person, turn.sessionId!, turn.turnId!);
  return { processed, created: created ? 1 : 0 };
}

interface Done {
  site?: Site;
  taken: Taken[];
  processed: number;
}

async function storeEvents(database: Database, person: Person): Promise<Done> {
  return database.transaction(async (trx) => {
    const lock = await trx.raw('SELECT pg_try_advisory_xact_lock(hashtextextended(?, 18)) AS mine', [
      `${person.pageId}:${person.personId}`,
    ]);
    if (!lock.rows[0].mine) return { taken: [], processed: 0 };
    const events: Array<StoredEvent & { id: string; siteId: string }> = await trx('messenger_events')
      .where({ ...person, processedAt: null })
      .orderBy(['happenedAt', 'receivedAt', 'id'])
      .limit(EVENTS_OF_A_PERSON);
    if (events.length === 0) return { taken: [], processed: 0 };
    const site = await Site.query(trx).findById(events[0]!.siteId).throwIfNotFound();
    const taken: Taken[] = [];
    for (const event of events) taken.push(await takeEvent(trx, site, person, event));
    // What was said stands in the conversation now, where an erasure finds it.
    await trx('messenger_events')
      .whereIn(
        'id',
        events.map(({ id }) => id),
      )
      .update({ processedAt: trx.fn.now(), event: null, personId: null });
    return { site, taken: taken.filter(({ sessionId }) => sessionId), processed: events.length };
  });
}

async function putOff(database: Database, { pageId, personId }: Person): Promise<void> {
  await database.raw(
    `UPDATE messenger_events SET due_at = now() + interval '${AGAIN_AFTER}'
     WHERE page_id = ? AND person_id = ? AND processed_at IS NULL`,
    [pageId, personId],
  );
}

/** The turn, and whatever the person said while it was answered. */
async function answer(
  deps: MessengerDeps,
  site: Site,
  person: Person,
  sessionId: string,
  turnId: string,
): Promise<void> {
  try {
    for (let turn: string | null = turnId; turn; turn = await claimTurn(deps.database, sessionId)) {
      void showTyping(deps, site, person);
      await answerTurn(deps, sessionId, turn);
      if (deps.turns.isStopping) return;
    }
  } catch (error) {
    deps.log.error({ sessionId, err: errorForLog(error) }, 'a message from Messenger could not be answered');
  }
}
