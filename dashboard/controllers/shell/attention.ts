/**
 * How many conversations want a look: visitors who wait for a person, and conversations with something unread. Counted
 * over the newest active ones, kept true by live events, and shown in the title and the icon of the tab.
 */
import type { SessionRow } from '../../../backend/sessions/schema.ts';
import { type LiveChange, live } from '../../api/live.ts';
import { listSessions } from '../../api/sessions.ts';
import { isUnread, type Seen, seen } from '../sessions/seen.ts';
import { Store } from '../store.ts';

const COUNTED = 50;

export interface Attention {
  waiting: number;
  /** Waiting or unread; a conversation counts once. */
  total: number;
}

const NOTHING: Attention = { waiting: 0, total: 0 };

export const attention = new Store<Attention>(NOTHING);

/** What these rows ask for. */
export function countAttention(rows: Iterable<SessionRow>, known: Seen): Attention {
  let waiting = 0;
  let total = 0;
  for (const row of rows) {
    if (row.waitingSince) waiting++;
    if (row.waitingSince || isUnread(known, row)) total++;
  }
  return { waiting, total };
}

let rows = new Map<string, SessionRow>();
let started = false;

/** Begins to count. */
export function startAttention(): void {
  void load();
  if (started) return;
  started = true;
  live.subscribe(hear);
  seen.subscribe(count);
}

async function load(): Promise<void> {
  const before = new Set(rows.values());
  try {
    const { items } = await listSessions({ limit: COUNTED });
    // Live events that came meanwhile are newer than the answer.
    const newer = [...rows.values()].filter(
      (row) =>
        !before.has(row) &&
        !items.some((item) => item.id === row.id && item.lastMessageAt >= row.lastMessageAt),
    );
    rows = new Map([...items, ...newer].map((row) => [row.id, row]));
    count();
  } catch {
    // The list says what is wrong; a badge that is late is no trouble of its own.
  }
}

function hear({ name, data: { sessionId, session } }: LiveChange): void {
  if (name === 'resync') void load();
  if (!sessionId) return;
  rows.delete(sessionId);
  if (session?.archiveStatus === 'active') rows.set(sessionId, session);
  // The oldest make room: a map keeps the order in which rows came.
  for (const id of rows.keys()) {
    if (rows.size <= COUNTED) break;
    rows.delete(id);
  }
  count();
}

function count(): void {
  const now = countAttention(rows.values(), seen.value);
  const before = attention.value;
  if (now.waiting !== before.waiting || now.total !== before.total) attention.set(now);
}
