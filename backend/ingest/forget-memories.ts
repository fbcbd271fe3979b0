/**
 * What n8n remembers of a conversation goes with it, where that lies in Parlour's own database: it holds the same
 * words, and would otherwise be brought in again.
 */
import type { Transaction } from '../db/knex.ts';
import type { ChatSession } from '../models/chat-session.ts';
import { findMemoryTables } from './memory-tables.ts';

/** n8n's memory is keyed by our own id, or by the id that the conversation had elsewhere. */
export async function forgetMemories(
  trx: Transaction,
  sessions: ReadonlyArray<Pick<ChatSession, 'id' | 'externalId'>>,
): Promise<void> {
  const keys = sessions.flatMap(({ id, externalId }) => [id, ...(externalId ? [externalId] : [])]);
  for (const { schema, table } of await findMemoryTables(trx, 'DELETE'))
    await trx.raw('DELETE FROM ??.?? WHERE session_id::text = ANY (?::text[])', [schema, table, keys]);
}
