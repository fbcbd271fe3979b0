/**
 * Asking for a run. The worker does it (replays/runner); the same wish twice finds the run that is not over yet.
 */
import { uuidv7 } from 'uuidv7';
import type { Database, Transaction } from '../db/knex.ts';
import { conflict, notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { RegressionCase } from '../models/regression-case.ts';
import { ReplayResult, ReplayRun } from '../models/replay-run.ts';
import { Site } from '../models/site.ts';
import { lockSession } from '../sessions/actions.ts';
import { readScript } from './script.ts';

/** One run does not take longer than anybody waits. */
const CASES_MAX = 500;

/** @throws not_found; nothing_to_replay (409) when the visitor has said nothing */
export async function startReplay(
  database: Database,
  sessionId: string,
  by: StaffPrincipal,
): Promise<ReplayRun> {
  return database.transaction(async (trx) => {
    const session = await lockSession(trx, sessionId, by);
    const open = await ReplayRun.query(trx).findOne({ sessionId }).whereNull('finishedAt');
    if (open) return open;
    const script = await readScript(trx, sessionId);
    if (!script || script.turns.length === 0)
      throw conflict('nothing_to_replay', 'The visitor has not said anything that could be asked again.');
    const run = await insertRun(trx, by, {
      kind: 'replay',
      siteId: session.siteId,
      sessionId,
      total: script.turns.length,
    });
    await ReplayResult.query(trx).insert({ runId: run.id, number: 1, sessionId });
    await publish(trx, {
      type: 'replay.changed',
      siteId: session.siteId,
      data: { sessionId, runId: run.id },
    });
    return run;
  });
}

/** Runs every kept case of the site. @throws not_found; no_cases (409) */
export async function startRegressionRun(
  database: Database,
  siteId: string,
  by: StaffPrincipal,
): Promise<ReplayRun> {
  return database.transaction(async (trx) => {
    const site = await Site.query(trx).findById(siteId).forNoKeyUpdate();
    if (!site) throw notFound('There is no such site.');
    const open = await ReplayRun.query(trx).findOne({ siteId, kind: 'regression' }).whereNull('finishedAt');
    if (open) return open;
    const cases = await RegressionCase.query(trx)
      .select('id', 'sessionId')
      .where({ siteId })
      .orderBy(['createdAt', 'id'])
      .limit(CASES_MAX);
    if (cases.length === 0) throw conflict('no_cases', 'No conversation of this site is kept as a case yet.');
    const run = await insertRun(trx, by, { kind: 'regression', siteId, total: cases.length });
    await ReplayResult.query(trx).insert(
      cases.map(({ id, sessionId }, index) => ({
        runId: run.id,
        number: index + 1,
        sessionId,
        caseId: id,
      })),
    );
    await publish(trx, { type: 'replay.changed', siteId, data: { runId: run.id } });
    return run;
  });
}

async function insertRun(trx: Transaction, by: StaffPrincipal, run: Partial<ReplayRun>): Promise<ReplayRun> {
  const id = uuidv7();
  return ReplayRun.query(trx).insertAndFetch({ id, ...run, startedBy: by.userId, startedName: by.name });
}
