/**
 * Sites as the visitor's routes need them on every call, kept for a few seconds. A change is forgotten at once in the
 * process that made it and, by its event, in the others.
 */
import type { Database } from '../db/knex.ts';
import { Site } from '../models/site.ts';

const KEEP_MS = 10_000;

/** Where there is nothing to find, no turn has to search. */
const KNOWS_ANYTHING = `(EXISTS (SELECT 1 FROM knowledge_entries k WHERE k.site_id = sites.id)
  OR EXISTS (SELECT 1 FROM knowledge_passages k WHERE k.site_id = sites.id)) AS "knowsAnything"`;

export class SiteCache {
  private readonly kept = new Map<string, { until: number; value: Promise<unknown> }>();

  constructor(private readonly database: Database) {}

  /** Archived ones too: what visitors said there is still answered. */
  byId(id: string): Promise<Site | undefined> {
    return this.keep(`id:${id}`, () =>
      Site.query(this.database).findById(id).select('sites.*', this.database.raw(KNOWS_ANYTHING)),
    );
  }

  /** undefined when there is none, or it was archived. */
  byKey(key: string): Promise<Site | undefined> {
    return this.keep(`key:${key}`, () => Site.query(this.database).findOne({ key }).whereNull('archivedAt'));
  }

  /** Whether any site lists this origin. A preflight does not tell which site it is for. */
  knowsOrigin(origin: string): Promise<boolean> {
    return this.keep(`origin:${origin}`, async () => {
      const { rows } = await this.database.raw(
        'SELECT 1 FROM sites WHERE archived_at IS NULL AND ? = ANY (allowed_origins) LIMIT 1',
        [origin],
      );
      return rows.length > 0;
    });
  }

  forget(): void {
    this.kept.clear();
  }

  private keep<T>(key: string, load: () => PromiseLike<T>): Promise<T> {
    const now = Date.now();
    const found = this.kept.get(key);
    if (found && found.until > now) return found.value as Promise<T>;
    // Strangers choose keys and origins: the map must not grow with them.
    if (this.kept.size > 1000) this.kept.clear();
    const value = Promise.resolve(load());
    this.kept.set(key, { until: now + KEEP_MS, value });
    value.catch(() => this.kept.delete(key));
    return value;
  }
}
