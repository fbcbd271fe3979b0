/** How busy this process's connections to the database are. */
import { Gauge, type Metric } from 'prom-client';
import { waitingCalls } from '../db/grouped.ts';
import type { Database } from '../db/knex.ts';

export function createPoolMetrics(database: Database): Metric[] {
  const { pool } = database.client;
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(read());
      },
    });
  return [
    gauge('parlour_database_connections_max', 'Connections that this process may hold', () => pool.max),
    gauge('parlour_database_connections_used', 'Connections that are at work now', () => pool.numUsed()),
    gauge(
      'parlour_database_waiting',
      'Statements that wait for a connection now',
      () => pool.numPendingAcquires() + waitingCalls(database),
    ),
  ];
}
