/** A real Chromium for tests. */
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
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
];

/** Starts a browser; the caller closes it. Web security is on, so that CORS and CSP are what visitors have. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { path } = required(await findChromium(), 'Chromium');
  return chromium.launch({ executablePath: path, args: ARGUMENTS, ...options });
}
