/**
 * Total blocking time by Chromium's own trace: what tasks of the page's main thread took beyond 50 ms each. Counted is
 * the time the thread was on a processor, slowdown included: a machine that does other things meanwhile adds nothing.
 */
import type { Browser, CDPSession } from 'playwright-core';

/** Longer tasks hold up what a visitor does (Web Vitals, "Total Blocking Time"), in ms. */
const LONG = 50;

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** On the processor, in µs. */
  tdur?: number;
  args: { name?: string };
}

/** Begins to watch; the answer ends it and says how long was blocked, in ms. */
export async function watchBlocking(browser: Browser): Promise<() => Promise<number>> {
  const devtools = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await devtools.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] },
    transferMode: 'ReportEvents',
  });
  return async () => {
    await finish(devtools);
    return blockedIn(events);
  };
}

async function finish(devtools: CDPSession): Promise<void> {
  const complete = new Promise<void>((told) => devtools.once('Tracing.tracingComplete', () => told()));
  await devtools.send('Tracing.end');
  await complete;
  await devtools.detach();
}

function blockedIn(events: readonly TraceEvent[]): number {
  const at = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const pages = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map((event) => at(event)),
  );
  return events
    .filter((event) => event.name.endsWith('RunTask') && pages.has(at(event)))
    .reduce((all, { tdur = 0 }) => all + Math.max(0, tdur / 1000 - LONG), 0);
}
