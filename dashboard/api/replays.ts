/** Running conversations again, the kept cases, and the versions of a site's assistant. */
import type { AgentVersionView } from '../../backend/agent-versions/schema.ts';
import type { CaseView, ResultView, RunList, RunRow, RunView } from '../../backend/replays/schema.ts';
import { request } from './client.ts';

const at = (kind: string, id: string) => `/${kind}/${encodeURIComponent(id)}`;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Throws ApiError 409 `nothing_to_replay`. */
export const startReplay = (sessionId: string): Promise<RunRow> =>
  request('POST', `${at('sessions', sessionId)}/replays`);

export const listReplays = (sessionId: string): Promise<RunList> =>
  request('GET', `${at('sessions', sessionId)}/replays`);

export const readRun = (id: string): Promise<RunView> => request('GET', at('replays', id));

export const readResult = (id: string, number: number): Promise<ResultView> =>
  request('GET', `${at('replays', id)}/results/${number}`);

export const listCases = (cursor?: string, signal?: AbortSignal): Promise<Page<CaseView>> =>
  request('GET', '/regression-cases', { query: { cursor }, signal });

/** @param runId the replay whose answers are expected; else the conversation's own */
export const keepCase = (sessionId: string, runId?: string): Promise<CaseView> =>
  request('POST', '/regression-cases', { body: { sessionId, runId } });

export const acceptCase = (id: string, runId: string): Promise<CaseView> =>
  request('POST', `${at('regression-cases', id)}/accept`, { body: { runId } });

export const dropCase = (id: string): Promise<void> => request('DELETE', at('regression-cases', id));

export const startRegressionRun = (siteId: string): Promise<RunRow> =>
  request('POST', `${at('sites', siteId)}/regression-runs`);

export const listRegressionRuns = (siteId: string): Promise<RunList> =>
  request('GET', `${at('sites', siteId)}/regression-runs`);

export const listAgentVersions = (
  siteId: string,
  cursor?: string,
  signal?: AbortSignal,
): Promise<Page<AgentVersionView>> =>
  request('GET', `${at('sites', siteId)}/agent-versions`, { query: { cursor }, signal });
