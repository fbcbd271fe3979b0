/** What to read next, as `/api/v1/reviews/queue` serves it, and its filters in the page's URL. */
import type { QueueFilters, QueuePage, SignalCode } from '../../backend/reviews/queue/schema.ts';
import type { ReviewStatus } from '../../backend/reviews/schema.ts';
import { request } from './client.ts';

export interface QueueChoice {
  site?: string;
  signal?: SignalCode;
}

export function readQueue(filters: QueueFilters, signal?: AbortSignal): Promise<QueuePage> {
  return request('GET', '/reviews/queue', { query: { ...filters }, signal });
}

/** Takes a verdict back; only an admin may. */
export async function uncheck(sessionId: string): Promise<void> {
  const status: ReviewStatus = 'unchecked';
  await request('PUT', `/sessions/${encodeURIComponent(sessionId)}/review`, { body: { status } });
}

/** Reads the filters of a query string; what it does not know it leaves out. */
export function choiceFromUrl(search: string): QueueChoice {
  const params = new URLSearchParams(search);
  const site = params.get('site') ?? '';
  const signal = params.get('signal') ?? '';
  return {
    ...(/^[0-9a-f-]{36}$/i.test(site) && { site }),
    ...(/^[a-z_]{3,30}$/.test(signal) && { signal: signal as SignalCode }),
  };
}

/** The query string with its question mark, or nothing when no filter is on. */
export function choiceToUrl({ site, signal }: QueueChoice): string {
  const text = new URLSearchParams({ ...(site && { site }), ...(signal && { signal }) }).toString();
  return text === '' ? '' : `?${text}`;
}
