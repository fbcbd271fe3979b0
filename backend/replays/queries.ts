import type { Database, Transaction } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { cursorTime, readCursor, writeCursor } from '../http/cursor.ts';
import { RegressionCase } from '../models/regression-case.ts';
import { ReplayResult, ReplayRun } from '../models/replay-run.ts';
import { Site } from '../models/site.ts';
import type { Reach } from '../sessions/queries.ts';
import type { LeadField } from '../sites/schema.ts';
import type { CaseQuery } from './schema.ts';

const RUNS = 20;
const DEFAULT_LIMIT = 50;

export type NamedResult = ReplayResult & { caseName: string | null };
export type SitedCase = RegressionCase & { siteName: string };

const reached = ({ siteId }: { siteId: string }, reach: Reach) => !reach.siteId || reach.siteId === siteId;

/** @throws not_found */
export async function getRun(on: Database | Transaction, id: string, reach: Reach): Promise<ReplayRun> {
  const run = await ReplayRun.query(on).findById(id);
  if (!run || !reached(run, reach)) throw notFound('There is no such run.');
  return run;
}

/** The conversations of a run, in the order of running. */
export async function listResults(database: Database, runId: string): Promise<NamedResult[]> {
  return namedResults(database).where('r.runId', runId).orderBy('r.number') as unknown as Promise<
    NamedResult[]
  >;
}

/** @throws not_found */
export async function getResult(database: Database, runId: string, number: number): Promise<NamedResult> {
  const found = (await namedResults(database).findOne({ runId, number })) as NamedResult | undefined;
  if (!found) throw notFound('There is no such result.');
  return found;
}

/** What the site of a run asks visitors for. */
export async function leadFieldsOf(database: Database, siteId: string): Promise<LeadField[]> {
  const { lead } = await Site.query(database).findById(siteId).select('lead').throwIfNotFound();
  return lead.fields;
}

const namedResults = (database: Database) =>
  ReplayResult.query(database)
    .alias('r')
    .leftJoin('regression_cases as c', 'c.id', 'r.caseId')
    .select('r.*', 'c.name as caseName');

/** Newest first. */
export async function runsOfSession(database: Database, sessionId: string): Promise<ReplayRun[]> {
  return newest(database).where({ sessionId });
}

/** @throws not_found */
export async function runsOfSite(database: Database, siteId: string, reach: Reach): Promise<ReplayRun[]> {
  const site = await Site.query(database).findById(siteId).select('id');
  if (!site || !reached({ siteId }, reach)) throw notFound('There is no such site.');
  return newest(database).where({ siteId, kind: 'regression' });
}

const newest = (database: Database) =>
  ReplayRun.query(database)
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(RUNS);

/** The case that was kept of a conversation: there is one at most. */
export async function caseOfSession(
  on: Database | Transaction,
  sessionId: string,
): Promise<RegressionCase | undefined> {
  return RegressionCase.query(on).findOne({ sessionId });
}

/** Newest first. @throws bad_request */
export async function listCases(
  database: Database,
  { site, limit = DEFAULT_LIMIT, cursor }: CaseQuery,
  reach: Reach,
): Promise<{ items: SitedCase[]; nextCursor: string | null }> {
  const from = cursor ? readCursor(cursor) : null;
  const found = (await sitedCases(database)
    .select(database.raw(`(extract(epoch FROM c.created_at) * 1000000)::bigint::text AS micros`))
    .modify((query) => {
      if (site) query.where('c.siteId', site);
      if (reach.siteId) query.where('c.siteId', reach.siteId);
      if (from) query.whereRaw('(c.created_at, c.id) < (?, ?)', [cursorTime(from.sorted), from.id]);
    })
    .orderBy([
      { column: 'c.createdAt', order: 'desc' },
      { column: 'c.id', order: 'desc' },
    ])
    .limit(limit + 1)) as Array<SitedCase & { micros: string }>;
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last ? writeCursor(BigInt(last.micros), last.id) : null,
  };
}

/** @throws not_found */
export async function getCase(database: Database, id: string): Promise<SitedCase> {
  const found = (await sitedCases(database).findOne({ 'c.id': id })) as SitedCase | undefined;
  if (!found) throw notFound('There is no such case.');
  return found;
}

const sitedCases = (database: Database) =>
  RegressionCase.query(database)
    .alias('c')
    .join('sites as s', 's.id', 'c.siteId')
    .select('c.*', 's.name as siteName');
