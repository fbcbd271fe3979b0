/**
 * A proxy on loopback that makes a network's faults: between Parlour and its database, a visitor and Parlour, Parlour
 * and a vendor. What is wrong can be switched while connections are open.
 */
import { createServer, type Server, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export type Fault =
  | { kind: 'none' }
  /** Every piece comes later. */
  | { kind: 'latency'; ms: number }
  /** A few bytes at a time. */
  | { kind: 'drip'; bytesPerSecond: number }
  /** Ended in the middle, after so many more bytes in either direction. */
  | { kind: 'cut'; afterBytes: number }
  /** Takes everything, passes nothing on and says nothing: a cable that was pulled. What went in stays lost. */
  | { kind: 'blackHole' }
  /** Open connections are reset, and new ones as soon as they are there. */
  | { kind: 'reset' }
  /** Open connections are reset, and nobody listens any more. */
  | { kind: 'refuse' };

interface Pair {
  client: Socket;
  server?: Socket;
  /** Bytes were swallowed: nothing that comes later would make sense. */
  isLost: boolean;
  /** How many bytes are let through until it is cut. */
  left: number;
}

const DRIP_MS = 50;

export class TcpProxy {
  /** How many connections were taken so far. */
  taken = 0;
  port = 0;
  private fault: Fault = { kind: 'none' };
  private readonly pairs = new Set<Pair>();
  private server?: Server;

  private constructor(private readonly target: URL) {}

  /** @param target where to pass connections on to; only its host and port count */
  static async start(target: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(target));
    await proxy.listen();
    return proxy;
  }

  /** How many connections are open now. */
  get open(): number {
    return this.pairs.size;
  }

  /** The same address with the proxy in the way. */
  through(address: string): string {
    const url = new URL(address);
    url.host = `127.0.0.1:${this.port}`;
    return url.href.replace(/\/$/, '');
  }

  /** From now on, for what is open too. Resolves once it is so. */
  async set(fault: Fault): Promise<void> {
    const listens = this.fault.kind !== 'refuse';
    this.fault = fault;
    for (const pair of this.pairs) pair.left = leftOf(fault);
    if (fault.kind === 'reset' || fault.kind === 'refuse') this.resetAll();
    if (fault.kind === 'refuse' && listens) await this.close();
    if (fault.kind !== 'refuse' && !listens) await this.listen();
  }

  /** Resets what is open, once; new connections are passed on. */
  resetAll(): void {
    for (const pair of this.pairs) reset(pair);
  }

  async stop(): Promise<void> {
    this.resetAll();
    if (this.server?.listening) await this.close();
  }

  private async listen(): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (client) => this.take(client));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.port, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (typeof address === 'object' && address) this.port = address.port;
  }

  private close(): Promise<void> {
    return new Promise((resolve) => {
      this.server!.close(() => resolve());
    });
  }

  private take(client: Socket): void {
    this.taken += 1;
    const isLost = this.fault.kind === 'blackHole';
    const pair: Pair = { client, isLost, left: leftOf(this.fault) };
    this.pairs.add(pair);
    client.on('error', () => {}).once('close', () => this.leave(pair, client));
    if (this.fault.kind === 'reset') reset(pair);
    else if (isLost) client.resume();
    else this.connect(pair);
  }

  private connect(pair: Pair): void {
    const { client } = pair;
    const server = new Socket({ allowHalfOpen: true });
    pair.server = server;
    server.on('error', () => {}).once('close', () => this.leave(pair, server));
    server.connect(Number(this.target.port), this.target.hostname);
    this.carry(pair, client, server);
    this.carry(pair, server, client);
  }

  private carry(pair: Pair, from: Socket, to: Socket): void {
    let passing = Promise.resolve();
    from.on('data', (piece: Buffer) => {
      from.pause();
      passing = passing.then(() => this.pass(pair, piece, to)).then(() => void from.resume());
    });
    from.on('end', () => {
      passing = passing.then(() => {
        if (!this.isSwallowed(pair)) to.end();
      });
    });
  }

  private async pass(pair: Pair, piece: Buffer, to: Socket): Promise<void> {
    if (this.fault.kind === 'latency') await wait(this.fault.ms);
    let rest = piece;
    while (this.fault.kind === 'drip' && rest.length > 0 && !to.destroyed) {
      const size = Math.max(1, Math.round((this.fault.bytesPerSecond * DRIP_MS) / 1000));
      to.write(rest.subarray(0, size));
      rest = rest.subarray(size);
      await wait(DRIP_MS);
    }
    if (this.isSwallowed(pair) || rest.length === 0) return;
    const isLast = rest.length >= pair.left;
    pair.left -= rest.length;
    await new Promise<void>((done) => {
      to.write(isLast ? rest.subarray(0, rest.length + pair.left) : rest, () => done());
    });
    if (isLast) reset(pair);
  }

  private isSwallowed(pair: Pair): boolean {
    if (this.fault.kind === 'blackHole') pair.isLost = true;
    return pair.isLost;
  }

  /** One side has gone; in a black hole the other never hears of it. */
  private leave(pair: Pair, gone: Socket): void {
    const other = gone === pair.client ? pair.server : pair.client;
    if (this.isSwallowed(pair) && other && !other.destroyed) return;
    other?.destroy();
    this.pairs.delete(pair);
  }
}

const leftOf = (fault: Fault) => (fault.kind === 'cut' ? fault.afterBytes : Number.POSITIVE_INFINITY);

function reset({ client, server }: Pair): void {
  for (const socket of [client, server])
    if (socket?.connecting) socket.destroy();
    else socket?.resetAndDestroy();
}
