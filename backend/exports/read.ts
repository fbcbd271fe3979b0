/**
 * Reads the conversations of an export: one snapshot for all of them, a cursor in PostgreSQL, and never more than a
 * handful in memory.
 */
import type { Database, Transaction } from '../db/knex.ts';
import { runStatement, withConnection } from '../db/sql.ts';
import type { ChatSession } from '../models/chat-session.ts';
import type { Message } from '../models/message.ts';
import type { Review } from '../models/review.ts';
import { presentReviews } from '../reviews/queries.ts';
import type { SessionFilters } from '../sessions/filter-schema.ts';
import { type Matching, resolveFilters } from '../sessions/filters.ts';
import { type Reach, sessionRows } from '../sessions/queries.ts';
import { matchesHere } from '../sessions/search.ts';

/** Ids of one FETCH. */
const AT_ONCE = 100;
/** What is held at the same time; fewer are no less memory and take longer. A conversation that is longer is read whole. */
const CONVERSATIONS_HELD = 50;
const MESSAGES_HELD = 1000;
/** Counting further would take longer than it helps. */
const COUNT_MAX = 100_000;

/** Whoever downloads may take their time: the server must not end the snapshot because nothing was asked for a while. */
const BEGIN = `SELECT pg_backend_pid() AS pid, set_config('idle_in_transaction_session_timeout', '0', true)`;

/** As plain rows: made into models, a million of them would cost more than everything else. */
const MESSAGES = {
  name: 'export-messages',
  text: `SELECT session_id AS "sessionId", seq, id, role, text, choices, author_id AS "authorId",
    author_name AS "authorName", details, created_at AS "createdAt"
    FROM messages WHERE session_id = ANY ($1::uuid[]) ORDER BY session_id, seq`,
};

export interface Conversation {
  session: ChatSession;
  messages: Message[];
  /** The verdict that holds, where there is one. */
  review: Review | undefined;
}

export type ExportFilters = Matching & Pick<SessionFilters, 'sort'>;

/** How many conversations these filters mean; null: more than COUNT_MAX, or too dear to know. */
export async function countSessions(
  database: Database,
  filters: Matching,
  reach: Reach,
): Promise<number | null> {
  const resolved = await resolveFilters(database, filters, reach);
  if (resolved.isEverywhere) return null;
  const some = database('chat_sessions')
    .select(database.raw('1'))
    .limit(COUNT_MAX + 1);
  resolved.where(some);
  const [{ count }] = (await database.count('* as count').from(some.as('some'))) as [{ count: string }];
  return Number(count) > COUNT_MAX ? null : Number(count);
}

/** An open export. Whoever opens it closes it. */
export class SessionExport {
  private isWaiting = false;
  private isClosed = false;

  private constructor(
    private readonly database: Database,
    private readonly trx: Transaction,
    private readonly pid: number,
    readonly count: number | null,
  ) {}

  /** @throws validation_failed for filters that can't be read */
  static async open(database: Database, filters: ExportFilters, reach: Reach): Promise<SessionExport> {
    const trx = await database.transaction({ isolationLevel: 'repeatable read', readOnly: true });
    try {
      const { rows } = await trx.raw(BEGIN);
      const count = await countSessions(trx, filters, reach);
      await declare(trx, filters, reach);
      return new SessionExport(database, trx, rows[0].pid, count);
    } catch (error) {
      await trx.rollback();
      throw error;
    }
  }

  /** Small groups of whole conversations, in the order of the list. */
  async *read(): AsyncGenerator<Conversation[]> {
    for (;;) {
      const { rows } = await this.ask(this.trx.raw(`FETCH FORWARD ${AT_ONCE} FROM conversations`));
      if (rows.length === 0) return;
      for (const group of groups(rows)) yield await this.readGroup(group);
    }
  }

  /** Ends the snapshot, and a statement that is still running for somebody who has left. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    try {
      if (this.isWaiting) await this.database.raw('SELECT pg_cancel_backend(?)', [this.pid]);
    } finally {
      // Nobody closes it twice: a snapshot that is held on to would hold up the database's tidying for good.
      await this.trx.rollback();
    }
  }

  private async readGroup(ids: string[]): Promise<Conversation[]> {
    const found = new Map((await this.ask(sessionRows(this.trx, ids))).map((row) => [row.id, row]));
    const sessions = ids.map((id) => found.get(id)!);
    const all = await this.ask(runStatement<Message>(this.trx, MESSAGES, [ids]));
    const bySession = new Map(ids.map((id) => [id, [] as Message[]]));
    for (const message of all) bySession.get(message.sessionId)!.push(message);
    const judged = sessions.filter(({ qaStatus }) => qaStatus !== 'unchecked').map(({ id }) => id);
    const verdicts = await this.ask(presentReviews(this.trx, judged));
    const reviews = new Map(verdicts.map((review) => [review.sessionId, review]));
    return sessions.map((session) => ({
      session,
      messages: bySession.get(session.id)!,
      review: reviews.get(session.id),
    }));
  }

  private async ask<T>(query: PromiseLike<T>): Promise<T> {
    this.isWaiting = true;
    try {
      return await query;
    } finally {
      this.isWaiting = false;
    }
  }
}

async function declare(trx: Transaction, filters: ExportFilters, reach: Reach): Promise<void> {
  const { sort = '-lastMessageAt' } = filters;
  const column = sort.endsWith('startedAt') ? 'started_at' : 'last_message_at';
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const resolved = await resolveFilters(trx, filters, reach);
  const query = trx('chat_sessions')
    .select('id', 'last_seq as messages')
    .orderByRaw(`${column} ${direction}, id ${direction}`);
  resolved.where(query);
  if (resolved.isEverywhere) query.where(matchesHere(trx, resolved.search!, 'chat_sessions.id'));
  const { sql, bindings } = query.toSQL().toNative();
  await withConnection(trx, (client) =>
    client.query({ text: `DECLARE conversations NO SCROLL CURSOR FOR ${sql}`, values: [...bindings] }),
  );
}

/** In order, each group so small that it can be held at once. */
function groups(sessions: ReadonlyArray<{ id: string; messages: number }>): string[][] {
  const all: string[][] = [];
  let room = 0;
  for (const { id, messages } of sessions) {
    const last = all.at(-1);
    if (last && messages <= room && last.length < CONVERSATIONS_HELD) last.push(id);
    else {
      all.push([id]);
      room = MESSAGES_HELD;
    }
    room -= messages;
  }
  return all;
}
