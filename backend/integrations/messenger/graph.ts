/** One call of Facebook's Graph API. */
import { type Outgoing, readLimited } from '../../http/outgoing.ts';
import type { MessengerSettings } from './settings.ts';

const ANSWER_BYTES = 256 * 1024;

/** The `error` of an answer (Graph API, "Handling errors"). */
export interface GraphError {
  message?: string;
  type?: string;
  code?: number;
  error_subcode?: number;
}

export interface GraphAnswer {
  status: number;
  /** Empty when the answer was no JSON. */
  body: Record<string, unknown>;
  error?: GraphError;
  /** Seconds until Facebook takes calls for this page again, where it says so. */
  retryAfter?: number;
}

export interface GraphCall {
  method?: 'GET' | 'POST';
  /** Below the version, without a slash before it. */
  path: string;
  body?: unknown;
  signal: AbortSignal;
}

/** @throws what `outgoing.fetch` throws */
export async function callGraph(
  outgoing: Outgoing,
  { graphUrl, pageToken }: MessengerSettings,
  { method = 'GET', path, body, signal }: GraphCall,
): Promise<GraphAnswer> {
  const response = await outgoing.fetch(`${graphUrl}/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${pageToken}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal,
  });
  const answer = objectIn(await readLimited(response, ANSWER_BYTES));
  const error = answer.error as GraphError | undefined;
  const retryAfter = regainSeconds(response.headers.get('x-business-use-case-usage'));
  return {
    status: response.status,
    body: answer,
    ...(error && typeof error === 'object' && { error }),
    ...(retryAfter && { retryAfter }),
  };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const parsed = JSON.parse(text);
    return parsed !== null && typeof parsed === 'object' ? parsed : {};
  } catch {
    return {};
  }
}

/** `{"<id>":[{"estimated_time_to_regain_access":<minutes>}]}` (Graph API, "Rate limits"). */
function regainSeconds(header: string | null): number | undefined {
  const usage = Object.values(objectIn(header ?? '')).flat() as Array<Record<string, unknown> | null>;
  const minutes = usage.map((one) => Number(one?.estimated_time_to_regain_access) || 0);
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * 60 : undefined;
}
