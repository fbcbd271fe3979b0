import type { Database, Transaction } from '../db/knex.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Site } from '../models/site.ts';
import { PAGES } from './scene.ts';
import { SCENES } from './scenes/index.ts';
import type { DemoState } from './schema.ts';

/** Conversations of the sample site that were made as samples begin so. */
const SAMPLE_ID = 'sample-';
/** How the conversation of a scene is found again. */
export const sampleId = (number: number): string => SAMPLE_ID + String(number).padStart(2, '0');

/** The site that holds the samples, once they were asked for. */
export async function findSampleSite(database: Database): Promise<Site | undefined> {
  return Site.query(database).findOne({ isSample: true });
}

/** The ids of the scenes that were played to their end. */
export async function playedScenes(database: Database, siteId: string): Promise<Set<string>> {
  const sessions = await ChatSession.query(database)
    .select('externalId')
    .where({ siteId })
    .whereLike('externalId', `${SAMPLE_ID}%`);
  return new Set(sessions.map(({ externalId }) => externalId!));
}

/** Conversations of scenes that were broken off: nobody else comes from pages that there are not. */
export async function unfinishedScenes(database: Database, siteId: string): Promise<string[]> {
  const sessions = await ChatSession.query(database)
    .select('id')
    .where({ siteId, externalId: null })
    .whereIn(
      'pageUrl',
      Object.values(PAGES).map(({ url }) => url),
    )
    .orderBy('id');
  return sessions.map(({ id }) => id);
}

/** By id, as conversations are locked. */
export async function sessionsOf(on: Database | Transaction, siteId: string): Promise<string[]> {
  const sessions = await ChatSession.query(on).select('id').where({ siteId }).orderBy('id');
  return sessions.map(({ id }) => id);
}

/** How far the samples are, of how many. */
export async function readDemo(database: Database): Promise<DemoState> {
  const site = await findSampleSite(database);
  const conversations = site ? (await playedScenes(database, site.id)).size : 0;
  return { siteId: site?.id ?? null, conversations, total: SCENES.length };
}
