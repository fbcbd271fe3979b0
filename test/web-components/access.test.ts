import { expect } from 'chai';
import { seriousFindings } from '../support/axe.ts';
import { gate } from '../support/gate.ts';
import { until } from '../support/until.ts';
import { Rig } from './support/chat-page.ts';
import { defaultConfig } from './support/default-config.ts';

describe('the widget for everyone', () => {
  let rig: Rig;

  before(async () => {
    rig = await Rig.start();
  });
  after(() => rig.stop());
  beforeEach(() => {
    rig.api.conversations.clear();
    rig.api.config = structuredClone(defaultConfig);
    rig.api.reply = (text) => ({ text: `You said: ${text}`, choices: ['Yes', 'No'], completed: true });
  });

  for (const theme of ['light', 'dark'] as const)
    for (const accent of ['#0d655f', '#ffd400', '#8a8a8a']) {
      const only = theme === 'light' && accent === '#0d655f' ? undefined : 'colours';
      it(`has no serious finding of axe-core, ${theme}, with accent ${accent}`, async () => {
        Object.assign(rig.api.config, { theme, accent, launcherText: 'Questions?' });
        const chat = await rig.visit({}, { colorScheme: theme, reducedMotion: 'reduce' });
        await chat.launcher.waitFor();
        expect(await seriousFindings(chat.page, only)).to.deep.equal([]);
        await chat.open();
        await rig.live(chat);
        rig.api.failNext('POST', '/session/messages', { status: 422 });
        await chat.say('This one fails');
        await chat.page.getByText('Try again').waitFor();
        await chat.say('Hello, see https://example.com');
        await chat.page.getByText('How was this chat?').waitFor();
        rig.api.staffSays('A person says hello');
        await chat.hears('A person says hello');
        await chat.page.getByRole('button', { name: 'More' }).click();
        expect(await seriousFindings(chat.page, only)).to.deep.equal([]);
        await chat.page.getByRole('button', { name: 'Leave your details' }).click();
        await chat.page.getByLabel('Name').waitFor();
        expect(await seriousFindings(chat.page, only)).to.deep.equal([]);
        await chat.close();
      });
    }

  it('takes the focus in, and brings it back', async () => {
    const chat = await rig.visit();
    await chat.launcher.focus();
    await chat.page.keyboard.press('Enter');
    await until(() => chat.field.evaluate((field) => field.matches(':focus')), 'the focus in the field');
    await chat.page.keyboard.press('Shift+Tab');
    await chat.page.keyboard.press('Shift+Tab');
    await chat.page.getByRole('button', { name: 'More' }).press('Enter');
    await chat.page.keyboard.press('Escape');
    expect(await chat.page.getByRole('button', { name: 'Start over' }).count()).to.equal(0);
    expect(await chat.dialog.count()).to.equal(1);
    await chat.page.keyboard.press('Escape');
    await until(
      () => chat.launcher.evaluate((button) => button.matches(':focus')),
      'the focus on the button',
    );
    expect(await chat.dialog.count()).to.equal(0);
  });

  it('fills a phone, keeps the page behind still, and zooms nothing', async () => {
    const chat = await rig.visit(
      {},
      { viewport: { width: 390, height: 700 }, isMobile: true, hasTouch: true, reducedMotion: 'reduce' },
    );
    await chat.page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('div'), { style: 'height:3000px' })),
    );
    await chat.launcher.tap();
    await chat.field.waitFor();
    expect(await chat.dialog.boundingBox()).to.deep.equal({ x: 0, y: 0, width: 390, height: 700 });
    expect(await chat.dialog.evaluate((dialog) => dialog.matches(':modal'))).to.equal(true);
    expect(await chat.page.evaluate(() => getComputedStyle(document.documentElement).overflow)).to.equal(
      'hidden',
    );
    expect(await chat.field.evaluate((field) => getComputedStyle(field).fontSize)).to.equal('16px');
    const sendBox = (await chat.page.getByRole('button', { name: 'Send' }).boundingBox())!;
    expect(sendBox.y + sendBox.height).to.be.lessThan(700);
    await chat.page.getByRole('button', { name: 'Close chat' }).tap();
    expect(await chat.page.evaluate(() => getComputedStyle(document.documentElement).overflow)).to.equal(
      'visible',
    );
    await chat.close();
  });

  it('stays whole where somebody makes everything larger while it is open', async () => {
    const chat = await rig.visit();
    await chat.open();
    // What a page of 1280 px is at 400 %.
    await chat.page.setViewportSize({ width: 320, height: 256 });
    const { x, width } = (await chat.dialog.boundingBox())!;
    expect(x).to.be.at.least(0);
    expect(x + width).to.be.at.most(320);
    await chat.close();
  });

  it('moves nothing for those who asked for that', async () => {
    const answer = gate();
    rig.api.reply = () => answer.wait.then(() => ({ text: 'Done' }));
    const chat = await rig.visit({}, { reducedMotion: 'reduce' });
    await chat.open();
    await chat.say('Hello');
    await chat.page.getByRole('img', { name: 'Assistant is typing' }).waitFor();
    expect(await chat.page.evaluate(() => document.getAnimations().length)).to.equal(0);
    answer.open();
    await chat.hears('Done');
    await chat.close();
  });
});
