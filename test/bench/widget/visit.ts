/** One visit to a page with a chat, in Chromium: what it loads and costs before the chat is opened, and for opening. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page, Response } from 'playwright-core';
import { watchBlocking } from './blocking.ts';
import type { Chat } from './chats.ts';

export interface Phase {
  /** JavaScript and CSS, in bytes as compressed files of them would have. */
  gzip: number;
  brotli: number;
  requests: number;
  /** Of them to others than the page's own site and our backend. */
  foreign: number;
  /** Time in scripts, in ms. */
  script: number;
  /** Total blocking time, in whole ms: less is no more than the clock's jitter. */
  blocking: number;
  /** Layout shift as Web Vitals count it: without what follows an input at once. */
  shift: number;
}

export interface Visit {
  before: Phase;
  opening: Phase;
}

/** How much slower than this machine the visitor's is. */
const SLOWDOWN = 4;
/** It has come to rest when nothing has been loaded and nothing blocked for so long, in ms. */
const REST = 500;

interface Seen {
  shift: number;
  /** When something happened last. */
  at: number;
}

declare global {
  interface Window {
    benchSeen: Seen;
  }
}

/** Runs in the page, before anything of it. Text, as a compiled function may call what only its own module has. */
const WATCH = `{
  const seen = window.benchSeen = { shift: 0, at: 0 };
  const each = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  const end = ({ startTime, duration }) => { seen.at = Math.max(seen.at, startTime + duration); };
  each('resource', end);
  each('longtask', end);
  each('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) seen.shift += value; });
}`;

/**
 * The chat is put on a page that is at rest, so that what is measured is the chat's alone.
 * @param tags that put it there
 * @param homes addresses that are not foreign: the page's site and our backend
 */
export async function visit(
  browser: Browser,
  { url, tags }: { url: string; tags: string },
  { button, field }: Chat,
  homes: readonly string[],
): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    const files: Response[] = [];
    await page.addInitScript(WATCH);
    await page.goto(url);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    // What the browser is driven with is put into the page the first time it is asked for: 50 ms that are not the chat's.
    await page.locator('body').waitFor();
    await rest(page);
    page.on('request', (request) => void asked.push(request.url()));
    page.on('response', (response) => void files.push(response));
    const costs = () => costsOf(page, devtools, asked, files, homes);
    const place = () => page.evaluate(put, tags);

    const phase = async (act: () => Promise<unknown>, shown: string): Promise<Phase> => {
      const blocked = await watchBlocking(browser);
      await act();
      await page.locator(shown).first().waitFor({ state: 'visible', timeout: 30_000 });
      await rest(page);
      return { ...(await costs()), blocking: Math.round(await blocked()) };
    };
    const empty = { ...(await costs()), blocking: 0 };
    const before = await phase(place, button);
    const whole = await phase(() => page.click(button), field);
    return {
      before: minus(before, empty),
      opening: { ...minus(whole, before), blocking: whole.blocking },
    };
  } finally {
    await context.close();
  }
}

/** Puts tags at the end of the page as its owner would; a script that was only copied there would not run. */
function put(tags: string): void {
  const template = document.createElement('template');
  template.innerHTML = tags;
  for (const copied of template.content.querySelectorAll('script')) {
    const script = document.createElement('script');
    for (const { name, value } of copied.attributes) script.setAttribute(name, value);
    script.text = copied.text;
    copied.replaceWith(script);
  }
  document.body.append(template.content);
}

/** By address: compressing as well as it goes takes long, and files stay what they are. */
const known = new Map<string, { gzip: number; brotli: number }>();

async function sizesOf(file: Response): Promise<{ gzip: number; brotli: number }> {
  const before = known.get(file.url());
  if (before) return before;
  const content = await file.body();
  const sizes = { gzip: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content).length };
  known.set(file.url(), sizes);
  return sizes;
}

const rest = (page: Page) =>
  page.waitForFunction((ms) => performance.now() - window.benchSeen.at > ms, REST, { polling: 50 });

/** What the visit has cost up to here. */
async function costsOf(
  page: Page,
  devtools: CDPSession,
  asked: readonly string[],
  files: readonly Response[],
  homes: readonly string[],
): Promise<Omit<Phase, 'blocking'>> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const { shift } = await page.evaluate(() => window.benchSeen);
  const isCode = (file: Response) => ['script', 'stylesheet'].includes(file.request().resourceType());
  const code = await Promise.all(files.filter(isCode).map(sizesOf));
  return {
    gzip: code.reduce((sum, { gzip }) => sum + gzip, 0),
    brotli: code.reduce((sum, { brotli }) => sum + brotli, 0),
    requests: asked.filter((address) => !address.startsWith('data:')).length,
    foreign: asked.filter((address) => /^http/.test(address) && !homes.includes(new URL(address).origin))
      .length,
    script: 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0),
    shift,
  };
}

function minus(whole: Phase, before: Phase): Phase {
  const names = Object.keys(whole) as Array<keyof Phase>;
  return Object.fromEntries(names.map((name) => [name, whole[name] - before[name]])) as Record<
    keyof Phase,
    number
  >;
}
