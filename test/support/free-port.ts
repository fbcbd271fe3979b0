/**
 * Ports for whoever listens a little later. They lie below those that systems give to connections and to servers without
 * a wish, so that nobody else takes one meanwhile; and each process begins at another place, so that lanes of tests don't
 * take each other's.
 */
import { createServer } from 'node:net';

const FIRST = 11_000;
const COUNT = 20_000;
/** Larger than what a process needs, and without a common factor with COUNT: neighbours in number begin far apart. */
const APART = 1_237;

let taken = 0;

/** A TCP port on 127.0.0.1 that nothing listens on, and that nobody else is given. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + ((process.pid * APART + taken++) % COUNT);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
