/**
 * Counting the versions of a site's assistant. Whoever changes what it answers from calls `recordAgentVersion` at the
 * end of their transaction; nothing happens when the assistant is what it was.
 */
import { uuidv7 } from 'uuidv7';
import type { Database, Transaction } from '../db/knex.ts';
import { AgentVersion } from '../models/agent-version.ts';
import { Site } from '../models/site.ts';
import { mapSecrets, type Tree } from '../sites/secrets.ts';
import type { Actor } from '../staff/audit.ts';
import { diffOf } from './diff.ts';
import { agentIdentity } from './identity.ts';
import { flatSettings, hashOf, type PageDigest } from './settings.ts';

const DIFF_MAX = 100;

/**
 * @param before the agent's settings before the change, to notice a secret that was written anew
 * @returns the site with the version that answers from now on
 */
export async function recordAgentVersion(
  trx: Transaction,
  siteId: string,
  actor: Actor,
  before?: Site['agent'],
): Promise<Site> {
  const site = await Site.query(trx).findById(siteId).forNoKeyUpdate().throwIfNotFound();
  const settings = flatSettings(site, await pagesOf(trx, siteId));
  const hash = hashOf(settings);
  const secrets = before ? newSecrets(before, site.agent) : [];
  if (hash === site.agentHash && secrets.length === 0) return site;
  const last = await AgentVersion.query(trx).findOne({ siteId, number: site.agentVersion });
  const diff = last ? diffOf(last.settings ?? {}, settings, secrets) : [];
  const number = site.agentVersion + 1;
  const changed = await site.$query(trx).patchAndFetch({ agentVersion: number, agentHash: hash });
  const { kind, model, workflow } = agentIdentity(changed);
  await AgentVersion.query(trx).insert({
    id: uuidv7(),
    siteId,
    ...{ number, kind, hash, settings },
    model: model ?? null,
    workflow: workflow ?? null,
    diff: diff.slice(0, DIFF_MAX),
    changes: diff.length,
    authorId: actor.kind === 'staff' ? actor.userId : null,
    authorName: 'name' in actor ? actor.name : null,
  });
  if (last) await last.$query(trx).patch({ settings: null });
  return changed;
}

/** Sites from before versions were counted get their first. */
export async function countFirstVersions(database: Database): Promise<void> {
  const sites = await Site.query(database).select('id').where({ agentVersion: 0 });
  for (const { id } of sites)
    await database.transaction((trx) => recordAgentVersion(trx, id, { kind: 'system' }));
}

async function pagesOf(trx: Transaction, siteId: string): Promise<PageDigest[]> {
  const { rows } = await trx.raw(
    `SELECT title, length(body) AS length, md5(body) AS digest FROM knowledge_pages WHERE site_id = ? ORDER BY id`,
    [siteId],
  );
  return rows;
}

/** Where another secret stands than before. Sealing differs each time, so an unchanged one is the same text. */
function newSecrets(before: Site['agent'], after: Site['agent']): string[] {
  const [old, now] = [secretsOf(before), secretsOf(after)];
  return Object.keys(now).filter((place) => place in old && old[place] !== now[place]);
}

function secretsOf(agent: Site['agent']): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  mapSecrets({ agent } as Tree, (secret, place) => {
    found[place] = secret;
  });
  return found;
}
