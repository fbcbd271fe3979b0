/**
 * What models cost, counted in PostgreSQL by day and by conversation, so that every process keeps to the same limits.
 * Before a call its likely size is set aside in one statement that also checks the limit: a hundred calls at once can't
 * each find that there is still room. What it really used takes that place afterwards.
 */
import type { Database } from '../../db/knex.ts';
import { runStatement } from '../../db/sql.ts';
import { Calendar, type Day } from '../../stats/calendar.ts';
import { AgentFault } from '../agent.ts';
import type { SessionSpend } from './schema.ts';
import type { ModelSettings } from './settings.ts';

export interface Tokens {
  input: number;
  output: number;
}

export interface Spender {
  siteId: string;
  /** Null at a trial, which is no conversation; its tokens are paid all the same. */
  sessionId: string | null;
}

const TIMEZONE = { name: 'spend-timezone', text: 'SELECT timezone FROM sites WHERE id = $1' };

const RESERVE = {
  name: 'reserve-ai-tokens',
  text: `INSERT INTO ai_spend_days AS spent (site_id, day, reserved_tokens)
    SELECT $1::uuid, $4::date, $2::bigint WHERE $2::bigint <= $3::bigint
    ON CONFLICT (site_id, day) DO UPDATE SET reserved_tokens = spent.reserved_tokens + excluded.reserved_tokens
      WHERE spent.input_tokens + spent.output_tokens + spent.reserved_tokens + $2::bigint <= $3::bigint
    RETURNING day::text`,
};

const SETTLE = {
  name: 'settle-ai-tokens',
  text: `UPDATE ai_spend_days SET
      reserved_tokens = greatest(0, reserved_tokens - $3::bigint), calls = calls + 1,
      input_tokens = input_tokens + $4::bigint, output_tokens = output_tokens + $5::bigint, cost = cost + $6::float8
    WHERE site_id = $1 AND day = $2::date`,
};

/** A conversation that was erased meanwhile has nothing to be counted on. */
const COUNT_SESSION = {
  name: 'count-ai-session',
  text: `INSERT INTO ai_spend_sessions AS spent (session_id, replies, input_tokens, output_tokens, cost)
    SELECT id, $2::integer, $3::bigint, $4::bigint, $5::float8 FROM chat_sessions WHERE id = $1
    ON CONFLICT (session_id) DO UPDATE SET replies = spent.replies + excluded.replies,
      input_tokens = spent.input_tokens + excluded.input_tokens,
      output_tokens = spent.output_tokens + excluded.output_tokens, cost = spent.cost + excluded.cost`,
};

const REPLIES = {
  name: 'count-ai-replies',
  text: 'SELECT replies FROM ai_spend_sessions WHERE session_id = $1',
};

/** What tokens cost by the site's prices; undefined where it has none. */
export function costOfTokens(
  { input, output }: Tokens,
  { priceIn, priceOut }: Pick<ModelSettings, 'priceIn' | 'priceOut'>,
): number | undefined {
  if (priceIn === undefined && priceOut === undefined) return undefined;
  return (input * (priceIn ?? 0) + output * (priceOut ?? 0)) / 1_000_000;
}

/** @throws AgentFault limit_reached */
export async function checkReplies(
  database: Database,
  { sessionId }: Spender,
  { maxRepliesPerSession }: ModelSettings,
): Promise<void> {
  if (sessionId === null) return;
  const [row] = await runStatement<{ replies: number }>(database, REPLIES, [sessionId]);
  if ((row?.replies ?? 0) >= maxRepliesPerSession)
    throw new AgentFault(
      'limit_reached',
      'This conversation has had as many answers of the model as the settings allow.',
    );
}

export interface Reservation {
  settle(used: Tokens): Promise<void>;
}

/** Sets tokens aside for one call. @throws AgentFault limit_reached when the day's limit has no room for them */
export async function reserve(
  database: Database,
  spender: Spender,
  settings: ModelSettings,
  tokens: number,
): Promise<Reservation> {
  const { siteId, sessionId } = spender;
  const [row] = await runStatement<{ day: string }>(database, RESERVE, [
    siteId,
    tokens,
    settings.maxTokensPerDay,
    await todayOf(database, siteId),
  ]);
  if (!row)
    throw new AgentFault(
      'limit_reached',
      'The tokens that the settings allow for a day are used up. Raise the limit, or wait for tomorrow.',
    );
  return {
    async settle({ input, output }) {
      const cost = costOfTokens({ input, output }, settings) ?? 0;
      await runStatement(database, SETTLE, [siteId, row.day, tokens, input, output, cost]);
      if (sessionId && input + output > 0)
        await runStatement(database, COUNT_SESSION, [sessionId, 0, input, output, cost]);
    },
  };
}

/** One more answer of the model in this conversation. */
export async function countReply(database: Database, { sessionId }: Spender): Promise<void> {
  if (sessionId) await runStatement(database, COUNT_SESSION, [sessionId, 1, 0, 0, 0]);
}

/**
 * The day it is at this site. Reckoned here: of Intl's names, such as Asia/Calcutta, some databases know only newer ones.
 */
async function todayOf(database: Database, siteId: string): Promise<Day> {
  const [site] = await runStatement<{ timezone: string }>(database, TIMEZONE, [siteId]);
  return new Calendar(site?.timezone ?? 'UTC').dayAt(Date.now());
}

export interface Spend {
  calls: number;
  tokens: Tokens;
  cost: number;
}

/** What this site used today, in its own time zone. */
export async function spendToday(database: Database, siteId: string): Promise<Spend> {
  const { rows } = await database.raw(
    `SELECT calls, input_tokens::float8 AS input, output_tokens::float8 AS output, cost FROM ai_spend_days
     WHERE site_id = :siteId AND day = :today`,
    { siteId, today: await todayOf(database, siteId) },
  );
  const { calls = 0, input = 0, output = 0, cost = 0 } = rows[0] ?? {};
  return { calls, tokens: { input, output }, cost };
}

/** What one conversation used; null when no model answered in it. */
export async function spendOfSession(database: Database, sessionId: string): Promise<SessionSpend | null> {
  const { rows } = await database.raw(
    `SELECT replies, input_tokens::float8 AS input, output_tokens::float8 AS output, nullif(cost, 0) AS cost
     FROM ai_spend_sessions WHERE session_id = ?`,
    [sessionId],
  );
  const [row] = rows;
  return row
    ? { replies: row.replies, tokens: { input: row.input, output: row.output }, cost: row.cost }
    : null;
}
