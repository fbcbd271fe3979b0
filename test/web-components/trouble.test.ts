import { expect } from 'chai';
import { until } from '../support/until.ts';
import { type ChatPage, Rig } from './support/chat-page.ts';

describe('the widget in bad weather', () => {
  let rig: Rig;
  let chat: ChatPage;

  before(async () => {
    rig = await Rig.start();
  });
  after(() => rig.stop());
  beforeEach(async () => {
    rig.api.conversations.clear();
    rig.api.asked.length = 0;
    rig.api.reply = (text) => ({ text: `You said: ${text}` });
    chat = await rig.visit();
    await chat.open();
  });
  afterEach(() => chat.close());

  const sent = () =>
    rig.api.asked.filter(({ path }) => path === '/session/messages').map(({ body }) => body.id);
  const stored = () =>
    rig.api.latest.messages.filter(({ role }) => role === 'visitor').map(({ text }) => text);

  it('sends a lost message again by itself, under the same id', async () => {
    rig.api.failNext('POST', '/session/messages', 'cut');
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    expect(new Set(sent()).size).to.equal(1);
    expect(sent().length).to.be.greaterThan(1);
    expect(stored()).to.deep.equal(['Hello']);
  });

  it('asks again for an answer that broke off, and stores nothing twice', async () => {
    let first = true;
    rig.api.reply = (text) => {
      const breaks = first ? ('cut' as const) : undefined;
      first = false;
      return { text: `You said: ${text}`, breaks };
    };
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    expect(stored()).to.deep.equal(['Hello']);
    expect(new Set(sent()).size).to.equal(1);
  });

  it('says beside the message that it was not sent, and sends it when asked to', async () => {
    await rig.live(chat);
    for (let n = 0; n < 4; n++) rig.api.failNext('POST', '/session/messages', { status: 503, retryAfter: 1 });
    await chat.say('Hello');
    await chat.page.getByText('That did not work just now.').waitFor();
    expect(stored()).to.deep.equal([]);
    await chat.page.getByRole('button', { name: 'Try again' }).click();
    await chat.hears('You said: Hello');
    expect(new Set(sent()).size).to.equal(1);
    await chat.page.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' });
  });

  it('tells how long to wait when it was too fast', async () => {
    await rig.live(chat);
    rig.api.failNext('POST', '/session/messages', { status: 429, retryAfter: 12 });
    await chat.say('Hello');
    await chat.page.getByText('Try again in 12 seconds.').waitFor();
    expect(sent()).to.have.length(1);
  });

  it('says why where not even a conversation can be started, and waits as long as it is told', async () => {
    const other = await rig.visit();
    await until(() => rig.api.latest?.streams.size === 1, 'the first visitor’s conversation');
    // One for opening the chat, one for what is said.
    for (let n = 0; n < 2; n++) rig.api.failNext('POST', '/sessions', { status: 429, retryAfter: 12 });
    await other.open();
    await other.say('Hello');
    await other.page.getByText('Try again in 12 seconds.').waitFor();
    await other.page.getByRole('button', { name: 'Try again' }).click();
    await other.hears('You said: Hello');
    await other.close();
  });

  it('offers to leave details when the answer does not come', async () => {
    rig.api.reply = (text) => ({ text: `You said: ${text}`, breaks: 'error' });
    await chat.say('Hello');
    await chat.page.getByText('The answer did not come through.').waitFor({ timeout: 15_000 });
    await chat.page.getByRole('button', { name: 'Leave your details' }).waitFor();
    rig.api.reply = () => ({ text: 'Here I am' });
    await chat.page.getByRole('button', { name: 'Try again' }).click();
    await chat.hears('Here I am');
    expect(stored()).to.deep.equal(['Hello']);
  });

  it('says that it is offline, keeps what is written, and heals by itself', async () => {
    await chat.context.setOffline(true);
    await chat.page.getByText('You seem to be offline.').waitFor();
    await chat.say('Written offline');
    await chat.context.setOffline(false);
    await chat.hears('You said: Written offline');
    await chat.page.getByText('You seem to be offline.').waitFor({ state: 'detached' });
    expect(stored()).to.deep.equal(['Written offline']);
  });

  it('believes an answer more than the browser, which may know no network but reach the backend', async () => {
    const other = await rig.visit({
      head: '<script>Object.defineProperty(navigator, "onLine", { get: () => false });</script>',
    });
    await other.open();
    await other.say('Hello');
    await other.hears('You said: Hello');
    await other.close();
  });

  it('catches up after its connection was cut', async () => {
    await until(() => rig.api.latest?.streams.size === 1, 'the live events');
    rig.api.cutStreams();
    rig.api.staffSays('Said while nobody listened');
    await chat.hears('Said while nobody listened');
  });

  it('quietly begins anew when the conversation is no longer known', async () => {
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    rig.api.forget();
    await chat.say('Still here');
    await chat.hears('You said: Still here');
    expect(stored()).to.deep.equal(['Still here']);
    expect(await chat.texts()).to.not.include('Hello');
  });

  it('says plainly that it is not switched on here, and tells the page', async () => {
    const other = await rig.visit();
    await other.page.evaluate(() =>
      document.addEventListener('parlour-error', (event) =>
        Object.assign(window, { told: (event as CustomEvent).detail.id }),
      ),
    );
    rig.api.failNext('POST', '/sessions', { status: 403, id: 'origin_not_allowed' });
    await other.open();
    await other.page.getByText('This chat is not switched on for this website.').waitFor();
    expect(await other.page.evaluate(() => (window as unknown as { told: string }).told)).to.equal(
      'origin_not_allowed',
    );
    await other.say('Is it now?');
    await other.hears('You said: Is it now?');
    await other.page.getByText('This chat is not switched on').waitFor({ state: 'detached' });
    await other.close();
  });

  it('draws the button even when the settings cannot be had, and recovers', async () => {
    for (let n = 0; n < 3; n++) rig.api.failNext('GET', '/sites/demo', { status: 503 });
    const other = await rig.visit();
    await other.launcher.click();
    await other.page.getByText('That did not work just now.').waitFor();
    const frame = other.page.locator('[part=frame]');
    expect(await frame.evaluate((node) => getComputedStyle(node).backgroundColor)).to.equal(
      'rgb(255, 254, 251)',
    );
    await other.page.getByRole('button', { name: 'Try again' }).click();
    await other.hears('Hello. How can we help you?');
    await other.say('Hello');
    await other.hears('You said: Hello');
    await other.close();
  });
});
