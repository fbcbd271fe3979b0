/**
 * What is known of the parts of a message that went out. Facebook has no key that would make sending twice harmless: a
 * part whose sending was begun and whose answer never came is looked for among the echoes before it is sent again.
 */
import type { Database } from '../../db/knex.ts';
import { metadataOf } from './take-event.ts';
import type { Person } from './thread.ts';

/** An echo comes within seconds of the message. */
const ECHO_SECONDS = 10;

export interface PartOf {
  sessionId: string;
  messageId: string;
  part: number;
}

/** `sent`: it arrived; `unknown`: it may have, ask again later; `open`: it is to be sent. */
export async function stateOfPart(
  database: Database,
  { sessionId, messageId, part }: PartOf,
  { pageId, personId }: Person,
): Promise<{ state: 'sent' | 'open'; mid?: string } | { state: 'unknown'; seconds: number }> {
  const { rows } = await database.raw(
    `SELECT mid, extract(epoch FROM now() - begun_at)::float8 AS age, EXISTS (
       SELECT 1 FROM messenger_events e
       WHERE e.processed_at IS NULL AND e.page_id = :pageId AND e.person_id = :personId
         AND e.event->'message'->>'metadata' = :metadata) AS "echoWaits"
     FROM messenger_sends WHERE session_id = :sessionId AND message_id = :messageId AND part = :part`,
    { sessionId, messageId, part, pageId, personId, metadata: metadataOf(messageId, part) },
  );
  const row = rows[0] as { mid: string | null; age: number; echoWaits: boolean } | undefined;
  if (!row) return { state: 'open' };
  if (row.mid) return { state: 'sent', mid: row.mid };
  if (row.echoWaits) return { state: 'unknown', seconds: 1 };
  return row.age < ECHO_SECONDS ? { state: 'unknown', seconds: ECHO_SECONDS - row.age } : { state: 'open' };
}

/** Before the first byte goes out. */
export async function noteBegun(database: Database, { sessionId, messageId, part }: PartOf): Promise<void> {
  await database.raw(
    `INSERT INTO messenger_sends (session_id, message_id, part) VALUES (?, ?, ?)
     ON CONFLICT (session_id, message_id, part) DO UPDATE SET begun_at = now()`,
    [sessionId, messageId, part],
  );
}

/** Facebook answered: with its id of the message, or that it did not take it. */
export async function noteAnswered(
  database: Database,
  { sessionId, messageId, part }: PartOf,
  mid: string | null,
): Promise<void> {
  const row = database('messenger_sends').where({ sessionId, messageId, part });
  // An echo may have been quicker.
  if (mid) await row.update({ mid });
  else await row.whereNull('mid').del();
}
