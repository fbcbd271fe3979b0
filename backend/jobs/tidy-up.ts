import type { Database } from '../db/knex.ts';

/** Removes what nobody can use any more: old events, ended sign-ins, used-up links and counters. */
export async function tidyUp(database: Database): Promise<void> {
  await database.raw(`DELETE FROM events WHERE created_at < now() - interval '7 days'`);
  await database.raw('DELETE FROM staff_sessions WHERE expires_at < now()');
  await database.raw('DELETE FROM staff_tokens WHERE expires_at < now()');
  await database.raw(`DELETE FROM agent_endpoints WHERE last_at < now() - interval '1 day'`);
  // Nobody waits for these answers any more (conversation/owed-turns).
  await database.raw(
    `UPDATE chat_sessions SET retry_at = NULL, owed_from = NULL WHERE retry_at < now() - interval '1 hour'`,
  );
  await database.raw(`DELETE FROM replay_runs WHERE created_at < now() - interval '90 days'`);
  // Facebook sends again for a day and a half.
  await database.raw(`DELETE FROM messenger_events WHERE processed_at < now() - interval '30 days'`);
  await database.raw('DELETE FROM messenger_pages WHERE resting_until < now()');
  await database.raw('DELETE FROM rate_limits WHERE expire < ?', [Date.now()]);
}
