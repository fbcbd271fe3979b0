/**
 * What can't be done soon is refused at once: when many statements wait for a connection already, one visitor more
 * would only make all of them wait longer. The widget comes again by itself after the time it is told.
 */
import { waitingCalls } from '../db/grouped.ts';
import type { Database } from '../db/knex.ts';
import { unavailable } from '../errors.ts';

/** Statements that wait for each connection of the pool: about a fifth of a second, as most go in groups. */
const WAITING_PER_CONNECTION = 8;
/** Made once: who is refused by the thousand must cost little. */
const FULL = unavailable();

/** @throws unavailable (503 with Retry-After) while the database's line is too long */
export function refuseWhenFull(database: Database): void {
  const { pool } = database.client;
  const waiting = pool.numPendingAcquires() + waitingCalls(database);
  if (waiting > pool.max * WAITING_PER_CONNECTION) throw FULL;
}
