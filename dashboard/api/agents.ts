/** Trying what a site's assistant and integrations do, and the ready workflows for it. */
import type { DeliveryKind } from '../../backend/deliveries/schema.ts';
import type { SitePatch } from '../../backend/sites/schema.ts';
import type { TestAnswer, TrialAnswer, TrialRequest } from '../../backend/trials/schema.ts';
import type { WorkflowList } from '../../backend/workflows/schema.ts';
import { request } from './client.ts';

/** Longer than the longest reply timeout of a site. */
const PATIENCE_MS = 130_000;
const at = (id: string) => `/sites/${encodeURIComponent(id)}`;

export type Tryable = DeliveryKind | 'agent';

/** Tries one of them for real, with settings that need not be saved. */
export function trySettings(id: string, kind: Tryable, patch: SitePatch | undefined): Promise<TestAnswer> {
  return request('POST', `${at(id)}/test/${kind}`, { body: { patch: patch ?? {} }, timeoutMs: PATIENCE_MS });
}

/** One turn of a conversation that is kept nowhere but here. */
export function tryAgent(id: string, trial: TrialRequest, signal: AbortSignal): Promise<TrialAnswer> {
  return request('POST', `${at(id)}/agent/try`, { body: trial, signal, timeoutMs: PATIENCE_MS });
}

export function listWorkflows(id: string): Promise<WorkflowList> {
  return request('GET', `${at(id)}/workflows`);
}

/** Where one of them is downloaded. */
export const workflowUrl = (id: string, name: string) => `/api/v1${at(id)}/workflows/${name}.json`;
