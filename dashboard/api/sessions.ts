/** Conversations, as `/api/v1/sessions` serves them. */
import type {
  SessionDetail,
  SessionFilters,
  SessionPatch,
  SessionRow,
  StaffMessage,
} from '../../backend/sessions/schema.ts';
import { request } from './client.ts';

export interface SessionList {
  items: SessionRow[];
  nextCursor: string | null;
}

export function listSessions(filters: SessionFilters, signal?: AbortSignal): Promise<SessionList> {
  return request('GET', '/sessions', { query: { ...filters }, signal });
}

/** Reads a conversation with its whole transcript. Throws ApiError 404 when it is not there, 422 for what is no id. */
export async function readSession(id: string, signal?: AbortSignal): Promise<SessionDetail> {
  const path = `/sessions/${encodeURIComponent(id)}`;
  const detail = await request<SessionDetail>('GET', path, { signal });
  const messages = [...detail.messages];
  // The detail brings so many messages at most; a longer talk comes in pieces.
  while (messages.length < detail.session.messageCount) {
    const after = messages.at(-1)?.seq ?? 0;
    const { items } = await request<{ items: StaffMessage[] }>('GET', `${path}/messages`, {
      query: { after },
      signal,
    });
    if (items.length === 0) break;
    messages.push(...items);
  }
  return { ...detail, messages };
}

export async function patchSession(id: string, patch: SessionPatch): Promise<void> {
  await request('PATCH', `/sessions/${encodeURIComponent(id)}`, { body: patch });
}
