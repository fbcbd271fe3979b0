/**
 * Many callers, one statement. Under load most of what a small statement costs is its own round trip and its own wait
 * for the disk; calls that come while others are on their way are therefore sent together, as one statement with one
 * commit. A call that comes alone goes at once.
 *
 * A group never waits for a row that somebody else has locked: one visitor's conversation must not hold up another's.
 * What a group could not do is left to the caller, who does it by itself.
 */
import type pg from 'pg';
import { type Database, isConnectionError, type Transaction } from './knex.ts';
import { runStatement, type Statement, storableJson } from './sql.ts';

/**
 * Takes a JSON list of calls as $1, each with its place `n` in it (see `given`), and answers a row with `n` for each
 * that it has done, whole. `together` skips what is locked (SKIP LOCKED), `alone` waits for it.
 */
export interface GroupedStatement {
  together: Statement;
  alone: Statement;
}

/** Both forms from one text, which is told what stands behind its FOR UPDATE. */
export const grouped = (name: string, text: (locked: '' | 'SKIP LOCKED') => string): GroupedStatement => ({
  together: { name: `${name}-together`, text: text('SKIP LOCKED') },
  alone: { name, text: text('') },
});

/** Calls in one statement. Also what the planner is told to expect. */
const MOST = 16;
/** Statements of one kind on their way at once: one is worked on while the other waits for the disk. */
const LANES = 2;

/** The beginning of a grouped statement: the calls as rows. @param columns such as `id uuid, text text` */
export const given = (columns: string) =>
  `given AS (SELECT * FROM json_to_recordset($1::json) AS call (n integer, ${columns}) LIMIT ${MOST})`;

interface Call {
  input: object;
  /** Two calls for one thing are never in one group: the second must see what the first did. */
  about: string;
  resolve(row: unknown): void;
  reject(error: unknown): void;
}

class Group {
  readonly waiting: Call[] = [];
  private running = 0;
  private isPlanned = false;

  constructor(
    private readonly database: Database,
    private readonly statement: Statement,
  ) {}

  add(call: Call): void {
    this.waiting.push(call);
    this.plan();
  }

  /** After this round of the event loop, so that calls of the same moment come together. */
  private plan(): void {
    if (this.isPlanned || this.running >= LANES || this.waiting.length === 0) return;
    this.isPlanned = true;
    setImmediate(() => {
      this.isPlanned = false;
      void this.runNext();
      this.plan();
    });
  }

  private async runNext(): Promise<void> {
    const calls = this.take();
    if (calls.length === 0) return;
    this.running++;
    try {
      const rows = await runStatement<pg.QueryResultRow>(this.database, this.statement, [
        storableJson(calls.map(({ input }, n) => ({ n, ...input }))),
      ]);
      const done = new Map(rows.map((row) => [row.n, row]));
      for (const [n, call] of calls.entries()) call.resolve(done.get(n));
    } catch (error) {
      const isAway = isConnectionError(error);
      // One call can spoil a statement for all: each finds out by itself whether it was the one.
      for (const call of calls) isAway ? call.reject(error) : call.resolve(undefined);
    } finally {
      this.running--;
      this.plan();
    }
  }

  private take(): Call[] {
    const taken = new Map<string, Call>();
    const left: Call[] = [];
    for (const call of this.waiting)
      if (taken.size < MOST && !taken.has(call.about)) taken.set(call.about, call);
      else left.push(call);
    this.waiting.splice(0, Number.POSITIVE_INFINITY, ...left);
    return [...taken.values()];
  }
}

const groups = new WeakMap<Database, Map<string, Group>>();

/**
 * Runs the call together with others; by itself where that can't be, and always in a transaction.
 * @param about what it changes: a conversation's id
 * @returns its row; undefined when there is nothing that it can be done to
 */
export async function runTogether<Row extends pg.QueryResultRow>(
  on: Database | Transaction,
  statement: GroupedStatement,
  about: string,
  input: object,
): Promise<Row | undefined> {
  const row = on.isTransaction ? undefined : await tryTogether<Row>(on, statement, about, input);
  return row ?? (await runAlone<Row>(on, statement, input));
}

/**
 * @returns undefined when the group did not do it: its row is locked, its condition does not hold, or another call
 * spoiled the statement for all
 * @throws when the database is away
 */
export function tryTogether<Row extends pg.QueryResultRow>(
  database: Database,
  { together }: GroupedStatement,
  about: string,
  input: object,
): Promise<Row | undefined> {
  const ofDatabase = groups.get(database) ?? new Map<string, Group>();
  groups.set(database, ofDatabase);
  const group = ofDatabase.get(together.name) ?? new Group(database, together);
  ofDatabase.set(together.name, group);
  return new Promise((resolve, reject) =>
    group.add({ about, input, resolve: resolve as (row: unknown) => void, reject }),
  );
}

/** The one call, which waits for its row. */
export async function runAlone<Row extends pg.QueryResultRow>(
  on: Database | Transaction,
  { alone }: GroupedStatement,
  input: object,
): Promise<Row | undefined> {
  const [row] = await runStatement<Row>(on, alone, [storableJson([{ n: 0, ...input }])]);
  return row;
}

/** Calls that wait for a place in a group. */
export function waitingCalls(database: Database): number {
  let sum = 0;
  for (const group of groups.get(database)?.values() ?? []) sum += group.waiting.length;
  return sum;
}
