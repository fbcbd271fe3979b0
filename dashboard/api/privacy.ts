/** What is held about a person, and its erasure, as `/api/v1/privacy` serves it to admins. */
import type { ErasurePage, PersonErased, PersonFound, PersonWish } from '../../backend/privacy/schema.ts';
import { ApiError, request, responseError } from './client.ts';

/** Every text is read for it: in a big database that takes a while. */
const PATIENCE_MS = 5 * 60_000;

/** What a person typed into one field, as the wish it is. */
export function wishOf(text: string): PersonWish {
  const contact = text.trim();
  return contact.includes('@') ? { email: contact } : { phone: contact };
}

export function findPerson(wish: PersonWish, signal?: AbortSignal): Promise<PersonFound> {
  return request('POST', '/privacy/find', { body: wish, signal, timeoutMs: PATIENCE_MS });
}

export function erasePerson(wish: PersonWish): Promise<PersonErased> {
  return request('POST', '/privacy/erase', { body: wish, timeoutMs: PATIENCE_MS });
}

export function listErasures(cursor?: string, signal?: AbortSignal): Promise<ErasurePage> {
  return request('GET', '/privacy/erasures', { query: { cursor }, signal });
}

/** The whole document, to be kept as a file. @throws ApiError */
export async function exportPerson(wish: PersonWish, broke: string): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch('/api/v1/privacy/export', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
  } catch {
    throw new ApiError(0, 'unreachable', broke);
  }
  if (!response.ok) throw await responseError(response);
  try {
    return await response.blob();
  } catch {
    throw new ApiError(0, 'broke_off', broke);
  }
}
