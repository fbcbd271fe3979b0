/** How the visitor API answers: JSON, faults, and server-sent events. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What goes wrong with one request: the socket is cut before anything is stored, or an answer of this status. */
export type Fault = 'cut' | { status: number; id?: string; retryAfter?: number };

let eventId = 0;
export const formatEvent = (event: string, data: unknown) =>
  `id: ${++eventId}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

export function send(stream: ServerResponse, event: string, data: unknown): void {
  stream.write(formatEvent(event, data));
}

export function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': ping\n\n');
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function fail(response: ServerResponse, fault: Fault): void {
  if (fault === 'cut') return void response.destroy();
  const { status, id = 'failed', retryAfter } = fault;
  if (retryAfter) response.setHeader('retry-after', String(retryAfter));
  json(response, status, { error: { id, message: 'Not now.', requestId: 'r1' } });
}

export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const piece of request) text += piece;
  return text ? JSON.parse(text) : {};
}
