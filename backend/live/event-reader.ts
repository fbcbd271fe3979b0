/**
 * Reads the events table in the order of commits, missing none and doubling none.
 *
 * Invariant: a position is (xid, id) of the last event handed on. Only events whose transaction is older than every
 * running one are read, so nothing can appear later below a position that was passed. A hint or a timer says when to
 * look; neither has to arrive.
 */
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import type { EventType } from '../events/catalogue.ts';

export interface StoredEvent {
  position: string;
  type: EventType;
  siteId: string | null;
  sessionId: string | null;
  data: Record<string, unknown>;
}

const BATCH = 500;

const READ = {
  name: 'read-events',
  text: `SELECT xid::text || '-' || id AS position, type, site_id AS "siteId", session_id AS "sessionId", data
    FROM events
    WHERE (xid, id) > ($1::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY xid, id LIMIT ${BATCH}`,
};

/** The newest position that can be read now, and the oldest event still kept. */
const ENDS = {
  name: 'read-events-ends',
  text: `SELECT
    (SELECT xid::text || '-' || id FROM events WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY xid DESC, id DESC LIMIT 1) AS newest,
    (SELECT xid::text || '-' || id FROM events ORDER BY xid, id LIMIT 1) AS oldest`,
};

const WAITING = {
  name: 'events-waiting',
  text: `SELECT EXISTS (SELECT 1 FROM events WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())) AS waiting`,
};

const START = '0-0';

/** At most 500 events after a position. */
export async function readEvents(database: Database, after: string): Promise<StoredEvent[]> {
  const [xid, id] = after.split('-');
  return runStatement<StoredEvent>(database, READ, [xid, id]);
}

/** The newest position that can be read now and the oldest that is kept; both `START` where there is none. */
export async function eventEnds(database: Database): Promise<{ newest: string; oldest: string }> {
  const [row] = await runStatement<{ newest: string | null; oldest: string | null }>(database, ENDS, []);
  return { newest: row?.newest ?? START, oldest: row?.oldest ?? START };
}

/** True when there are committed or running events that can't be read yet. */
export async function eventsWaiting(database: Database): Promise<boolean> {
  const [row] = await runStatement<{ waiting: boolean }>(database, WAITING, []);
  return row!.waiting;
}

/** undefined unless it is a position as we hand them out. */
export function parsePosition(text: string): string | undefined {
  return /^\d{1,19}-\d{1,18}$/.test(text) ? text : undefined;
}

/** Negative when a comes before b. */
export function comparePositions(a: string, b: string): number {
  const [ax, ai] = a.split('-').map(BigInt) as [bigint, bigint];
  const [bx, bi] = b.split('-').map(BigInt) as [bigint, bigint];
  return ax === bx ? Number(ai - bi) : ax < bx ? -1 : 1;
}
