/**
 * Reads a server-sent event stream, as a browser's EventSource or the widget would.
 */
import { PATIENCE_MS } from './until.ts';

export interface ServerEvent {
  event: string;
  data: Record<string, unknown>;
  id?: string;
}

export class EventReader {
  readonly events: ServerEvent[] = [];
  private readonly abort = new AbortController();
  private ended = false;
  private changed = () => {};

  private constructor(readonly status: number) {}

  /** @param ask by which the server is reached, when it needs more than `fetch` does */
  static async open(url: string, init: RequestInit = {}, ask = fetch): Promise<EventReader> {
    const abort = new AbortController();
    const response = await ask(url, { ...init, signal: abort.signal });
    const reader = new EventReader(response.status);
    reader.abort.signal.addEventListener('abort', () => abort.abort());
    reader
      .read(response)
      .catch(() => {})
      .finally(() => reader.finish());
    return reader;
  }

  /** The first event that fits, waiting for it if need be. */
  async find(fits: (event: ServerEvent) => boolean, timeoutMs = PATIENCE_MS): Promise<ServerEvent> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const found = this.events.find(fits);
      if (found) return found;
      if (this.ended || Date.now() > until)
        throw new Error(`no such event; there were: ${this.events.map(({ event }) => event).join(', ')}`);
      await this.change(until - Date.now());
    }
  }

  /** Waits until the server has closed the stream. */
  async end(timeoutMs = PATIENCE_MS): Promise<ServerEvent[]> {
    const until = Date.now() + timeoutMs;
    while (!this.ended) {
      if (Date.now() > until) throw new Error('the stream did not end');
      await this.change(until - Date.now());
    }
    return this.events;
  }

  close(): void {
    this.abort.abort();
  }

  private change(within: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(1, within));
      this.changed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private finish(): void {
    this.ended = true;
    this.changed();
  }

  private async read(response: Response): Promise<void> {
    let buffer = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      buffer += chunk;
      const blocks = buffer.split('\n\n');
      buffer = blocks.pop()!;
      for (const block of blocks) this.take(block);
      this.changed();
    }
  }

  private take(block: string): void {
    const fields = Object.fromEntries(
      block
        .split('\n')
        .filter((line) => !line.startsWith(':'))
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    if (fields.data)
      this.events.push({ event: fields.event ?? 'message', data: JSON.parse(fields.data), id: fields.id });
  }
}
