/**
 * Connections on which nothing was ever asked: browsers open some ahead of need, and programs take the place of one that
 * broke. Node counts them neither as resting nor as used, so a server that ends would wait for them.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Since when each has been open, by the clock of `performance`. */
const silent = new WeakMap<Server, Map<Socket, number>>();

/** Knows from now on which of a server's connections are silent. */
export function watchSilentConnections(server: Server): void {
  const since = new Map<Socket, number>();
  silent.set(server, since);
  server.on('connection', (socket) => {
    since.set(socket, performance.now());
    socket.once('close', () => since.delete(socket));
  });
  server.on('request', ({ socket }) => since.delete(socket));
}

/** Closes those on which nothing has arrived for so long, not even the beginning of a request. */
export function closeSilentConnections(server: Server, restingMs: number): void {
  const before = performance.now() - restingMs;
  for (const [socket, at] of silent.get(server) ?? [])
    if (at <= before && socket.bytesRead === 0) socket.destroy();
}
