/**
 * Sends an export while it is read: the client's pace is the database's pace, a client that leaves ends the reading,
 * and an export that breaks never looks like a whole one.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from 'koa';
import { errorForLog, type Logger } from '../log.ts';
import type { Writer } from './formats.ts';
import type { Conversation, SessionExport } from './read.ts';
import { exportRecord } from './record.ts';
import type { ZonedTime } from './zoned-time.ts';

/** A client that takes nothing for so long has gone, and its snapshot holds up the database's tidying. */
const STALLED_MS = 60_000;

export interface Sending {
  name: string;
  writer: Writer;
  zoned: ZonedTime;
  log: Logger;
}

/** Writes the response and closes the export. The first conversations are read before anything is sent. */
export async function sendExport(ctx: Context, source: SessionExport, sending: Sending): Promise<void> {
  const { writer, log } = sending;
  const { res } = ctx;
  const groups = source.read();
  const first = await groups.next();
  ctx.respond = false;
  res.statusCode = 200;
  res.setHeader('Content-Type', writer.contentType);
  res.setHeader('Content-Disposition', `attachment; filename="${sending.name}"`);
  if (source.count !== null) res.setHeader('X-Total-Count', String(source.count));
  const leave = () => void source.close().catch(() => {});
  res.once('close', leave);
  res.setTimeout(STALLED_MS, () => res.destroy());
  try {
    // An error destroys the response: its length is not known before, so the client sees that the end is missing.
    await pipeline(Readable.from(texts(first, groups, sending), { objectMode: false }), res);
  } catch (error) {
    if (!res.destroyed || !isGone(error)) log.warn({ err: errorForLog(error) }, 'an export broke off');
    res.destroy();
  }
}

async function* texts(
  first: IteratorResult<Conversation[]>,
  groups: AsyncGenerator<Conversation[]>,
  { writer, zoned }: Sending,
): AsyncGenerator<string> {
  // One by one, each text made before the next record: records that are held together for a while are soon made where
  // V8 keeps what lives long, and a hundred megabytes of them wait there to be collected.
  const write = (group: Conversation[]) =>
    group.map((conversation) => writer.write(exportRecord(conversation, zoned))).join(writer.between);
  if (writer.head) yield writer.head;
  if (first.done) {
    if (writer.head) yield writer.tail;
    return;
  }
  yield write(first.value);
  for await (const group of groups) yield writer.between + write(group);
  if (writer.tail) yield writer.tail;
}

const isGone = (error: unknown) => (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';
