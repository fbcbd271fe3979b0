/**
 * Which conversations changed since this person last opened them. Kept in the browser, by conversation, bounded.
 */
import type { UserView } from '../../../backend/staff/schema.ts';
import { readStored, writeStored } from '../storage.ts';
import { Store } from '../store.ts';

export interface Seen {
  /** What happened before this counts as read, unless it was opened even earlier and changed since. */
  since: string;
  /** The time of the newest message at the last opening, by conversation. */
  opened: Readonly<Record<string, string>>;
}

interface Timed {
  id: string;
  lastMessageAt: string;
}

/** How many openings are remembered; the oldest make room. */
const KEPT = 500;
/** At the first visit the last days are new, and everything older is history. */
const NEW_FOR_MS = 3 * 24 * 60 * 60 * 1000;

export function nothingSeen(now: Date): Seen {
  return { since: new Date(now.getTime() - NEW_FOR_MS).toISOString(), opened: {} };
}

export function isUnread(seen: Seen, row: Timed): boolean {
  return row.lastMessageAt > (seen.opened[row.id] ?? seen.since);
}

/** Remembers an opening. When one is forgotten, `since` moves up to it, so that it does not come back as unread. */
export function withOpened(seen: Seen, row: Timed, kept = KEPT): Seen {
  if (seen.opened[row.id] === row.lastMessageAt) return seen;
  const opened = { ...seen.opened, [row.id]: row.lastMessageAt };
  const byAge = Object.entries(opened).sort(([, a], [, b]) => (a < b ? 1 : -1));
  if (byAge.length <= kept) return { ...seen, opened };
  const newestForgotten = byAge[kept]![1];
  const stillAfter = newestForgotten < seen.since;
  return {
    since: stillAfter ? seen.since : newestForgotten,
    opened: Object.fromEntries(byAge.slice(0, kept)),
  };
}

export const seen = new Store<Seen>(nothingSeen(new Date()));

let key = '';
let following = false;

/** Reads what this person has seen in this browser, and follows their other tabs. */
export function startSeen(user: UserView): void {
  key = `parlour.seen.${user.id}`;
  const stored = parse(readStored(key));
  seen.set(stored ?? nothingSeen(new Date()));
  if (!stored) save();
  if (!following) addEventListener('storage', followOtherTabs);
  following = true;
}

export function markOpened(row: Timed): void {
  const before = seen.value;
  seen.set(withOpened(before, row));
  if (seen.value !== before) save();
}

function followOtherTabs(event: StorageEvent): void {
  if (event.key === key) seen.set(parse(event.newValue) ?? seen.value);
}

function save(): void {
  writeStored(key, JSON.stringify(seen.value));
}

function parse(text: string | null): Seen | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    const usable = typeof value === 'object' && value !== null && 'since' in value && 'opened' in value;
    return usable && typeof value.opened === 'object' ? (value as Seen) : null;
  } catch {
    return null;
  }
}
