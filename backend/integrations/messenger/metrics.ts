import { Counter, Gauge, type Metric } from 'prom-client';

/** What became of an event that came in. `forged`: a call without a right signature. */
type Outcome = 'stored' | 'known' | 'ignored' | 'unknown_page' | 'forged';

export interface MessengerMetrics {
  all: readonly Metric[];
  count(outcome: Outcome, times?: number): void;
}

/** Counts what Facebook sends to this process; that nothing came for long is what an alarm should look at. */
export function createMessengerMetrics(): MessengerMetrics {
  const events = new Counter({
    name: 'parlour_messenger_events_total',
    help: 'Events from Facebook Messenger, by what became of them',
    labelNames: ['outcome'] as const,
    registers: [],
  });
  const last = new Gauge({
    name: 'parlour_messenger_last_event_timestamp_seconds',
    help: 'When Facebook last sent an event with a right signature; 0 before the first',
    registers: [],
  });
  return {
    all: [events, last],
    count(outcome, times = 1) {
      if (times === 0) return;
      events.inc({ outcome }, times);
      if (outcome === 'stored' || outcome === 'known') last.setToCurrentTime();
    },
  };
}
