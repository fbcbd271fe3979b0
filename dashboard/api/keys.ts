/** API keys, as `/api/v1/api-keys` serves them to admins. */
import type { KeyCreate, KeyCreated, KeyPage } from '../../backend/staff/keys/schema.ts';
import { request } from './client.ts';

export function listKeys(cursor?: string, signal?: AbortSignal): Promise<KeyPage> {
  return request('GET', '/api-keys', { query: { cursor }, signal });
}

/** The key's text is in this answer and nowhere else. */
export function createKey(key: KeyCreate): Promise<KeyCreated> {
  return request('POST', '/api-keys', { body: key });
}

export function revokeKey(id: string): Promise<void> {
  return request('DELETE', `/api-keys/${encodeURIComponent(id)}`);
}
