/**
 * Sends what a browser or a decent client would never send: as it is, over kept connections, or byte for byte over a
 * connection of its own.
 */
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { HostileAnswer } from './judge.ts';

export interface HostileRequest {
  /** The route, as the access table names it. */
  route: string;
  /** What is wrong with it. */
  what: string;
  method: string;
  /** Path and query, as they go out. */
  target: string;
  headers: Record<string, string>;
  body?: string | Buffer;
  /** Sent instead of all that, byte for byte; then the sending side is closed. */
  bytes?: string;
}

export class HostileSender {
  private readonly agent: Agent;
  private readonly to: URL;

  constructor(url: string, connections: number) {
    this.to = new URL(url);
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @param head only: the answer's body is not waited for (a stream has no end) */
  send(request: HostileRequest, onlyHead = false): Promise<HostileAnswer | undefined> {
    return request.bytes === undefined ? this.sendWhole(request, onlyHead) : this.sendBytes(request.bytes);
  }

  stop(): void {
    this.agent.destroy();
  }

  private sendWhole(request: HostileRequest, onlyHead: boolean): Promise<HostileAnswer> {
    const { method, target, headers, body } = request;
    return new Promise((resolve, reject) => {
      const { hostname: host, port } = this.to;
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const outgoing = httpRequest({
        ...{ agent: this.agent, host, port, method, path: target },
        headers: { ...length, ...headers },
      });
      outgoing.on('response', (response) => {
        const pieces: Buffer[] = [];
        const status = response.statusCode ?? 0;
        const done = () =>
          resolve({ status, headers: response.headers, body: Buffer.concat(pieces).toString('utf8') });
        if (onlyHead && status < 400) {
          done();
          return void response.destroy();
        }
        response.on('data', (piece) => pieces.push(piece)).on('end', done);
        response.on('error', reject);
      });
      // The server may refuse a body that is too large before it has come.
      outgoing.on('error', (error) =>
        reject(new Error(`${request.route}: ${request.what}`, { cause: error })),
      );
      outgoing.end(body);
    });
  }

  /** undefined when the connection was ended without an answer, which is a refusal too. */
  private sendBytes(bytes: string): Promise<HostileAnswer | undefined> {
    return new Promise((resolve) => {
      const socket = connect(Number(this.to.port), this.to.hostname);
      let said = '';
      socket.on('data', (piece) => (said += piece.toString('latin1')));
      socket.on('error', () => {});
      socket.on('close', () => resolve(readAnswer(said)));
      socket.end(bytes);
    });
  }
}

function readAnswer(said: string): HostileAnswer | undefined {
  const [head = '', body = ''] = said.split(/\r\n\r\n(.*)/s);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  if (!status) return undefined;
  const headers = Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => [line.split(':')[0]!.toLowerCase(), line.replace(/^[^:]*: ?/, '')]),
  );
  return { status, headers, body };
}
