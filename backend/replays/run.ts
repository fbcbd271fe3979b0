import { agentIdentity } from '../agent-versions/identity.ts';
import { RegressionCase } from '../models/regression-case.ts';
import { ReplayResult } from '../models/replay-run.ts';
import { Site } from '../models/site.ts';
import { type PlayDeps, playScript } from './play.ts';
import { addTurn, beginRun, finishResult, finishRun, type RunStep } from './run-steps.ts';
import type { PlayedTurn, Script } from './schema.ts';
import { readScript } from './script.ts';

/**
 * Runs what is left of a run, one conversation after the other.
 * @throws LostRun; the signal's reason when it is aborted
 */
export async function runAll(deps: PlayDeps, step: RunStep, signal: AbortSignal): Promise<void> {
  const { database } = deps;
  const left = await ReplayResult.query(database)
    .where({ runId: step.runId })
    .whereNull('outcome')
    .orderBy('number');
  const site = await Site.query(database)
    .findOne({ id: database('replay_runs').select('siteId').where({ id: step.runId }) })
    .throwIfNotFound();
  await beginRun(step, agentIdentity(site));
  for (const result of left) {
    const script = await scriptOf(deps, result);
    // Erased meanwhile, and its row with it.
    if (!script) continue;
    const turns: PlayedTurn[] = [];
    const played = await playScript(deps, site, script, signal, async (turn) => {
      turns.push(turn);
      if (!result.caseId) await addTurn(step, turns);
    });
    await finishResult(step, { ...result, oldLead: script.lead }, turns, played);
  }
  await finishRun(step, null);
}

async function scriptOf(
  { database }: PlayDeps,
  { caseId, sessionId }: ReplayResult,
): Promise<Script | undefined> {
  if (!caseId) return readScript(database, sessionId);
  return (await RegressionCase.query(database).findById(caseId).select('script'))?.script;
}
