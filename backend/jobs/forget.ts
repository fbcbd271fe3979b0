import type { Transaction } from '../db/knex.ts';

/** Takes jobs that speak of these conversations out of the queue, and out of its memory. */
export async function forgetJobs(trx: Transaction, sessionIds: readonly string[]): Promise<void> {
  for (const table of ['jobs.job', 'jobs.archive']) {
    // The queue makes its tables at its first start; before that there is nothing to forget.
    const { rows } = await trx.raw('SELECT to_regclass(?) IS NOT NULL AS there', [table]);
    if (rows[0].there)
      await trx.raw(`DELETE FROM ${table} WHERE data->>'sessionId' = ANY (?::text[])`, [[...sessionIds]]);
  }
}
