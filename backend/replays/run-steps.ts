/**
 * What a run writes down while it goes on: each step is one transaction that checks that the run is still ours.
 */
import type { AgentIdentity } from '../agent-versions/schema.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { publish } from '../events/publish.ts';
import { RegressionCase } from '../models/regression-case.ts';
import { ReplayResult, ReplayRun } from '../models/replay-run.ts';
import { outcomeOf } from './compare.ts';
import type { Played } from './play.ts';
import type { PlayedTurn } from './schema.ts';

/** Another process has the run, or it is gone with its conversation. */
export class LostRun extends Error {}

export class RunStep {
  constructor(
    private readonly database: Database,
    readonly runId: string,
    readonly worker: string,
  ) {}

  /** @throws LostRun */
  async write(change: (trx: Transaction, run: ReplayRun) => Promise<Partial<ReplayRun>>): Promise<ReplayRun> {
    return this.database.transaction(async (trx) => {
      const run = await ReplayRun.query(trx)
        .findById(this.runId)
        .where({ takenBy: this.worker })
        .whereNull('finishedAt')
        .forUpdate();
      if (!run) throw new LostRun();
      const { siteId, sessionId, id: runId } = run;
      const changed = await run.$query(trx).patchAndFetch(await change(trx, run));
      await publish(trx, {
        type: 'replay.changed',
        siteId,
        data: { ...(sessionId && { sessionId }), runId },
      });
      return changed;
    });
  }
}

/** Begun, perhaps not for the first time: a replay counts its turns anew. */
export const beginRun = (step: RunStep, agent: AgentIdentity) =>
  step.write(async (_, { kind, done }) => ({ agent, done: kind === 'replay' ? 0 : done }));

/** A turn was asked. Runs of many cases tell of whole conversations only. */
export async function addTurn(step: RunStep, turns: readonly PlayedTurn[]): Promise<void> {
  await step.write(async (trx) => {
    await ReplayResult.query(trx)
      .patch({ turns: [...turns] })
      .where({ runId: step.runId });
    return { done: turns.filter(({ said }) => said.length > 0).length };
  });
}

/** A conversation of the run is done. */
export async function finishResult(
  step: RunStep,
  result: Pick<ReplayResult, 'number' | 'caseId' | 'oldLead'>,
  turns: PlayedTurn[],
  { lead: newLead, fault }: Played,
): Promise<void> {
  await step.write(async (trx, run) => {
    const { number, caseId, oldLead } = result;
    const outcome = outcomeOf({ turns, oldLead, newLead, fault });
    const finishedAt = new Date();
    await ReplayResult.query(trx)
      .patch({ turns, oldLead, newLead, fault, outcome, finishedAt })
      .where({ runId: run.id, number });
    if (!caseId) return {};
    await RegressionCase.query(trx)
      .findById(caseId)
      .patch({ lastOutcome: outcome, lastRunId: run.id, lastRunAt: finishedAt });
    return { done: run.done + 1 };
  });
}

/** @param problem why it failed; null: it went to its end */
export async function finishRun(step: RunStep, problem: string | null): Promise<void> {
  await step.write(async () => ({
    status: problem === null ? 'done' : 'failed',
    problem,
    takenBy: null,
    finishedAt: new Date(),
  }));
}
