/** Conversations, as `/api/v1/sessions` serves them. */
import type {
  BulkAction,
  BulkResult,
  SessionCount,
  SessionFilters,
  SessionMatching,
} from '../../backend/sessions/filter-schema.ts';
import type {
  NoteView,
  SessionDetail,
  SessionPatch,
  SessionRow,
  StaffMessage,
} from '../../backend/sessions/schema.ts';
import { request } from './client.ts';
import { withZone } from './session-filters.ts';

/** Ten thousand conversations take their time. */
const BULK_TIMEOUT_MS = 120_000;

export interface SessionList {
  items: SessionRow[];
  nextCursor: string | null;
}

export function listSessions(filters: SessionFilters, signal?: AbortSignal): Promise<SessionList> {
  return request('GET', '/sessions', { query: { ...withZone(filters) }, signal });
}

/** How many the filters match, as far as one bulk action reaches. */
export function countSessions(filter: SessionMatching): Promise<SessionCount> {
  return request('GET', '/sessions/count', { query: { ...filter } });
}

/** What a bulk action is for: those that were picked, or all that a filter matches. */
export type BulkTarget = { ids: readonly string[] } | { filter: SessionMatching };

export function changeSessions(target: BulkTarget, action: BulkAction): Promise<BulkResult> {
  return request('POST', '/sessions/bulk', { body: { ...target, action }, timeoutMs: BULK_TIMEOUT_MS });
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

export async function deleteSession(id: string): Promise<void> {
  await request('DELETE', `/sessions/${encodeURIComponent(id)}`);
}

/** Writes a note, or corrects one when `noteId` is given. */
export function writeNote(sessionId: string, text: string, noteId?: string): Promise<NoteView> {
  const notes = `/sessions/${encodeURIComponent(sessionId)}/notes`;
  return noteId
    ? request('PATCH', `${notes}/${encodeURIComponent(noteId)}`, { body: { text } })
    : request('POST', notes, { body: { text } });
}

export async function deleteNote(sessionId: string, noteId: string): Promise<void> {
  await request('DELETE', `/sessions/${encodeURIComponent(sessionId)}/notes/${encodeURIComponent(noteId)}`);
}

export async function setLabels(sessionId: string, labelIds: readonly string[]): Promise<void> {
  await request('PUT', `/sessions/${encodeURIComponent(sessionId)}/labels`, { body: { labelIds } });
}
