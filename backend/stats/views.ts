/**
 * How often pages load the chat. Counted in memory for a second and then added up in the table, so that a page view costs
 * no write of its own; nothing about who looked is taken down. A process that is killed loses its last second.
 */
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { errorForLog, type Logger } from '../log.ts';
import { dayOf, quarterOf } from './facts.ts';

const FLUSH_MS = 1_000;
/** Those that say so; what they load nobody sees. */
const ROBOT = /bot|crawl|spider|slurp|preview|lighthouse|headlesschrome|monitor/i;

const ADD = {
  name: 'stats-add-views',
  text: `
    WITH n AS (SELECT site_id, loaded FROM unnest($1::uuid[], $2::int[]) AS n (site_id, loaded) ORDER BY site_id),
    of_day AS (
      INSERT INTO stats_view_days AS t (site_id, day, loaded)
      SELECT site_id, ${dayOf('now()')}, loaded FROM n
      ON CONFLICT (site_id, day) DO UPDATE SET loaded = t.loaded + excluded.loaded)
    INSERT INTO stats_views AS t (site_id, quarter, loaded)
    SELECT site_id, ${quarterOf('now()')}, loaded FROM n
    ON CONFLICT (site_id, quarter) DO UPDATE SET loaded = t.loaded + excluded.loaded`,
};

export class ViewCounter {
  private counts = new Map<string, number>();
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  /** A page asked for the settings of a site's chat. */
  add(siteId: string, { method, userAgent }: { method: string; userAgent: string }): void {
    if (method !== 'GET' || ROBOT.test(userAgent)) return;
    this.counts.set(siteId, (this.counts.get(siteId) ?? 0) + 1);
    this.timer ??= setTimeout(() => this.flush(), FLUSH_MS).unref();
  }

  /** Writes down what was counted. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counts = this.counts;
    this.counts = new Map();
    if (counts.size > 0)
      this.running = this.running.then(async () => {
        await runStatement(this.database, ADD, [[...counts.keys()], [...counts.values()]]).catch((error) =>
          this.log.warn({ err: errorForLog(error) }, 'page views could not be counted'),
        );
      });
    return this.running;
  }
}
