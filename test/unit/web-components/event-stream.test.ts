import { expect } from 'chai';
import fc from 'fast-check';
import { readEvents, type StreamEvent } from '../../../web-components/chat/event-stream.ts';

function streamOf(pieces: Uint8Array[], end = true): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      if (end) controller.close();
    },
  });
}

async function read(text: string, at: number[] = []): Promise<StreamEvent[]> {
  const bytes = new TextEncoder().encode(text);
  const cuts = [0, ...at.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const pieces = cuts.slice(1).map((to, index) => bytes.slice(cuts[index], to));
  const events: StreamEvent[] = [];
  for await (const event of readEvents(streamOf(pieces), 1000)) events.push(event);
  return events;
}

describe('readEvents', () => {
  it('reads events, and skips comments', async () => {
    expect(
      await read(
        ': ping\n\nid: 1\nevent: delta\ndata: {"text":"Hi"}\n\nevent: done\ndata: {}\n\ndata: 1\ndata:  \n\n',
      ),
    ).to.deep.equal([
      { event: 'delta', data: { text: 'Hi' } },
      { event: 'done', data: {} },
      { event: 'message', data: 1 },
    ]);
  });

  it('reads the same however lines end and wherever the bytes are cut', async () => {
    const text =
      'id: 7\nevent: message\ndata: {"text":"Grüße 👋, مرحبا: ja"}\n\n: x\n\nevent: done\ndata: {}\n\n';
    const whole = await read(text);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(200), { maxLength: 8 }),
        async (line, cuts) => {
          // The lone CR that ends a stream waits for an LF that does not come, so a comment follows.
          expect(await read(`${text.replaceAll('\n', line)}:${line}`, cuts)).to.deep.equal(whole);
        },
      ),
    );
  });

  it('leaves out an event that was cut short', async () => {
    expect(await read('data: 1\n\nevent: done\ndata: {}')).to.have.length(1);
  });

  it('ends when nothing comes for too long', async () => {
    const silent = streamOf([new TextEncoder().encode('data: 1\n\n')], false);
    const events: StreamEvent[] = [];
    for await (const event of readEvents(silent, 30)) events.push(event);
    expect(events).to.have.length(1);
  });

  it('lets go of the connection when the reader stops early', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
      cancel() {
        cancelled = true;
      },
    });
    for await (const _ of readEvents(endless, 1000)) break;
    expect(cancelled).to.equal(true);
  });
});
