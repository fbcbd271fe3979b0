/** The block parlour/chat: set in the real editor, drawn on the page like the shortcode, and in German. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Locator, Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { Person } from '../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { chatBlock, type Editor, openEditor, signIn } from './block-editor.ts';
import { connectCode, type FakeBackend, startFakeBackend } from './fake-backend.ts';

describe('the block parlour/chat', () => {
  let wordpress: WordPress;
  let backend: FakeBackend;
  let browser: Browser;
  let page: Page;
  let visitor: Person;

  before(async () => {
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    backend = await startFakeBackend();
    browser = await testBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    visitor = new Person(wordpress);
    await signIn(page, wordpress);
  });

  after(async () => {
    await browser?.close();
    await backend?.stop();
    await wordpress?.stop();
  });

  const publish = async (name: string, content: string) =>
    Number(
      await wordpress.wp(
        'post',
        'create',
        '--post_type=page',
        '--post_status=publish',
        `--post_title=${name}`,
        `--post_content=${content}`,
        '--porcelain',
      ),
    );
  const chatsOf = async (name: string) =>
    [...(await visitor.html(`/${name}/`)).matchAll(/<parlour-chat\b[^>]*><\/parlour-chat>/g)].map(
      ([html]) => html,
    );

  /** The editor draws a block again after each change, in its own time. */
  const shows = (chat: Locator, text: string) =>
    until(async () => (await chat.textContent())?.includes(text), `the block shows: ${text}`);

  it('shows its picture before Parlour is connected, and where to connect', async () => {
    const editor = await openEditor(page, wordpress, await publish('early', chatBlock({})));
    const chat = editor.canvas.locator('[data-type="parlour/chat"]');
    await shows(chat, 'not connected yet');
    await shows(chat, 'Your message');
    const link = chat.getByRole('link', { name: 'Connect Parlour' });
    expect(await link.getAttribute('href')).to.include('options-general.php?page=parlour');
    expect(await visitor.html('/early/')).not.to.include('arlour');
    expect(backend.requests).to.deep.equal([]);
  });

  describe('once connected', () => {
    before(() => wordpress.wp('parlour', 'connect', connectCode(backend.url)));

    it('draws what the shortcode draws, from the same attributes', async () => {
      const attributes = { mode: 'floating', title: 'Say "hi" & <b>go</b>', theme: 'dark', site: 'other' };
      const words = `mode="floating" title='Say "hi" & <b>go</b>' theme="dark" site="other"`;
      await publish(
        'both',
        `${chatBlock(attributes)}<!-- wp:shortcode -->[parlour_chat ${words}]<!-- /wp:shortcode -->`,
      );
      const [block, shortcode] = await chatsOf('both');
      expect(block).to.include('mode="floating"').and.equal(shortcode);
    });

    it('puts a box around itself only where it was given a width or a name', async () => {
      await publish('wide', chatBlock({ align: 'wide', anchor: 'talk' }));
      expect(await visitor.html('/wide/')).to.match(
        /<div (?=[^>]*id="talk")(?=[^>]*class="[^"]*alignwide)[^>]*><parlour-chat /,
      );
    });

    it('runs no shortcode that somebody wrote into its texts', async () => {
      await publish('nested', chatBlock({ greeting: 'See [parlour_chat title=inner]' }));
      const [only, ...others] = await chatsOf('nested');
      expect(only).to.include('See &#091;parlour_chat');
      expect(others).to.deep.equal([]);
    });

    describe('in the editor', () => {
      let editor: Editor;

      before(async () => {
        editor = await openEditor(page, wordpress, await publish('landing', ''));
      });

      it('is found by its words', async () => {
        await page.getByRole('button', { name: 'Block Inserter', exact: true }).click();
        await page.getByRole('searchbox').fill('chatbot');
        await page.getByRole('option', { name: 'Parlour chat button' }).click();
        expect(await editor.firstAttributes()).to.include({ mode: 'floating' });
      });

      it('is made out of a pasted shortcode', async () => {
        expect(await editor.fromPasted('[parlour_chat mode="floating" theme="dark"]')).to.deep.equal([
          { name: 'parlour/chat', mode: 'floating', theme: 'dark' },
        ]);
      });

      it('becomes a shortcode and a block again, without losing a word', async () => {
        const title = 'A "b" [c] & <d>';
        const texts = { title, greeting: "It's [parlour_chat] 100%", height: '80vh', accent: '#aa3300' };
        await editor.fill(chatBlock(texts));
        await editor.transformFirst('core/shortcode');
        await editor.transformFirst('parlour/chat');
        expect(await editor.firstAttributes()).to.include({ mode: 'inline', ...texts });
      });

      it('says at once what the page would not show', async () => {
        await editor.fill(chatBlock({ height: 'tall' }));
        await page.getByRole('button', { name: 'Look' }).click();
        await page.getByText('This is not a height').waitFor();
      });

      it('is made out of a shortcode, changed beside the page, saved and shown', async () => {
        const shortcode = '[parlour_chat title="Ask &#091;us&#093; &quot;now&quot;" height=500]';
        await editor.fill(`<!-- wp:shortcode -->${shortcode}<!-- /wp:shortcode -->`);
        await editor.transformFirst('parlour/chat');
        const chat = editor.canvas.locator('[data-type="parlour/chat"]');
        await shows(chat, 'Ask [us] "now"');

        await page.getByLabel('Heading').fill('Talk to us');
        await page.getByLabel('Floating button').check();
        await chat.getByText('Chat button: Talk to us').waitFor();
        const asked = backend.requests.length;
        await editor.save();
        expect(await chatsOf('landing')).to.deep.equal([
          '<parlour-chat site="demo" mode="floating" title="Talk to us"></parlour-chat>',
        ]);
        expect(backend.requests.length, 'the editor asks the backend for nothing').to.equal(asked);
      });
    });
  });

  describe('in German', () => {
    let editor: Editor;

    before(async () => {
      // WordPress takes only languages it has files of; its own texts stay English here.
      const languages = join(wordpress.dir, 'wp-content/languages');
      mkdirSync(languages, { recursive: true });
      writeFileSync(join(languages, 'de_DE.l10n.php'), "<?php return array( 'messages' => array() );");
      await wordpress.wp('option', 'update', 'WPLANG', 'de_DE');
      editor = await openEditor(page, wordpress, await publish('deutsch', chatBlock({ mode: 'floating' })));
    });

    it('speaks in the editor', async () => {
      const chat = editor.canvas.locator('[data-type="parlour/chat"]');
      await shows(chat, 'Chat-Schaltfläche');
      await editor.selectFirst();
      await page.getByLabel('Schwebende Schaltfläche').waitFor();
      expect(await editor.titleOf('parlour/chat')).to.equal('Parlour-Chat');
    });

    it('speaks on the settings page and on pages', async () => {
      await page.goto(`${wordpress.url}/wp-admin/options-general.php?page=parlour`);
      expect(await page.locator('.wrap').textContent())
        .to.include('Verbindung prüfen')
        .and.not.include('Check the connection');
      await publish('rahmen', '[parlour_chat mode="iframe"]');
      await wordpress.wp('parlour', 'disconnect');
      await page.goto(`${wordpress.url}/rahmen/`);
      await page.getByText('sobald Parlour verbunden ist').waitFor();
    });
  });

  describe('after all that', () => {
    it('left nothing in debug.log', () => {
      expect(wordpress.debugLog()).to.equal('');
    });
  });
});
