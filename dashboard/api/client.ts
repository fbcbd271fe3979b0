/**
 * The one way the dashboard talks to `/api/v1`: JSON both ways, the session cookie of this origin, and one kind of
 * error. A 401 outside signing in means that the session is over; `sessionEnded` tells whoever shows the sign-in page.
 */
import type { ErrorBody } from '../../backend/http/schema.ts';
import { texts } from '../languages/en/app.ts';

const BASE = '/api/v1';
/** Longer than any answer takes; a request that hangs must become an error with a "Try again". */
const TIMEOUT_MS = 30_000;

export interface FieldError {
  path: string;
  message: string;
}

/** What went wrong, in words that can be shown. `status` is 0 when no answer came at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly id: string;
  readonly fields: FieldError[];
  /** Seconds to wait, from Retry-After (RFC 9110, 10.2.3), where the server said so. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    id: string,
    message: string,
    fields: FieldError[] = [],
    retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.id = id;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** Fires `ended` when the server no longer knows who we are. */
export const sessionEnded = new EventTarget();

type Query = Record<string, string | number | undefined>;

interface RequestOptions {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  /** For a call that may take longer than others. */
  timeoutMs?: number;
  /** True for the calls that sign in: there a 401 speaks about the form, not about the session. */
  signsIn?: boolean;
}

/**
 * Sends one request and answers the parsed body (`undefined` for 204).
 * Throws ApiError, or the signal's AbortError when the caller gave up.
 */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`${BASE}${path}${queryString(options.query)}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    });
    body = await readJson(response);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(0, 'unreachable', texts.errors.unreachable);
  }
  if (response.ok) return body as T;
  if (response.status === 401 && !options.signsIn) sessionEnded.dispatchEvent(new Event('ended'));
  throw await toApiError(response, body);
}

/** The message of any thrown thing, fit to be shown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : texts.errors.unexpected;
}

/** Whether what was asked for is not there; 422 says that its address holds no id at all. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 422);
}

/** The error of an answer that was asked for in another way. A 401 ends the session here too. */
export async function responseError(response: Response): Promise<ApiError> {
  if (response.status === 401) sessionEnded.dispatchEvent(new Event('ended'));
  return toApiError(response, await readJson(response));
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A proxy's HTML page in place of our error: the status still tells what matters.
    return undefined;
  }
}

/** In the dashboard's own words; in the server's where ours can't be had. */
async function toApiError({ status, headers }: Response, body: unknown): Promise<ApiError> {
  const after = Number.parseInt(headers.get('retry-after') ?? '', 10);
  const retryAfter = Number.isNaN(after) ? null : after;
  if (!isErrorBody(body)) return new ApiError(status, 'unexpected', texts.errors.unexpected, [], retryAfter);
  const { id, message, fields = [] } = body.error;
  const ours = await import('./answer-words.ts').catch(() => null);
  return new ApiError(
    status,
    id,
    ours?.errorWords(id, message) ?? message,
    fields.map((field) => ({ ...field, message: ours?.fieldWords(field.message) ?? field.message })),
    retryAfter,
  );
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object';
}

function queryString(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
