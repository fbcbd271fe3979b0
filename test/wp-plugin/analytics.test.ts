/** The snippets that wp-admin offers tell an analytics tool each step of a conversation once, and nothing of the person. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';

/** What the owner of a site does: the copied snippets in the head, beside an analytics tool that notes its calls. */
const MU_PLUGIN = `<?php
add_action( 'wp_head', function () {
	echo '<script>window.counted = []; window.gtag = function () { counted.push( [].slice.call( arguments ) ); };
window.leads = 0; document.addEventListener( "parlour-lead", function () { leads++; } );</script>';
	readfile( __DIR__ . '/snippets.html' );
} );
`;

declare global {
  interface Window {
    dataLayer: Array<Record<string, unknown>>;
    counted: string[][];
    leads: number;
  }
}

describe('counting conversations with the snippets of Settings -> Parlour', () => {
  let wordpress: WordPress;
  let parlour: TestParlour;
  let browser: Browser;

  before(async () => {
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    const site = await parlour.createSite({ allowedOrigins: [wordpress.url] });
    const { code } = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${site.id}/connect`);
    await wordpress.wp('parlour', 'connect', code);
    await wordpress.wp(
      ...['post', 'create', '--post_type=page', '--post_status=publish', '--post_title=talk'],
      '--post_content=[parlour_chat mode="floating"]',
    );
    browser = await testBrowser();
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
    await wordpress?.stop();
  });

  async function copySnippets(): Promise<string[]> {
    const page = await browser.newPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${wordpress.url}/wp-login.php`);
    await page.fill('#user_login', 'admin');
    await page.fill('#user_pass', 'password');
    await page.click('#wp-submit');
    await page.waitForURL('**/wp-admin/');
    await page.goto(`${wordpress.url}/wp-admin/options-general.php?page=parlour&tab=developers`);
    const copied: string[] = [];
    for (const box of await page.locator('.parlour-copy').all()) {
      await box.getByRole('button', { name: 'Copy' }).click();
      await box.locator('.parlour-copied').waitFor({ state: 'visible' });
      copied.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
    return copied;
  }

  async function say(page: Page, text: string): Promise<void> {
    const shown = page.locator('parlour-message');
    const before = await shown.count();
    await page.getByRole('textbox', { name: /message/i }).fill(text);
    await page.keyboard.press('Enter');
    await until(async () => (await shown.count()) >= before + 2, 'the answer');
  }

  it('tells start, lead and complete once a conversation, also when it goes on on another page', async () => {
    const snippets = await copySnippets();
    expect(snippets).to.have.length(2);
    writeFileSync(join(wordpress.dir, 'wp-content/mu-plugins/snippets.html'), snippets.join('\n'));
    writeFileSync(join(wordpress.dir, 'wp-content/mu-plugins/owner.php'), MU_PLUGIN);

    const page = await browser.newPage();
    await page.goto(`${wordpress.url}/talk/`);
    const told = () => page.evaluate(() => (window.dataLayer ?? []).map(({ event }) => event));
    expect(await told()).to.deep.equal([]);
    const open = page.getByRole('button', { name: /open chat/i });
    await open.click();
    await page.getByText('What can we help you with?').waitFor();
    await say(page, 'We want to move our office');
    await say(page, 'My name is Ana Silva');
    expect(await told()).to.deep.equal(['parlour_open', 'parlour_start']);
    await say(page, 'ana@acme.example');
    await until(async () => (await told()).includes('parlour_lead'), 'the lead is told');
    expect(await told()).to.deep.equal(['parlour_open', 'parlour_start', 'parlour_lead']);
    expect(await page.evaluate(() => window.counted.map(([, name]) => name))).to.deep.equal([
      ...['parlour_open', 'parlour_start', 'generate_lead'],
    ]);

    await page.reload();
    await open.click();
    await page.getByText('ana@acme.example').waitFor();
    await say(page, '+49 30 901820');
    for (let n = 0; n < 8 && !(await told()).includes('parlour_complete'); n++) await say(page, 'skip');
    expect(await page.evaluate(() => window.leads)).to.equal(1);
    await page.keyboard.press('Escape');
    await open.click();
    expect(await told()).to.deep.equal(['parlour_open', 'parlour_complete']);
    expect(await page.evaluate(() => JSON.stringify(window.dataLayer))).not.to.match(/ana|acme|office/i);
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
