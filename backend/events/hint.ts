/**
 * The hint that there is something new in the events table, for statements that write their event themselves. It is
 * sent after their commit and at most every 20 ms: a NOTIFY inside a transaction makes all commits wait in one line.
 */
import type { Database } from '../db/knex.ts';
import { EVENTS_CHANNEL } from './publish.ts';

const EVERY_MS = 20;

/** Call it after a commit. A hint that is lost costs a reader a moment, never an event. */
export type EventHint = () => void;

export function createEventHint(database: Database): EventHint {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      database.raw(`SELECT pg_notify('${EVENTS_CHANNEL}', '')`).catch(() => {});
    }, EVERY_MS);
  };
}
