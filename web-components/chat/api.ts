/** The backend answered, and said no. `message` is in plain words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly id: string,
    message: string,
    /** Seconds to wait before another try, where the backend says so. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

interface ErrorBody {
  error?: { id: string; message: string; fields?: { message: string }[] };
}

/** Turns an error body, from an answer or a stream, into a Refusal; what is wrong with a field says more than the whole. */
export function refusalOf(body: unknown, status = 0, retryAfter?: string | null): Refusal {
  const { id = '', message = '', fields } = (body as ErrorBody | null)?.error ?? {};
  const words = fields?.map((field) => field.message).join(' ') || message;
  return new Refusal(status, id, words, Number(retryAfter) || undefined);
}

/** How long an answer may take to begin, in ms. */
const PATIENCE = 20_000;

/** The visitor API of one backend. `base` is its address and ends with a slash. */
export class VisitorApi {
  readonly #base: string;
  readonly #token: () => string | undefined;

  constructor(base: string, token: () => string | undefined) {
    this.#base = `${base}api/v1/visitor`;
    this.#token = token;
  }

  /** Rejects with a Refusal for an answer that is not 2xx, with another error when no answer came. */
  async open(
    method: string,
    path: string,
    body?: unknown,
    accept = 'application/json',
    signal?: AbortSignal,
  ) {
    const stop = new AbortController();
    const abort = () => stop.abort();
    // A turn's answer begins once the message is stored, so even a stream has to begin in time.
    const timer = setTimeout(abort, PATIENCE);
    signal?.addEventListener('abort', abort);
    signal?.throwIfAborted();
    const headers: Record<string, string> = { accept };
    const token = this.#token();
    if (token) headers.authorization = `Bearer ${token}`;
    if (body) headers['content-type'] = 'application/json';
    const answer = await fetch(this.#base + path, {
      method,
      headers,
      body: body && JSON.stringify(body),
      credentials: 'omit',
      signal: stop.signal,
    } as RequestInit).finally(() => clearTimeout(timer));
    if (answer.ok) return answer;
    const error = await answer.json().catch(() => null);
    throw refusalOf(error, answer.status, answer.headers.get('retry-after'));
  }

  /** The answer's JSON; nothing where there is none. */
  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.open(method, path, body);
    return answer.json().catch(() => undefined);
  }

  /** Opens a text/event-stream. */
  async stream(method: string, path: string, body?: unknown, signal?: AbortSignal) {
    return (await this.open(method, path, body, 'text/event-stream', signal)).body!;
  }
}
