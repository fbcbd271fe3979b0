/** An administrator connects by pasting one code, sees to what, and disconnects; in a real browser. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { connectCode, type FakeBackend, startFakeBackend } from './fake-backend.ts';

const KEY = 'plr_0123456789abcdefSECRETwxyz';

describe('Settings -> Parlour, in a browser', () => {
  let wordpress: WordPress;
  let backend: FakeBackend;
  let browser: Browser;
  let page: Page;

  before(async () => {
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    backend = await startFakeBackend();
    browser = await testBrowser();
    page = await browser.newPage();
    // WordPress fades from page to page, which a test would wait for each time.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${wordpress.url}/wp-login.php`);
    await page.fill('#user_login', 'admin');
    await page.fill('#user_pass', 'password');
    await page.click('#wp-submit');
    await page.waitForURL('**/wp-admin/');
  });

  after(async () => {
    await browser?.close();
    await backend?.stop();
    await wordpress?.stop();
  });

  const open = () => page.goto(`${wordpress.url}/wp-admin/options-general.php?page=parlour`);
  const textOf = async (selector: string) =>
    (await page.locator(selector).textContent())?.replace(/\s+/g, ' ') ?? '';
  const paste = async (code: string) => {
    await open();
    await page.fill('[name=parlour_connect_code]', code);
    await page.click('#submit');
    await page.locator('.notice').waitFor();
  };

  it('is found from the list of plugins, and asks no server before it is connected', async () => {
    await page.goto(`${wordpress.url}/wp-admin/plugins.php`);
    await page.click('[data-plugin="parlour/parlour.php"] .settings a');
    await page.locator('[name=parlour_connect_code]').waitFor();
    expect(await textOf('h1')).to.equal('Parlour');
    expect(backend.requests).to.deep.equal([]);
  });

  it('explains a wrong code and does not show it again', async () => {
    await paste('"><script>document.title = "bad"</script>');
    expect(await textOf('.notice-error')).to.include('not a Parlour connect code');
    expect(await page.inputValue('[name=parlour_connect_code]')).to.equal('');
    expect(await page.title()).not.to.include('bad');
  });

  it('connects with one pasted code, spaces and all, and says to what and since when', async () => {
    await paste(connectCode(`${backend.url}/`, 'demo', KEY).replace(/.{40}/g, '$& '));
    expect(await textOf('.notice-success')).to.match(/saved.*accepts chats from this site/);
    const text = await textOf('.wrap');
    expect(text).to.match(/Connected since \w+ \d+, \d{4}, \d+:\d\d/);
    expect(text).to.include(backend.url).and.to.include('demo').and.to.include('Ask Acme & Co');
  });

  it('asked the backend as this site, without the key', () => {
    const { path, headers } = backend.requests.at(-1)!;
    expect(path).to.equal('/api/v1/visitor/sites/demo');
    expect(headers.origin).to.equal(wordpress.url);
    expect(JSON.stringify(headers)).not.to.include('plr_');
  });

  it('never shows the key again', async () => {
    await open();
    expect(await page.content())
      .not.to.include(KEY)
      .and.not.to.include('SECRET');
    expect(await textOf('.wrap')).to.include('ends in wxyz');
  });

  it('does not repeat its answer after a reload', async () => {
    await paste(connectCode(backend.url, 'demo', KEY));
    await page.waitForFunction(() => !location.search.includes('parlour_notice'));
    await page.reload();
    expect(await page.locator('.notice').count()).to.equal(0);
  });

  it('copies the shortcode', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open();
    await page.click('text=Choose where the chat is shown');
    await page.waitForURL('**&tab=placement');
    await page.locator('.parlour-copy button').first().click();
    await page.locator('.parlour-copied').first().waitFor({ state: 'visible' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal('[parlour_chat]');
  });

  it('checks the connection again when asked', async () => {
    backend.behaviour = 'origin';
    await open();
    await page.click('text=Check the connection');
    await page.locator('.notice-warning').waitFor();
    expect(await textOf('.notice'))
      .to.include('Where the chat may appear')
      .and.not.include('saved');
    backend.behaviour = 'ok';
    await page.click('text=Check the connection');
    await page.locator('.notice-success').waitFor();
    expect(await textOf('.notice')).to.include('accepts chats from this site');
  });

  it('disconnects only after asking', async () => {
    await open();
    await page.click('.parlour-disconnect');
    await page.getByText('Conversations and leads stay in Parlour').waitFor();
    await page.click('text=Stay connected');
    await page.getByText('Connected since').waitFor();

    await page.click('.parlour-disconnect');
    await page.click('text=Yes, disconnect');
    await page.locator('.notice-success').waitFor();
    expect(await textOf('.notice')).to.include('Disconnected');
    expect(await page.locator('[name=parlour_connect_code]').count()).to.equal(1);
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
