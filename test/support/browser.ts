/** A real Chromium for tests. */
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { atTheEnd } from './at-the-end.ts';
import { findChromium, required } from './parts.ts';

/** No window, no GPU, and none of the things Chromium asks the internet for by itself. */
const ARGUMENTS = [
  '--headless=shell',
  // Tests find things by their English words, whatever the machine speaks.
  '--lang=en-US',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Nothing but this machine can be reached, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Starts a browser; the caller closes it. Web security is on, so that CORS and CSP are what visitors have. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { path } = required(await findChromium(), 'Chromium');
  // The shell without windows takes its language from here, whatever its arguments say.
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
  return chromium.launch({ executablePath: path, args: ARGUMENTS, env, ...options });
}

let shared: Promise<Browser> | undefined;

/**
 * The browser of a file of tests. All files of a process share one Chromium, as starting it takes longer than many a
 * test; what keeps them apart are contexts. `close` ends these and leaves the program to the next file.
 *
 * Its pages ask for less motion unless a test says otherwise: nothing is seen by waiting until something has faded.
 */
export function testBrowser(): Promise<Browser> {
  shared ??= launchBrowser().then((browser) => {
    atTheEnd(browser.close.bind(browser));
    const newContext = browser.newContext.bind(browser);
    browser.newContext = (options) => newContext({ reducedMotion: 'reduce', ...options });
    browser.close = async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    };
    return browser;
  });
  return shared;
}
