import type { RegressionCase } from '../models/regression-case.ts';
import type { ReplayRun } from '../models/replay-run.ts';
import type { LeadField } from '../sites/schema.ts';
import { isChanged } from './compare.ts';
import type { NamedResult, SitedCase } from './queries.ts';
import type { CaseView, ResultRow, ResultView, RunRow, RunView } from './schema.ts';

export function presentRun(run: ReplayRun): RunRow {
  return {
    id: run.id,
    siteId: run.siteId,
    kind: run.kind,
    sessionId: run.sessionId,
    status: run.status,
    problem: run.problem,
    total: run.total,
    done: run.done,
    agent: run.agent,
    startedBy: { id: run.startedBy, name: run.startedName },
    createdAt: run.createdAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}

export function presentRunWithResults(run: ReplayRun, results: readonly NamedResult[]): RunView {
  return { ...presentRun(run), results: results.map(presentResultRow) };
}

function presentResultRow(result: NamedResult): ResultRow {
  const { number, sessionId, caseId, caseName, outcome, turns, fault, finishedAt } = result;
  return {
    number,
    sessionId,
    case: caseId ? { id: caseId, name: caseName ?? '' } : null,
    outcome,
    changedTurns: turns.filter(isChanged).length,
    fault,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function presentResult(result: NamedResult, leadFields: LeadField[]): ResultView {
  const { turns, oldLead, newLead } = result;
  return { ...presentResultRow(result), turns, oldLead, newLead, leadFields };
}

export function presentCase(kept: SitedCase): CaseView {
  const { script, acceptedVersion, acceptedBy, acceptedAt, lastOutcome, lastRunId, lastRunAt } = kept;
  return {
    id: kept.id,
    site: { id: kept.siteId, name: kept.siteName },
    sessionId: kept.sessionId,
    name: kept.name,
    turns: script.turns.length,
    firstWords: (script.turns[0]?.said[0] ?? '').slice(0, 200),
    accepted: { version: acceptedVersion, by: acceptedBy, at: acceptedAt.toISOString() },
    last:
      lastOutcome && lastRunAt
        ? { outcome: lastOutcome, runId: lastRunId, at: lastRunAt.toISOString() }
        : null,
    createdAt: kept.createdAt.toISOString(),
  };
}

export const presentCaseName = (kept: RegressionCase | undefined) =>
  kept ? { id: kept.id, name: kept.name } : null;
