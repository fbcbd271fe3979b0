/**
 * What stands in the database and is the same for all processes: each tells it, so that it does not matter which one
 * is asked; whoever adds processes up takes the largest.
 */
import { Counter, Gauge, type Metric } from 'prom-client';
import type { Database } from '../db/knex.ts';
import type { Queue } from '../jobs/queue.ts';
import { readSharedState, type SharedState } from './shared-state.ts';

/** Several may ask at once, and often. */
const KEPT_MS = 5_000;

export function createSharedMetrics(database: Database, queue: Queue): Metric[] {
  const read = kept(() => readSharedState(database, queue));
  const gauge = (name: string, help: string, pick: (state: SharedState) => number) =>
    new Gauge({
      name,
      help,
      registers: [],
      async collect() {
        this.set(pick(await read()));
      },
    });
  return [
    new Gauge({
      name: 'parlour_deliveries',
      help: 'Deliveries that have not arrived: pending, failed (tried again later) and dead (given up)',
      labelNames: ['kind', 'status'] as const,
      registers: [],
      async collect() {
        const { deliveries } = await read();
        for (const { kind, status, count } of deliveries) this.set({ kind, status }, count);
      },
    }),
    new Gauge({
      name: 'parlour_deliveries_oldest_seconds',
      help: 'Age of the oldest delivery that has neither arrived nor been given up',
      labelNames: ['kind'] as const,
      registers: [],
      async collect() {
        const { oldest } = await read();
        for (const { kind, seconds } of oldest) this.set({ kind }, seconds);
      },
    }),
    gauge(
      'parlour_deliveries_overdue_seconds',
      'How long the next delivery has been due; grows while no worker sends',
      ({ overdueSeconds }) => overdueSeconds,
    ),
    gauge(
      'parlour_jobs_overdue_seconds',
      'How long the oldest job has been due; grows while no worker runs',
      ({ jobsOverdueSeconds }) => jobsOverdueSeconds,
    ),
    gauge(
      'parlour_unanswered_visitors',
      'Conversations where the assistant has yet to answer',
      ({ unanswered }) => unanswered,
    ),
    gauge(
      'parlour_unanswered_oldest_seconds',
      'How long the visitor has waited who has waited longest for the assistant',
      ({ unansweredSeconds }) => unansweredSeconds,
    ),
    gauge('parlour_faults_open', 'Faults under Errors that nobody has settled', ({ faults }) => faults),
    new Counter({
      name: 'parlour_ai_tokens_total',
      help: 'Tokens that models of the sites were paid for',
      labelNames: ['direction'] as const,
      registers: [],
      async collect() {
        const { tokens } = await read();
        this.reset();
        this.inc({ direction: 'in' }, tokens.input);
        this.inc({ direction: 'out' }, tokens.output);
      },
    }),
  ];
}

/** One answer for all who ask within a moment. A failure is not kept. */
function kept<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (answer && performance.now() < until) return answer;
    until = performance.now() + KEPT_MS;
    const asked = read();
    answer = asked;
    asked.catch(() => {
      if (answer === asked) answer = undefined;
    });
    return asked;
  };
}
