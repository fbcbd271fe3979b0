import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { serveStates } from './states/serve.ts';
import type { FakeVisitorApi } from './support/fake-visitor-api.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: unknown }[] }[] }> };
}

describe('the page of elements', () => {
  let api: FakeVisitorApi;
  let browser: Browser;

  before(async () => {
    [api, browser] = await Promise.all([serveStates(), launchBrowser()]);
  });
  after(() => Promise.all([browser.close(), api.close()]));

  for (const [theme, lang] of [
    ['light', 'en'],
    ['dark', 'ar'],
  ])
    it(`shows every state, ${theme}, in ${lang}, without an error or a serious finding of axe-core`, async () => {
      const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('console', (said) => {
        // What one of the states is about, Chromium reports as well.
        const isRefusal = said.location().url.endsWith('/sites/refused');
        if (said.type() === 'error' && !isRefusal) errors.push(said.text());
      });
      await page.goto(`${api.url}/elements.html?theme=${theme}&lang=${lang}`);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => (window as unknown as AxeWindow).axe.run());
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).to.deep.equal([]);
      const empty = await page
        .locator('figure')
        .evaluateAll((all) =>
          all.filter(({ clientHeight }) => clientHeight < 60).map((figure) => figure.ariaLabel),
        );
      expect(empty).to.deep.equal(['Empty']);
      expect(errors).to.deep.equal([]);
      await page.close();
    });
});
