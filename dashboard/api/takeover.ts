/** Taking conversations over, as `/api/v1/sessions/:id/...` serves it. */
import type { SessionView, StaffMessage } from '../../backend/sessions/schema.ts';
import type { StaffSend } from '../../backend/takeover/schema.ts';
import { request } from './client.ts';

const pathOf = (id: string, what: string) => `/sessions/${encodeURIComponent(id)}/${what}`;

/** Throws ApiError 409 `taken_by_other` when a colleague has it and `force` was not said. */
export function takeOver(id: string, force: boolean): Promise<SessionView> {
  return request('POST', pathOf(id, 'takeover'), { body: force ? { force } : {} });
}

export function handBack(id: string): Promise<SessionView> {
  return request('POST', pathOf(id, 'release'), { body: {} });
}

/** The same id may be sent again and again: it is stored once. */
export function writeMessage(sessionId: string, message: StaffSend): Promise<StaffMessage> {
  return request('POST', pathOf(sessionId, 'messages'), { body: message });
}

export async function sayTyping(id: string, on: boolean): Promise<void> {
  await request('POST', pathOf(id, 'typing'), { body: { on } });
}
