/**
 * Background jobs. The only file that names the queue library (pg-boss, in the same database): a job sent inside a
 * transaction exists when that commits and not before, and a job whose worker was killed is taken up again.
 */
import PgBoss from 'pg-boss';
import type { Database, Transaction } from '../db/knex.ts';
import { withConnection } from '../db/sql.ts';
import { errorForLog, type Logger } from '../log.ts';

/** A job that has not finished by then is given to another worker; a killed worker's job resumes within 60 s. */
const EXPIRE_SECONDS = 45;

export interface Job {
  name: string;
  /** Cron in UTC, to the minute; without it the job runs only when sent. */
  cron?: string;
  run(data: Record<string, unknown>, signal: AbortSignal): Promise<void>;
}

export class Queue {
  private readonly boss: PgBoss;
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
  ) {
    this.boss = new PgBoss({
      db: adapter(database),
      schema: 'jobs',
      application_name: 'parlour',
    } as PgBoss.ConstructorOptions);
    this.boss.on('error', (err) => this.log.warn({ err: errorForLog(err) }, 'the job queue had a problem'));
  }

  /** Makes its tables when they are missing. */
  async start(): Promise<void> {
    await this.boss.start();
  }

  /** Takes jobs of these kinds from now on. */
  async work(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) {
      await this.boss.createQueue(job.name, {
        name: job.name,
        retryLimit: 5,
        retryBackoff: true,
        expireInSeconds: EXPIRE_SECONDS,
      });
      await this.boss.work<Record<string, unknown>>(
        job.name,
        { pollingIntervalSeconds: 2 },
        async ([taken]) => {
          await job.run(taken?.data ?? {}, this.stopping.signal);
        },
      );
      if (job.cron) await this.boss.schedule(job.name, job.cron);
    }
  }

  /** Puts a job into the queue as part of the transaction. */
  async send(trx: Transaction, name: string, data: object): Promise<void> {
    await this.boss.send(name, data, { db: adapter(trx) });
  }

  /** How long the oldest job has been due that nobody has taken; grows while there is no worker. */
  async overdueSeconds(): Promise<number> {
    const { rows } = await this.database.raw(
      `SELECT coalesce(extract(epoch FROM now() - min(start_after)), 0)::float8 AS seconds
       FROM jobs.job WHERE state IN ('created', 'retry') AND start_after < now()`,
    );
    return rows[0].seconds;
  }

  /** Waits for running jobs, at most five seconds. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.boss.stop({ graceful: true, timeout: 5_000, wait: true, close: false });
  }
}

function adapter(on: Database | Transaction): PgBoss.Db {
  return { executeSql: (text, values) => withConnection(on, (client) => client.query(text, values)) };
}
