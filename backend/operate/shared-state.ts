/** The figures of `shared-metrics`, read from the indexes of what is open. */
import { asAvailability, type Database } from '../db/knex.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Delivery } from '../models/delivery.ts';

const KINDS: Delivery['kind'][] = ['webhook', 'monday', 'email', 'messenger'];
const OPEN: Delivery['status'][] = ['pending', 'failed', 'dead'];

export interface SharedState {
  /** Each kind and status, also where there is none. */
  deliveries: Array<{ kind: string; status: string; count: number }>;
  oldest: Array<{ kind: string; seconds: number }>;
  overdueSeconds: number;
  jobsOverdueSeconds: number;
  unanswered: number;
  unansweredSeconds: number;
  faults: number;
  tokens: { input: number; output: number };
}

const age = (moment: string) => `greatest(0, coalesce(extract(epoch FROM now() - ${moment}), 0))::float8`;

const DELIVERIES = `
  SELECT kind, status, count(*)::integer AS count, ${age('min(created_at)')} AS seconds
  FROM deliveries WHERE status IN ('pending', 'failed', 'dead') GROUP BY kind, status`;

const OTHERS = `
  SELECT
    (SELECT ${age('min(next_attempt_at)')} FROM deliveries
     WHERE status IN ('pending', 'failed') AND coalesce(claimed_until < now(), true)) AS overdue,
    (SELECT count(*)::integer FROM incidents WHERE status = 'open') AS faults,
    waiting.count AS unanswered, waiting.seconds AS waited, spent.input, spent.output
  FROM
    (SELECT count(*)::integer AS count, ${age('min(awaiting_since)')} AS seconds
     FROM chat_sessions WHERE awaiting_since IS NOT NULL AND mode = 'ai') waiting,
    (SELECT coalesce(sum(input_tokens), 0)::float8 AS input, coalesce(sum(output_tokens), 0)::float8 AS output
     FROM ai_spend_days) spent`;

interface Counted {
  kind: string;
  status: string;
  count: number;
  seconds: number;
}

/** @throws unavailable while the database is away */
export async function readSharedState(database: Database, queue: Queue): Promise<SharedState> {
  try {
    return await read(database, queue);
  } catch (error) {
    throw asAvailability(error);
  }
}

async function read(database: Database, queue: Queue): Promise<SharedState> {
  const { rows: counted } = (await database.raw(DELIVERIES)) as { rows: Counted[] };
  const { rows: others } = await database.raw(OTHERS);
  const { overdue, faults, unanswered, waited, input, output } = others[0];
  const of = (kind: string) => counted.filter((row) => row.kind === kind);
  return {
    deliveries: KINDS.flatMap((kind) =>
      OPEN.map((status) => {
        const count = of(kind).find((row) => row.status === status)?.count ?? 0;
        return { kind, status, count };
      }),
    ),
    oldest: KINDS.map((kind) => {
      const ages = of(kind).flatMap(({ status, seconds }) => (status === 'dead' ? [] : [seconds]));
      return { kind, seconds: Math.max(0, ...ages) };
    }),
    overdueSeconds: overdue,
    jobsOverdueSeconds: await queue.overdueSeconds(),
    unanswered,
    unansweredSeconds: waited,
    faults,
    tokens: { input, output },
  };
}
