/**
 * The real widget on a real page, after what optimisers do to scripts, and with a backend that is stopped, silent or
 * talks nonsense. The pages are WordPress's own, changed on their way to the browser as those plugins change them.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { connectCode } from './fake-backend.ts';

const WEB = resolve('dist/web');
const SCRIPT = /<script\b[^>]*id="parlour-widget-js"[^>]*>(.*?)<\/script>/s;

/** Errors that a change causes elsewhere: the planted one, and WordPress's own module without its type. */
const NOT_OURS = ['broken neighbour', 'Cannot use import statement outside a module'];

/** What the script's text is, wherever optimisers put it. */
const textOf = (html: string) => SCRIPT.exec(html)![1]!;
/** Takes the script out, and puts this before the end of the page. */
const atTheEnd = (html: string, tag: string) =>
  html.replace(SCRIPT, '').replace('</body>', () => `${tag}</body>`);
const dataAddress = (code: string) => `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;

const TRANSFORMATIONS: [what: string, change: (html: string) => string][] = [
  ['left alone', (html) => html],
  ['with every type="module" taken away', (html) => html.replace(/ type="module"/g, '')],
  [
    'stripped of every attribute it carries',
    (html) => html.replace(SCRIPT, (_tag, code) => `<script>${code}</script>`),
  ],
  ['turned into a module', (html) => atTheEnd(html, `<script type="module">${textOf(html)}</script>`)],
  [
    'moved to the head, before the chat',
    (html) => html.replace(SCRIPT, '').replace('</head>', () => `<script>${textOf(html)}</script></head>`),
  ],
  [
    'deferred as a data address',
    (html) => atTheEnd(html, `<script defer src="${dataAddress(textOf(html))}"></script>`),
  ],
  [
    'combined with other code, one of it broken',
    (html) =>
      atTheEnd(
        html,
        `<script>window.a=1;${textOf(html)};window.b=2;throw new Error('broken neighbour')</script>`,
      ),
  ],
  ['wrapped in try and catch', (html) => atTheEnd(html, `<script>try{${textOf(html)}}catch(e){}</script>`)],
  [
    'minified',
    (html) =>
      atTheEnd(
        html,
        `<script>${textOf(html)
          .replace(/\/\*.*?\*\//g, '')
          .replace(/;$/, '')}</script>`,
      ),
  ],
  [
    'printed twice, once with another address',
    (html) =>
      atTheEnd(
        html,
        `<script>${textOf(html)}</script><script>${textOf(html).replace('/widget.js', '/widget.js?ver=2')}</script>`,
      ),
  ],
];

/** As WP Rocket, Perfmatters and LiteSpeed do it: the script waits as a strange type until somebody moves. */
const delayed = (html: string) =>
  atTheEnd(
    html,
    `<script type="rocketlazyloadscript">${textOf(html)}</script><script>addEventListener('mousemove',()=>{for(const old of document.querySelectorAll('[type=rocketlazyloadscript]')){const s=document.createElement('script');s.text=old.text;old.replaceWith(s)}},{once:true})</script>`,
  );

type Mood = 'ok' | 'silent' | 'garbage' | 'error';

describe('The chat on pages that optimisers changed', () => {
  let wordpress: WordPress;
  let backend: Server;
  let browser: Browser;
  let original: string;
  let mood: Mood = 'ok';
  let asked = 0;

  before(async () => {
    if (!existsSync(join(WEB, 'widget.js'))) throw new Error('Build the widget first: npm run build');
    backend = createServer((request, response) => {
      asked += 1;
      if (mood === 'silent') return;
      const path = request.url!.split('?')[0]!;
      const kind = path.endsWith('.js') ? 'text/javascript' : 'application/json';
      const headers = { 'content-type': kind, 'access-control-allow-origin': '*' };
      if (mood === 'garbage') return response.writeHead(200, headers).end('<h1>It works {{');
      if (mood === 'error') return response.writeHead(503).end();
      if (kind === 'application/json')
        return response.writeHead(200, headers).end(
          JSON.stringify({
            siteKey: 'demo',
            title: 'Ask us',
            theme: 'light',
            position: 'right',
            accent: '#123456',
          }),
        );
      response.writeHead(200, headers).end(readFileSync(join(WEB, path)));
    });
    await new Promise<void>((done) => backend.listen(0, '127.0.0.1', done));
    const { port } = backend.address() as AddressInfo;
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    await wordpress.wp(
      'eval',
      `Parlour\\connect( '${connectCode(`http://127.0.0.1:${port}`)}' );
      Parlour\\save_placement( array( 'on' => true, 'device' => 'larger' ) );
      wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'chat', 'post_content' => '<p>Words to read</p>' ) );`,
    );
    original = await (await fetch(`${wordpress.url}/chat/`)).text();
    browser = await testBrowser();
  });

  after(async () => {
    await browser?.close();
    backend?.closeAllConnections();
    backend?.close();
    await wordpress?.stop();
  });

  /**
   * Keeps the page as a file, changed, as page caches do, and opens it; `look` waits for what should be there. No error
   * of ours may reach the page.
   */
  async function visit(
    change: (html: string) => string,
    look: (page: Page) => Promise<unknown>,
    viewport = { width: 1280, height: 800 },
  ) {
    writeFileSync(join(wordpress.dir, 'kept.html'), change(original));
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    try {
      await page.goto(`${wordpress.url}/kept.html`, { waitUntil: 'load' });
      await look(page);
      expect(errors.filter((error) => !NOT_OURS.includes(error))).to.deep.equal([]);
    } finally {
      await context.close();
    }
  }
  const launcher = (page: Page) => page.locator('parlour-chat').getByRole('button', { name: 'Open chat' });

  for (const [what, change] of TRANSFORMATIONS)
    it(`works with its script ${what}`, () =>
      visit(change, async (page) => {
        await launcher(page).waitFor();
        expect(await launcher(page).count()).to.equal(1);
      }));

  it('works with its script delayed until somebody moves', async () => {
    const before = asked;
    await visit(delayed, async (page) => {
      expect(asked).to.equal(before);
      await page.mouse.move(50, 50);
      await launcher(page).waitFor();
    });
  });

  it('is not drawn on a screen that the rules leave out', () =>
    visit(
      (html) => html,
      async (page) => {
        await page.evaluate(() => customElements.whenDefined('parlour-chat'));
        expect(await launcher(page).count()).to.equal(0);
        expect(await page.evaluate(() => document.querySelector('parlour-chat')!.shadowRoot)).to.equal(null);
      },
      { width: 390, height: 800 },
    ));

  // `visit` waits for the page's load event, which a script tag would hold up.
  for (const trouble of ['silent', 'garbage', 'error'] as const)
    it(`leaves the page alone when the backend is ${trouble}`, async () => {
      mood = trouble;
      const before = asked;
      try {
        await visit(
          (html) => html,
          async (page) => {
            await until(() => asked > before, 'a question to the backend');
            expect(await page.getByText('Words to read').isVisible()).to.equal(true);
            expect(await launcher(page).count()).to.equal(0);
          },
        );
      } finally {
        mood = 'ok';
        backend.closeAllConnections();
      }
    });

  it('leaves the page alone when the backend is stopped (promise 25)', () =>
    visit(
      (html) => html.replace(/http:\/\/127\.0\.0\.1:\d+\/widget\.js/, 'http://127.0.0.1:9/widget.js'),
      (page) => page.getByText('Words to read').waitFor(),
    ));

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
