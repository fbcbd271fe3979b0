import { expect } from 'chai';
import { seriousFindings } from '../support/axe.ts';
import { type ChatPage, Rig } from './support/chat-page.ts';
import { defaultConfig } from './support/default-config.ts';

const ARABIC = 'مرحبًا، أريد موعدًا';

/** How far a bubble stands from the left and the right edge of the chat, in px. */
async function gaps(chat: ChatPage, bubble: string): Promise<{ left: number; right: number }> {
  const frame = (await chat.dialog.boundingBox())!;
  const box = (await chat.page.locator(`.bubble.${bubble}`).first().boundingBox())!;
  return { left: box.x - frame.x, right: frame.x + frame.width - box.x - box.width };
}

describe('the languages of the widget', () => {
  let rig: Rig;

  before(async () => {
    rig = await Rig.start();
  });
  after(() => rig.stop());
  beforeEach(() => {
    rig.api.conversations.clear();
    rig.api.asked.length = 0;
    rig.api.config = structuredClone(defaultConfig);
    rig.api.reply = (text) => ({ text: `You said: ${text}` });
  });

  /** The chat's element on a page in this language, and the names of the buttons of closed and open chat. */
  async function spoken(site: string, lang: string, attributes = ''): Promise<[string, string, string[]]> {
    rig.api.config.locale = site;
    const body = ({ url }: { url: string }) =>
      `<parlour-chat site="demo" ${attributes}></parlour-chat><script type="module" src="${url}/widget.js"></script>`;
    const chat = await rig.visit({ body, lang });
    const files: string[] = [];
    chat.page.on('request', (request) => files.push(request.url().replace(rig.api.url, '')));
    const button = chat.page.locator('parlour-chat').getByRole('button');
    await button.waitFor();
    const closed = (await button.getAttribute('aria-label'))!;
    await button.click();
    const field = chat.page.getByRole('textbox');
    await field.waitFor();
    const placeholder = (await field.getAttribute('placeholder'))!;
    await chat.close();
    return [closed, placeholder, files.filter((file) => file.startsWith('/widget/'))];
  }

  it('are the one the page asks for, else the site’s, else the page’s own, else English; each is one file', async () => {
    const german = ['Chat öffnen', 'Nachricht schreiben'];
    for (const [site, page, attributes, words, language] of [
      ['de', 'fr', '', german, 'de'],
      ['fr', 'en', 'lang="DE-at"', german, 'de'],
      ['', 'de-CH', '', german, 'de'],
      ['pl', 'de', '', ['Open chat', 'Write a message'], 'en'],
    ] as const) {
      const [closed, placeholder, files] = await spoken(site, page, attributes);
      expect([closed, placeholder]).to.deep.equal(words);
      expect(files.map((file) => file.replace(/\w+-/, ''))).to.deep.equal([`/widget/${language}.js`]);
    }
    // The last two may not have been asked for yet when the page is closed.
    expect(['/sites/demo', '/sessions', '/session/events', '/session']).to.include.members(
      rig.api.asked.map(({ path }) => path),
    );
  });

  it('are Arabic from right to left, without leaving the corner or the screen', async () => {
    Object.assign(rig.api.config, { locale: 'ar', greeting: 'مرحبًا، كيف نساعدك؟', launcherText: 'أسئلة؟' });
    for (const viewport of [
      { width: 390, height: 780 },
      { width: 1280, height: 800 },
    ]) {
      const chat = await rig.visit({ lang: 'ar' }, { viewport, reducedMotion: 'reduce' });
      const launcher = chat.page.getByRole('button', { name: 'فتح محادثة' });
      const corner = (await launcher.boundingBox())!;
      expect(viewport.width - corner.x - corner.width, 'from the right edge').to.equal(20);
      await launcher.click();
      await chat.page.getByRole('textbox').fill(ARABIC);
      await chat.page.getByRole('button', { name: 'إرسال' }).click();
      await chat.hears(`You said: ${ARABIC}`);
      const own = await gaps(chat, 'visitor');
      const theirs = await gaps(chat, 'assistant');
      expect(own.left).to.be.lessThan(40);
      expect(theirs.right).to.be.lessThan(40);
      const directions = await chat.page
        .locator('.bubble > *')
        .evaluateAll((all) => all.map((text) => getComputedStyle(text).direction));
      expect(directions).to.deep.equal(['rtl', 'rtl', 'ltr']);
      const wide = await chat.dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(wide).to.equal(0);
      expect(await seriousFindings(chat.page)).to.deep.equal([]);
      await chat.close();
    }
  });

  it('change the words, and not the side a message stands on', async () => {
    const chat = await rig.visit();
    await chat.open();
    await chat.say(ARABIC);
    await chat.hears(`You said: ${ARABIC}`);
    const bubble = chat.page.locator('.bubble.visitor');
    const look = await bubble.evaluate((shape) => [
      getComputedStyle(shape).borderBottomRightRadius,
      getComputedStyle(shape.firstElementChild!).direction,
    ]);
    expect(look).to.deep.equal(['4px', 'rtl']);
    await chat.field.fill('x'.repeat(3999));
    await chat.page.getByText('1 character left', { exact: true }).waitFor();
    await chat.field.fill('x'.repeat(3998));
    await chat.page.getByText('2 characters left', { exact: true }).waitFor();
    await chat.close();
  });
});
