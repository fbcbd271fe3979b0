/**
 * Calls of Monday's GraphQL API. Most of its errors come with HTTP 200 and a list of `errors` (developer.monday.com,
 * "Error handling"); here every one of them is thrown.
 */
import { type Outgoing, readLimited } from '../../http/outgoing.ts';
import { judge, type MondayError, MondayRefusal } from './errors.ts';
import type { MondayAccess } from './settings.ts';

/** Named in every call: without it the vendor's default changes by itself. */
const API_VERSION = '2026-10';
const ANSWER_BYTES = 2 * 1024 * 1024;

export interface MondayCall {
  query: string;
  variables?: Record<string, unknown>;
  /** By which Monday knows the same change again, for half an hour ("Idempotency"). */
  key?: string;
  signal: AbortSignal;
}

interface Body {
  data?: Record<string, unknown> | null;
  errors?: MondayError[];
  error_code?: string;
  error_message?: string;
}

/**
 * The answer's `data`.
 * @throws MondayRefusal when Monday has answered that it can't or won't; anything else leaves open whether it did
 */
export async function callMonday(
  outgoing: Outgoing,
  { token, apiUrl }: MondayAccess,
  { query, variables = {}, key, signal }: MondayCall,
): Promise<Record<string, unknown>> {
  if (!/^[\x21-\x7e]+$/.test(token.trim()))
    throw new MondayRefusal({
      words: 'The token has signs in it that no token has. Copy it once more.',
      isFinal: true,
    });
  const response = await outgoing.fetch(apiUrl, {
    method: 'POST',
    headers: {
      // A personal token stands alone; Bearer is for OAuth.
      authorization: token.trim(),
      'content-type': 'application/json',
      'api-version': API_VERSION,
      'user-agent': 'Parlour',
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const body = readBody(await readLimited(response, ANSWER_BYTES));
  const { status } = response;
  const errors = errorsOf(body);
  const data = body?.data;
  const parts = data ? Object.values(data) : [];
  // Monday answers what it could do beside what it could not; what is there was done.
  const isDone = errors.length === 0 || (parts.length > 0 && parts.every((part) => part !== null));
  if (status === 200 && data && isDone) return data;
  throw new MondayRefusal(judge(status, errors, response.headers.get('retry-after')), status);
}

function readBody(text: string): Body | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Body) : null;
  } catch {
    return null;
  }
}

/** The list as it is now, or the one error of older answers. */
function errorsOf(body: Body | null): MondayError[] {
  if (Array.isArray(body?.errors)) return body.errors;
  if (!body?.error_code && !body?.error_message) return [];
  return [{ message: body.error_message, extensions: { code: body.error_code } }];
}
