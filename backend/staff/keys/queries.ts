import type { Database } from '../../db/knex.ts';
import { notFound } from '../../errors.ts';
import { ApiKey } from '../../models/api-key.ts';
import { Site } from '../../models/site.ts';
import { StaffUser } from '../../models/staff-user.ts';
import type { PageQuery } from '../schema.ts';

const DEFAULT_LIMIT = 50;

/** A key with what the ids in it are called. */
export interface NamedKey {
  key: ApiKey;
  site?: Site;
  createdBy?: StaffUser;
}

/** Every key, revoked ones too, the newest first. */
export async function listKeys(
  database: Database,
  { limit = DEFAULT_LIMIT, cursor }: PageQuery,
): Promise<{ items: NamedKey[]; nextCursor: string | null }> {
  const query = ApiKey.query(database)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor) query.where('id', '<', cursor);
  const found = await query;
  const keys = found.slice(0, limit);
  return { items: await named(database, keys), nextCursor: found.length > limit ? keys.at(-1)!.id : null };
}

/** @throws not_found */
export async function getKey(database: Database, id: string): Promise<NamedKey> {
  const key = await ApiKey.query(database).findById(id);
  if (!key) throw notFound('There is no such key.');
  return (await named(database, [key]))[0]!;
}

async function named(database: Database, keys: ApiKey[]): Promise<NamedKey[]> {
  const [sites, people] = await Promise.all([
    Site.query(database)
      .select('id', 'name')
      .findByIds(keys.flatMap(({ siteId }) => siteId ?? [])),
    StaffUser.query(database)
      .select('id', 'name')
      .findByIds(keys.flatMap(({ createdBy }) => createdBy ?? [])),
  ]);
  return keys.map((key) => ({
    key,
    site: sites.find(({ id }) => id === key.siteId),
    createdBy: people.find(({ id }) => id === key.createdBy),
  }));
}
