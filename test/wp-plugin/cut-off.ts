/** A way to the backend that can be cut: what the plugin was told is the backend's address. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CutOff {
  url: string;
  /** While true, calls end without an answer. */
  isCut: boolean;
  /** Calls that came, cut ones too: the method and path. */
  calls: string[];
  stop(): Promise<void>;
}

/** Starts it on a free port, in front of a backend. */
export async function startCutOff(backend: string): Promise<CutOff> {
  const server = createServer((incoming, answer) => {
    way.calls.push(`${incoming.method} ${incoming.url}`);
    if (way.isCut) return incoming.socket.destroy();
    const { method, headers, url } = incoming;
    const onward = request(`${backend}${url}`, { method, headers }, (response) => {
      answer.writeHead(response.statusCode!, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const way: CutOff = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isCut: false,
    calls: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return way;
}
