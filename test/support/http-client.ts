/**
 * Calls the API as a program outside does, and answers with status, headers and body.
 */
export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

export interface CallOptions {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  raw?: string;
}

export async function call<T = unknown>(url: string, options: CallOptions = {}): Promise<Answer<T>> {
  const { method, headers = {}, json, raw } = options;
  const hasBody = json !== undefined || raw !== undefined;
  const response = await fetch(url, {
    method: method ?? (hasBody ? 'POST' : 'GET'),
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: json !== undefined ? JSON.stringify(json) : raw,
    redirect: 'manual',
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
}

/** The answer's body, or an error that shows what came instead. */
export async function ok<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`expected success, got ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** An answer without its body. That is read all the same, so that the connection serves the next call; a stream is left. */
export async function head(url: string, init: RequestInit): Promise<Pick<Response, 'status' | 'headers'>> {
  const abort = new AbortController();
  const response = await fetch(url, { ...init, redirect: 'manual', signal: abort.signal });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) abort.abort();
  else await response.arrayBuffer();
  return response;
}

/** Where `fetch` keeps what holds its connections (undici, "setGlobalDispatcher"). */
const DISPATCHER = Symbol.for('undici.globalDispatcher.1');

interface Dispatcher {
  constructor: new () => Dispatcher;
  close(): Promise<void>;
}

/**
 * Closes the connections of ours that rest. A server that ends gives them a moment, as a request may be on its way; tests
 * that are about something else need not wait for that.
 */
export function letConnectionsGo(): void {
  const kept = globalThis as { [DISPATCHER]?: Dispatcher };
  const old = kept[DISPATCHER];
  if (!old) return;
  kept[DISPATCHER] = new old.constructor();
  // What is under way, such as a stream, goes on.
  void old.close();
}
