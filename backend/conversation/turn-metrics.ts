/** Counts how the turns end that this process answers, and how long they take. */
import { Histogram, type Metric } from 'prom-client';
import type { Site } from '../models/site.ts';

/**
 * `fallback`: the visitor got the site's fallback text. `put_off`: an answer that was owed is tried again later.
 * `broken_off`: a person took over, the process ended, or another one was quicker.
 */
export type TurnEnd = 'answered' | 'fallback' | 'put_off' | 'broken_off';

export interface TurnMetrics {
  all: readonly Metric[];
  /** @param since of `performance.now()` */
  ended(kind: Site['agent']['kind'], end: TurnEnd, since: number): void;
}

export function createTurnMetrics(): TurnMetrics {
  const durations = new Histogram({
    name: 'parlour_turn_duration_seconds',
    help: 'Visitors’ turns by kind of assistant and how they ended, and the time until that was stored',
    labelNames: ['agent', 'end'] as const,
    buckets: [0.1, 0.5, 1, 2, 5, 10, 20, 40, 80],
    registers: [],
  });
  return {
    all: [durations],
    ended: (agent, end, since) => durations.observe({ agent, end }, (performance.now() - since) / 1000),
  };
}
