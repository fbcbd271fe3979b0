/** Conversations, as `/api/v1/sessions` serves them. */
import type {
  SessionDetail,
  SessionFilters,
  SessionPatch,
  SessionRow,
} from '../../backend/sessions/schema.ts';
import { request } from './client.ts';

export interface SessionList {
  items: SessionRow[];
  nextCursor: string | null;
}

export function listSessions(filters: SessionFilters, signal?: AbortSignal): Promise<SessionList> {
  return request('GET', '/sessions', { query: { ...filters }, signal });
}

/** Throws ApiError 404 when the conversation is not there. */
export function readSession(id: string, signal?: AbortSignal): Promise<SessionDetail> {
  return request('GET', `/sessions/${encodeURIComponent(id)}`, { signal });
}

export async function patchSession(id: string, patch: SessionPatch): Promise<void> {
  await request('PATCH', `/sessions/${encodeURIComponent(id)}`, { body: patch });
}
