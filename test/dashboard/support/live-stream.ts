/** The fake backend's `GET /live`: server-sent events with ids, resumable with Last-Event-ID. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveEventName } from '../../../backend/live/schema.ts';

export class LiveStream {
  readonly #open = new Set<ServerResponse>();
  readonly #sent: string[] = [];

  get size(): number {
    return this.#open.size;
  }

  open(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    response.write('retry: 50\n\n');
    const asked = new URL(request.url ?? '/', 'http://x').searchParams.get('lastEventId');
    const last = request.headers['last-event-id'] ?? asked;
    if (last !== null) for (const missed of this.#sent.slice(Number(last))) response.write(missed);
    response.write(`id: ${this.#sent.length}\nevent: ready\ndata: {}\n\n`);
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  send(name: LiveEventName, data: object): void {
    const event = `id: ${this.#sent.length + 1}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
    this.#sent.push(event);
    for (const response of this.#open) response.write(event);
  }

  /** Cuts all streams off in the middle. */
  cut(): void {
    for (const response of this.#open) response.destroy();
    this.#open.clear();
  }
}
