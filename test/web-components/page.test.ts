import { expect } from 'chai';
import type { StartSession } from '../../backend/visitor/schema.ts';
import { until } from '../support/until.ts';
import { Rig } from './support/chat-page.ts';
import { defaultConfig } from './support/default-config.ts';

/** What a hostile or careless page may do to everything in it. */
const HOSTILE = `<style>
  * { all: unset !important; color: red !important; font: 40px cursive !important; display: inline !important; }
  body, body *, parlour-chat { transform: rotate(3deg) !important; opacity: 0.1 !important; visibility: hidden !important; }
  button, textarea, dialog { display: none !important; }
  html { font-size: 3px; }
</style>`;

const XSS = [
  '<script>document.title="owned"</script>',
  '<img src=x onerror="document.title=\'owned\'">',
  '<svg onload=document.title="owned">',
  'javascript:document.title="owned"',
  '"><iframe srcdoc="<script>parent.document.title=1</script>">',
  '[link](javascript:alert(1)) ![img](https://evil.example/pixel.png)',
  '{{constructor.constructor("document.title=1")()}}',
  'https://example.com/"onmouseover="document.title=\'owned\'',
];

describe('the widget on a page', () => {
  let rig: Rig;

  before(async () => {
    rig = await Rig.start();
  });
  after(() => rig.stop());
  beforeEach(() => {
    rig.api.config = structuredClone(defaultConfig);
    rig.api.asked.length = 0;
    rig.api.reply = (text) => ({ text: `You said: ${text}` });
  });

  it('asks for two things before it is opened, and shifts nothing', async () => {
    const chat = await rig.visit(
      {
        head: '<script>window.shifts = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; }).observe({ type: "layout-shift", buffered: true });</script>',
      },
      // Whoever wants less motion would see less of what could shift.
      { reducedMotion: 'no-preference' },
    );
    const requests: string[] = [];
    chat.page.on('request', (request) => requests.push(request.url()));
    await chat.page.reload();
    await chat.launcher.waitFor();
    const toBackend = requests.filter((url) => url.startsWith(rig.api.url));
    expect(toBackend.map((url) => url.slice(rig.api.url.length))).to.deep.equal([
      '/widget.js',
      '/api/v1/visitor/sites/demo',
    ]);
    expect(requests.every((url) => url.startsWith(rig.api.url) || url.startsWith(rig.siteUrl))).to.equal(
      true,
    );
    await chat.open();
    expect(await chat.page.evaluate(() => (window as unknown as { shifts: number }).shifts)).to.equal(0);
    await chat.close();
  });

  it('works under a strict policy and under hostile styles, and leaks none of its own', async () => {
    const violations: string[] = [];
    const chat = await rig.visit({
      csp: (api) =>
        `default-src 'none'; script-src ${api.url}; connect-src ${api.url}; style-src 'self' 'sha256-nothing'; require-trusted-types-for 'script'; trusted-types lit-html`,
    });
    chat.page.on('console', (message) => {
      if (/Content.Security|Trusted/i.test(message.text())) violations.push(message.text());
    });
    await chat.page.reload();
    await chat.open();
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    expect(violations).to.deep.equal([]);
    await chat.close();

    const messy = await rig.visit({ head: HOSTILE });
    await messy.open();
    await messy.say('Hello');
    await messy.hears('You said: Hello');
    const box = (await messy.dialog.boundingBox())!;
    expect(Math.round(box.width)).to.equal(380);
    const looks = await messy.dialog.evaluate((dialog) => {
      const { color, fontSize, opacity, visibility } = getComputedStyle(dialog);
      return { color, fontSize, opacity, visibility };
    });
    expect(looks).to.deep.equal({
      color: 'rgb(38, 34, 29)',
      fontSize: '16px',
      opacity: '1',
      visibility: 'visible',
    });
    expect(await messy.page.evaluate(() => document.querySelectorAll('style').length)).to.equal(1);
    await messy.close();
  });

  it('keeps keys and wheel from a page that takes both for itself', async () => {
    const chat = await rig.visit({
      head: `<script>
        for (const type of ['keydown', 'keypress', 'keyup', 'wheel'])
          addEventListener(type, (event) => event.preventDefault(), { passive: false });
      </script>`,
    });
    rig.api.reply = () => ({ text: 'A line\n'.repeat(80) });
    await chat.open();
    await chat.field.pressSequentially('a b');
    expect(await chat.field.inputValue()).to.equal('a b');
    await chat.field.press('Enter');
    const scroller = chat.page.locator('.scroller');
    await until(() => scroller.evaluate((element) => element.scrollTop > 500), 'the long answer');
    await scroller.hover();
    // It follows an answer that is still being written; once the wheel went up it does not.
    await until(async () => {
      await chat.page.mouse.wheel(0, -200);
      return scroller.evaluate((e) => e.scrollHeight - e.scrollTop - e.clientHeight > 100);
    }, 'scrolled up');
    await chat.close();
  });

  it('shows whatever is written as text', async () => {
    rig.api.reply = (text) => ({ text });
    const chat = await rig.visit();
    const outside: string[] = [];
    chat.page.on('request', (request) => {
      if (!request.url().startsWith(rig.api.url)) outside.push(request.url());
    });
    await chat.open();
    for (const [index, text] of XSS.entries()) {
      await chat.say(text);
      await until(async () => (await chat.texts()).length === 3 + index * 2, `the answer to ${text}`);
    }
    const texts = await chat.texts();
    for (const text of XSS) expect(texts.filter((shown) => shown === text)).to.have.length(2);
    const inside = await chat.page
      .locator('[role=log] :is(script, img, iframe, [onerror], [onload])')
      .count();
    expect(inside).to.equal(0);
    const links = await chat.page
      .locator('[role=log] a')
      .evaluateAll((all) =>
        all.map(
          (link) =>
            `${(link as HTMLAnchorElement).protocol} ${(link as HTMLAnchorElement).rel} ${(link as HTMLAnchorElement).target}`,
        ),
      );
    expect(new Set(links)).to.deep.equal(new Set(['https: noopener noreferrer nofollow _blank']));
    expect(await chat.page.title()).to.equal('Landing');
    expect(outside).to.deep.equal([]);
    await chat.close();
  });

  it('tells the page’s title as far as there is room, and no half of a character', async () => {
    const title = `${'x'.repeat(299)}😀`;
    const chat = await rig.visit({ head: `<script>document.title = '${title}';</script>` });
    await chat.open();
    await until(() => rig.api.asked.some(({ path }) => path === '/sessions'), 'the start');
    const start = rig.api.asked.find(({ path }) => path === '/sessions')!.body as StartSession;
    expect(start.page.title).to.equal('x'.repeat(299));
    await chat.close();
  });

  it('draws nothing and asks nothing where its media query does not match', async () => {
    const body = ({ url }: { url: string }) =>
      `<parlour-chat site="demo" media="(max-width: 600px)"></parlour-chat><script type="module" src="${url}/widget.js"></script>`;
    const wide = await rig.visit({ body });
    await wide.page.waitForFunction(() => customElements.get('parlour-chat'));
    expect(await wide.page.evaluate(() => document.querySelector('parlour-chat')!.shadowRoot)).to.equal(null);
    expect(rig.api.asked).to.deep.equal([]);
    await wide.close();
    const phone = await rig.visit({ body }, { viewport: { width: 390, height: 800 } });
    await phone.launcher.waitFor();
    await phone.close();
  });

  it('shows its messages inline where nothing says how high it is', async () => {
    const chat = await rig.visit({
      body: (api) =>
        `<parlour-chat site="demo" mode="inline"></parlour-chat><script type="module" src="${api.url}/widget.js"></script>`,
    });
    await chat.hears('Hello. How can we help you?');
    const heightOf = async (part: string) => (await chat.page.locator(part).first().boundingBox())!.height;
    expect(await heightOf('parlour-panel .frame')).to.equal(await heightOf('parlour-chat'));
    expect(await heightOf('parlour-chat')).to.be.above(300);
    await chat.close();
  });

  it('stands inline where it is put, without taking the focus or starting anything', async () => {
    const chat = await rig.visit({
      body: (api) =>
        `<div style="height: 2000px">Much above</div><parlour-chat site="demo" mode="inline" height="500"></parlour-chat><script type="module" src="${api.url}/widget.js"></script>`,
    });
    const asked = () => rig.api.asked.map(({ path }) => path);
    await until(() => asked().includes('/sites/demo'), 'the settings');
    expect(await chat.page.locator('parlour-panel').count()).to.equal(0);
    await chat.page.locator('parlour-chat').scrollIntoViewIfNeeded();
    await chat.field.waitFor();
    await chat.hears('Hello. How can we help you?');
    expect((await chat.page.locator('parlour-chat').boundingBox())!.height).to.equal(500);
    expect(await chat.page.evaluate(() => document.activeElement?.localName)).to.equal('body');
    expect(asked()).to.not.include('/sessions');
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    await chat.close();
  });

  it('shows a bubble that stays away once it is dismissed', async () => {
    rig.api.config.launcherText = 'Questions about your office?';
    const chat = await rig.visit();
    const bubble = chat.page.getByRole('button', { name: 'Questions about your office?' });
    await bubble.waitFor();
    await chat.page.getByRole('button', { name: 'Dismiss' }).click();
    await bubble.waitFor({ state: 'detached' });
    await chat.page.reload();
    await chat.launcher.waitFor();
    expect(await bubble.count()).to.equal(0);
    await chat.close();
  });

  it('opens by itself after a while, without taking the focus', async () => {
    rig.api.config.openAfterSeconds = 0;
    const chat = await rig.visit();
    await chat.field.waitFor();
    expect(await chat.page.evaluate(() => document.activeElement?.localName)).to.equal('body');
    await chat.page.getByRole('button', { name: 'Close chat' }).click();
    await chat.page.reload();
    await chat.launcher.waitFor();
    expect(await chat.dialog.count()).to.equal(0);
    await chat.close();
  });

  it('can be opened, spoken through and begun anew by the page, in its own words', async () => {
    const chat = await rig.visit({
      body: (api) =>
        `<parlour-chat site="demo" title="Frag uns" texts='{"placeholder": "Schreib uns"}'></parlour-chat><script type="module" src="${api.url}/widget.js"></script>`,
    });
    await chat.launcher.waitFor();
    await chat.page.evaluate(async () => {
      const element = document.querySelector('parlour-chat')!;
      await element.open();
      await element.send('From the page');
    });
    await chat.hears('You said: From the page');
    await chat.page.getByRole('dialog', { name: 'Frag uns' }).getByPlaceholder('Schreib uns').waitFor();
    const element = chat.page.locator('parlour-chat');
    expect(await element.getAttribute('title'), 'no tooltip over the chat').to.equal('');
    await element.evaluate((chat) => chat.setAttribute('title', 'Noch Fragen?'));
    await chat.page.getByRole('dialog', { name: 'Noch Fragen?' }).waitFor();
    expect(await element.getAttribute('title')).to.equal('');
    await chat.page.evaluate(() => document.querySelector('parlour-chat')!.startOver());
    await until(async () => (await chat.texts()).length === 1, 'an empty conversation');
    await chat.close();
  });

  it('lives without storage, and once closed does not open by itself there either', async () => {
    rig.api.config.openAfterSeconds = 77;
    const chat = await rig.visit({
      head: `<script>
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
        const later = setTimeout;
        setTimeout = (act, ms) => (ms === 77_000 ? (window.opens = act) : later(act, ms));
      </script>`,
    });
    await chat.open();
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    await chat.page.getByRole('button', { name: 'Close chat' }).click();
    await chat.page.evaluate('opens()');
    expect(await chat.page.locator('parlour-chat').getAttribute('open')).to.equal(null);
    await chat.close();
  });
});
