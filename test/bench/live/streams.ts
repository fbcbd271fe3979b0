/** Holds many streams open by processes of `receivers.ts`, and times what reaches them. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { onLeaving } from '../leaving.ts';
import type { FromReceivers, ToReceivers } from './messages.ts';

const FILE = resolve(import.meta.dirname, 'receivers.ts');

type Told<Name extends string> = Extract<FromReceivers, { [name in Name]: unknown }>;

export class Streams {
  private readonly stopped: () => void;

  private constructor(private readonly child: ChildProcess) {
    this.stopped = onLeaving(() => this.stop());
  }

  /** @param headers of each stream's request, in turn */
  static async open(
    url: string,
    path: string,
    headers: ReadonlyArray<Record<string, string>>,
    count: number,
  ): Promise<Streams> {
    const { host, port } = new URL(url);
    const streams = new Streams(fork(FILE, { execArgv: ['--import', 'tsx'] }));
    const requests = headers.map((fields) => {
      const lines = Object.entries({ host, accept: 'text/event-stream', ...fields });
      return `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
    });
    await streams.ask('opened', { do: 'open', port: Number(port), requests, count });
    return streams;
  }

  arm(): Promise<unknown> {
    return this.ask('armed', { do: 'arm' });
  }

  /** When all of them have received the event. Call it before the event is sent. */
  received(): Promise<Told<'times'>> {
    return this.hear('times');
  }

  async stop(): Promise<void> {
    this.stopped();
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  private ask<Name extends string>(name: Name, order: ToReceivers): Promise<Told<Name>> {
    const told = this.hear(name);
    this.child.send(order);
    return told;
  }

  private hear<Name extends string>(name: Name): Promise<Told<Name>> {
    return new Promise((heard, failed) => {
      const listen = (message: FromReceivers) => {
        if ('failed' in message) end(() => failed(new Error(`Streams broke: ${message.failed}`)));
        else if (name in message) end(() => heard(message as Told<Name>));
      };
      const gone = () => end(() => failed(new Error('The process that holds streams open has ended.')));
      const end = (tell: () => void) => {
        this.child.off('message', listen).off('exit', gone);
        tell();
      };
      this.child.on('message', listen).once('exit', gone);
    });
  }
}

/** Sends an event and waits until all have it: from that moment to each stream, in ms, and the event as it came. */
export async function broadcast(
  groups: readonly Streams[],
  send: () => Promise<bigint>,
): Promise<{ took: number[]; frame: string }> {
  await Promise.all(groups.map((group) => group.arm()));
  const all = Promise.all(groups.map((group) => group.received()));
  const begun = await send();
  const answers = await all;
  const took = answers.flatMap(({ times }) => times.map((time) => Number(BigInt(time) - begun) / 1e6));
  return { took, frame: answers[0]!.frame };
}
