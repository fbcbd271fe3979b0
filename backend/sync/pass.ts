/**
 * Finding what was left half done and mending it: one conversation when somebody looks at it, a stretch of all of them
 * every minute, everything when asked to.
 */
import { AT_ONCE, abandonIdleSessions } from '../conversation/abandon-idle.ts';
import type { ConversationDeps } from '../conversation/answer-turn.ts';
import { findUnanswered, recoverTurn } from '../conversation/recover-turns.ts';
import { bringInMemoryTables } from '../ingest/memory-tables.ts';
import { completeFinished, recount, redeliver, type Scope } from './orphans.ts';
import type { SyncResult } from './schema.ts';

export interface SyncDeps extends ConversationDeps {
  /** What vendors sent and nobody has looked at yet (integrations/messenger). */
  processEvents(): Promise<{ processed: number; created: number }>;
}

/** Conversations looked at in one step. */
const STEP = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** How long one call may go on; what it did not come to is looked at in the background, stretch by stretch. */
const PATIENCE_MS = 20_000;

/** Mends these. Cheap when nothing is wrong with them. @returns how much was mended */
export async function mend(deps: ConversationDeps, ids: readonly string[]): Promise<number> {
  const found = none();
  await mendSome(deps, ids, found);
  return found.abandoned + found.completed + found.recounted + found.redelivered;
}

/** Everything, as far as it gets in twenty seconds. `isFinished` says whether that was all. */
export async function syncAll(deps: SyncDeps): Promise<SyncResult> {
  const until = Date.now() + PATIENCE_MS;
  const found = none();
  await bringIn(deps, found);
  await settleIdle(deps, found);
  let after = FIRST;
  for (;;) {
    const stretch = await nextStretch(deps, after);
    if (!stretch) break;
    await mendStretch(deps, stretch, found);
    found.checked += stretch.count;
    after = stretch.upTo;
    if (Date.now() > until) return { ...found, isFinished: false };
  }
  const isFinished = await answer(deps, found, until);
  return { ...found, isFinished };
}

/** The conversations of one site, as far as it gets in twenty seconds: what a key of that site may ask for. */
export async function syncSite(deps: ConversationDeps, siteId: string): Promise<SyncResult> {
  const until = Date.now() + PATIENCE_MS;
  const found = none();
  for (let after = FIRST; ; ) {
    const ids: string[] = await deps
      .database('chat_sessions')
      .where({ siteId })
      .where('id', '>', after)
      .orderBy('id')
      .limit(STEP)
      .pluck('id');
    if (ids.length === 0) return found;
    await mendSome(deps, ids, found);
    const isAnswered = await answer(deps, found, until, ids);
    found.checked += ids.length;
    after = ids.at(-1)!;
    if (!isAnswered || Date.now() > until) return { ...found, isFinished: false };
  }
}

/** Where the last minute's stretch ended; each process has its own, as going twice over something costs little. */
let passedUpTo = FIRST;

/** A minute's share: what is new, what is idle, and a stretch of all conversations, going round and round. */
export async function syncInBackground(deps: SyncDeps, signal: AbortSignal): Promise<void> {
  const found = none();
  await bringIn(deps, found);
  await settleIdle(deps, found);
  for (const scope of await recentScopes(deps)) {
    if (signal.aborted) return;
    await mendStretch(deps, scope, found);
  }
  const stretch = (await nextStretch(deps, passedUpTo)) ?? (await nextStretch(deps, FIRST));
  if (stretch) await mendStretch(deps, stretch, found);
  passedUpTo = stretch?.upTo ?? FIRST;
}

async function mendSome(deps: ConversationDeps, ids: readonly string[], found: SyncResult): Promise<void> {
  const settled = await abandonIdleSessions(deps.database, ids);
  found.abandoned += settled.abandoned;
  found.completed += settled.completed;
  await mendStretch(deps, { ids }, found);
}

/**
 * Waits for the answers: who asks for a sync wants to know whether they came.
 * @returns whether nobody is left who waits; the worker goes on where this stops
 */
async function answer(
  deps: ConversationDeps,
  found: SyncResult,
  until: number,
  among?: readonly string[],
): Promise<boolean> {
  for (;;) {
    const open = await findUnanswered(deps.database, among);
    const answered = (await Promise.all(open.map((id) => recoverTurn(deps, id)))).filter(Boolean).length;
    found.answered += answered;
    if (open.length === 0) return true;
    // Somebody else is at what is left, or it can't be answered now.
    if (answered === 0 || Date.now() > until) return false;
  }
}

async function mendStretch(deps: ConversationDeps, scope: Scope, found: SyncResult): Promise<void> {
  found.recounted += await recount(deps.database, scope);
  found.completed += await completeFinished(deps, scope);
  found.redelivered += await redeliver(deps.database, scope);
}

async function bringIn(deps: SyncDeps, found: SyncResult): Promise<void> {
  const { created, checked } = await bringInMemoryTables(deps.database);
  const events = await deps.processEvents();
  found.created += created + events.created;
  found.checked += checked + events.processed;
}

async function settleIdle(deps: ConversationDeps, found: SyncResult): Promise<void> {
  // After a large import there are many: what is left is settled in the next minute.
  const until = Date.now() + PATIENCE_MS / 2;
  while (Date.now() < until) {
    const { abandoned, completed } = await abandonIdleSessions(deps.database);
    found.abandoned += abandoned;
    found.completed += completed;
    if (abandoned + completed < AT_ONCE) return;
  }
}

async function nextStretch(
  { database }: ConversationDeps,
  after: string,
): Promise<{ after: string; upTo: string; count: number } | undefined> {
  const ids: string[] = await database('chat_sessions')
    .where('id', '>', after)
    .orderBy('id')
    .limit(STEP)
    .pluck('id');
  const upTo = ids.at(-1);
  return upTo ? { after, upTo, count: ids.length } : undefined;
}

/** Those with the newest words: what goes wrong goes wrong there, and is mended within the minute. */
async function recentScopes({ database }: ConversationDeps): Promise<Scope[]> {
  const ids: string[] = (
    await database.raw(
      `SELECT id FROM chat_sessions WHERE archive_status = 'active' ORDER BY last_message_at DESC, id DESC LIMIT ${STEP}`,
    )
  ).rows.map(({ id }: { id: string }) => id);
  return ids.length > 0 ? [{ ids }] : [];
}

const none = (): SyncResult => ({
  checked: 0,
  created: 0,
  completed: 0,
  abandoned: 0,
  redelivered: 0,
  recounted: 0,
  answered: 0,
  isFinished: true,
});
