/** Servers of tests: on loopback, on a free port, and gone at once when they are stopped. */
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @returns where it answers, such as `http://127.0.0.1:41234` */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Cuts off who is still waiting. */
export async function hangUp(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // Once it takes no more: whoever is cut off and comes back at once would be waited for.
  server.closeAllConnections();
  await closed;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
