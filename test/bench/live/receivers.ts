/**
 * Many open event streams in a process of their own, on plain sockets, so that receiving costs as little as it can.
 * Hears of `open` and `arm` from the process that started it, and tells when each stream has received the event.
 */
import { connect, type Socket } from 'node:net';
import type { FromReceivers, ToReceivers } from './messages.ts';

/** So many are being opened at a time. */
const AT_ONCE = 40;
/** What ends the wait for a stream: its first event. */
const STANDS = /\nevent: /;
/** What a broadcast sends. */
const BROADCAST = Buffer.from('event: session.updated');

let isArmed = false;
let received = new Set<Socket>();
let times: string[] = [];
let count = 0;
const waiting = new Map<Socket, () => void>();

const tell = (message: FromReceivers) => void process.send!(message);

function take(socket: Socket, data: Buffer): void {
  const opened = waiting.get(socket);
  if (opened && STANDS.test(data.toString('latin1'))) {
    waiting.delete(socket);
    opened();
  }
  if (!isArmed || !data.includes(BROADCAST) || received.has(socket)) return;
  received.add(socket);
  times.push(String(process.hrtime.bigint()));
  if (times.length < count) return;
  isArmed = false;
  tell({ times, frame: data.toString() });
}

function openOne({ port, requests }: Extract<ToReceivers, { do: 'open' }>, n: number): Promise<void> {
  return new Promise((opened, failed) => {
    const socket = connect(port, '127.0.0.1', () => void socket.write(requests[n % requests.length]!));
    waiting.set(socket, opened);
    socket.setNoDelay(true);
    socket.on('data', (data) => take(socket, data));
    socket.once('error', failed);
    socket.once('close', () => failed(new Error('A stream was closed.')));
  });
}

async function open(order: Extract<ToReceivers, { do: 'open' }>): Promise<void> {
  let next = 0;
  const hand = async () => {
    while (next < order.count) await openOne(order, next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  count = order.count;
  tell({ opened: count });
}

process.on('message', (order: ToReceivers) => {
  if (order.do === 'open') {
    open(order).catch((error: Error) => tell({ failed: error.message }));
    return;
  }
  received = new Set();
  times = [];
  isArmed = true;
  tell({ armed: true });
});
process.once('disconnect', () => process.exit());
