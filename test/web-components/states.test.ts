import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { serveStates } from './states/serve.ts';
import type { FakeVisitorApi } from './support/fake-visitor-api.ts';

describe('the page of elements', () => {
  let api: FakeVisitorApi;
  let browser: Browser;

  before(async () => {
    [api, browser] = await Promise.all([serveStates(), testBrowser()]);
  });
  after(() => Promise.all([browser.close(), api.close()]));

  for (const [theme, lang, only] of [
    ['light', 'en'],
    ['dark', 'ar', 'colours'],
  ] as const)
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
      expect(await seriousFindings(page, only)).to.deep.equal([]);
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
