/**
 * Making and removing sample conversations. They are on a site of their own: what is removed is exactly that site with
 * all that is on it, and as nobody is subscribed to it, nothing is ever sent because of them.
 */

import type { ConversationDeps } from '../conversation/answer-turn.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { saveSubscriptions } from '../deliveries/subscriptions.ts';
import { conflict } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { Keys } from '../keys.ts';
import { Site } from '../models/site.ts';
import { removeSessions } from '../sessions/remove.ts';
import { createSite, updateSite } from '../sites/actions.ts';
import { demoKnowledge, demoSite } from '../sites/demo-site.ts';
import { audit } from '../staff/audit.ts';
import { makeLabels } from './labels.ts';
import { ageVersions, countPages } from './past.ts';
import { type Play, playScene } from './play.ts';
import { findSampleSite, playedScenes, sampleId, sessionsOf, unfinishedScenes } from './queries.ts';
import { SCENES, SCENES_BEFORE_LESSON } from './scenes/index.ts';

export interface DemoDeps extends ConversationDeps {
  secretKey: Keys;
}

const REMOVED_AT_ONCE = 20;
const PLAYERS = 4;
const GREETING = `Hello, I'm the assistant of ${demoSite.name}. What can we help you with?`;
/** The assistant learns this answer halfway, so that there is an issue that was really fixed, and a second version. */
const LEARNED_LATER = 'guarantee';

/** Plays every scene that was not played to its end yet. @throws demo_busy (409) while somebody else is at it */
export async function fillDemo(deps: DemoDeps, by: StaffPrincipal): Promise<void> {
  const { database } = deps;
  await alone(database, async () => {
    const site = (await findSampleSite(database)) ?? (await openSampleSite(deps, by));
    await removeSome(database, await unfinishedScenes(database, site.id));
    const labels = await makeLabels(database);
    const played = await playedScenes(database, site.id);
    const plays = SCENES.map((scene, index) => ({ scene, externalId: sampleId(index + 1), labels, by }));
    await playAll(deps, site.id, plays.slice(0, SCENES_BEFORE_LESSON), played);
    await teach(deps, site.id, by);
    await playAll(deps, site.id, plays.slice(SCENES_BEFORE_LESSON), played);
    await ageVersions(database, site.id);
    await countPages(database, site.id);
  });
}

/** Nothing of them is left but the line of audit that says so. @throws demo_busy (409) while somebody else is at it */
export async function removeDemo(deps: DemoDeps, by: StaffPrincipal): Promise<void> {
  const { database } = deps;
  await alone(database, async () => {
    const site = await findSampleSite(database);
    if (!site) return;
    await removeSome(database, await sessionsOf(database, site.id));
    await database.transaction(async (trx) => {
      // From here on nobody begins a conversation there; whoever did meanwhile goes too.
      await Site.query(trx).findById(site.id).forUpdate();
      await removeSessions(trx, await sessionsOf(trx, site.id));
      await removeSite(trx, site.id);
      await audit(trx, by, { action: 'demo.removed', subject: { kind: 'demo' } });
      await publish(trx, { type: 'site.updated', siteId: null, data: { siteId: site.id } });
    });
    deps.sites.forget();
  });
}

async function removeSome(database: Database, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += REMOVED_AT_ONCE) {
    const some = ids.slice(at, at + REMOVED_AT_ONCE);
    await database.transaction((trx) => removeSessions(trx, some));
  }
}

/** A few at a time: each waits for the database most of its time. */
async function playAll(
  deps: DemoDeps,
  siteId: string,
  plays: ReadonlyArray<Omit<Play, 'site'>>,
  played: ReadonlySet<string>,
): Promise<void> {
  const site = await Site.query(deps.database).findById(siteId).throwIfNotFound();
  const waiting = plays.filter(({ externalId }) => !played.has(externalId));
  const player = async () => {
    for (let play = waiting.shift(); play; play = waiting.shift()) await playScene(deps, { ...play, site });
  };
  await Promise.all(Array.from({ length: PLAYERS }, player));
}

async function openSampleSite({ database, secretKey, sites }: DemoDeps, by: StaffPrincipal): Promise<Site> {
  const knowledge = demoKnowledge.filter(({ question }) => !question.includes(LEARNED_LATER));
  const settings = {
    ...demoSite,
    name: `${demoSite.name} (samples)`,
    widget: { ...demoSite.widget, greeting: GREETING },
    agent: { guided: { knowledge } },
  };
  const site = await database.transaction(async (trx) => {
    const made = await createSite(trx, settings, by, secretKey);
    const marked = await made.$query(trx).patchAndFetch({ isSample: true });
    await saveSubscriptions(trx, marked);
    await audit(trx, by, { action: 'demo.filled', subject: { kind: 'demo' } });
    return marked;
  });
  sites.forget();
  return site;
}

async function teach(
  { database, secretKey, sites }: DemoDeps,
  siteId: string,
  by: StaffPrincipal,
): Promise<void> {
  await updateSite(database, siteId, { agent: { guided: { knowledge: demoKnowledge } } }, by, secretKey);
  sites.forget();
}

/** The rest goes by the tables' cascades. */
async function removeSite(trx: Transaction, siteId: string): Promise<void> {
  for (const table of [
    'deliveries',
    'incidents',
    'messenger_events',
    'stats_views',
    'stats_view_days',
    'audit_entries',
  ])
    await trx(table).where({ siteId }).delete();
  await Site.query(trx).deleteById(siteId);
  await trx.raw(
    `DELETE FROM labels WHERE is_sample AND NOT EXISTS (SELECT 1 FROM session_labels WHERE label_id = labels.id)`,
  );
}

/** The lock's transaction writes nothing, so no reader of events waits for it. */
async function alone(database: Database, work: () => Promise<void>): Promise<void> {
  await database.transaction(async (trx) => {
    const { rows } = await trx.raw(`SELECT pg_try_advisory_xact_lock(hashtext('parlour-demo')) AS mine`);
    if (!rows[0].mine)
      throw conflict('demo_busy', 'Somebody is making or removing the sample conversations right now.');
    await work();
  });
}
