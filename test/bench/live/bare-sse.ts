/**
 * The floor: node:http that holds event streams and writes to all of them what is posted to it, doing nothing else.
 * `GET /used` says what it uses, after a collection of garbage.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const streams = new Set<ServerResponse>();

const server = createServer(async (request, response) => {
  if (request.method === 'POST') {
    const frame = await text(request);
    for (const stream of streams) stream.write(frame);
    response.end();
  } else if (request.url === '/used') {
    collect();
    response.end(JSON.stringify({ ...process.memoryUsage(), cpu: process.cpuUsage() }));
  } else {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    request.socket.setNoDelay(true);
    response.write('id: 0\nevent: ready\ndata: {}\n\n');
    const ping = setInterval(() => response.write(': ping\n\n'), 15_000);
    response.once('close', () => {
      clearInterval(ping);
      streams.delete(response);
    });
    streams.add(response);
  }
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit());
