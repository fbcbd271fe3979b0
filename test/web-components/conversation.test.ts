import { expect } from 'chai';
import { gate } from '../support/gate.ts';
import { until } from '../support/until.ts';
import { type ChatPage, Rig } from './support/chat-page.ts';

describe('the widget keeps a conversation', () => {
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
    rig.api.betweenDeltas = async () => {};
    chat = await rig.visit();
  });
  afterEach(() => chat.close());

  it('talks, and starts a session only when it is opened', async () => {
    await chat.launcher.waitFor();
    expect(rig.api.conversations.size).to.equal(0);
    await chat.open();
    await chat.say('Hello there');
    await chat.hears('You said: Hello there');
    expect(await chat.texts()).to.deep.equal([
      'Hello. How can we help you?',
      'Hello there',
      'You said: Hello there',
    ]);
    const start = rig.api.asked.find(({ path }) => path === '/sessions')!.body;
    expect(start).to.have.nested.property('page.title', 'Landing');
    expect(start)
      .to.have.property('visitorId')
      .that.matches(/^[0-9a-f-]{36}$/);
  });

  it('keeps it over reload and navigation, with no personal details in storage', async () => {
    await chat.open();
    await chat.say('I am Ana, ana@acme.com');
    await chat.hears('You said: I am Ana, ana@acme.com');
    await chat.page.reload();
    await chat.open();
    await chat.hears('You said: I am Ana, ana@acme.com');
    await chat.page.goto(`${rig.siteUrl}/pricing`);
    await chat.open();
    await chat.hears('You said: I am Ana, ana@acme.com');
    expect(rig.api.conversations.size).to.equal(1);
    const stored = await chat.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(stored).to.include('token').and.not.match(/ana/i);
  });

  it('shows a long conversation to its end', async () => {
    await chat.open();
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    for (let n = 0; n < 500; n++) rig.api.latest.add({ role: 'staff', text: `Line ${n}` });
    await chat.page.reload();
    await chat.open();
    await chat.hears('Line 499');
  });

  it('takes every character as it is, also those that end a line elsewhere', async () => {
    await chat.open();
    await chat.say('One\u2028two');
    await until(async () => (await chat.texts()).includes('You said: One\u2028two'), 'the answer');
    await chat.page.getByRole('img', { name: 'Assistant is typing' }).waitFor({ state: 'detached' });
    expect(rig.api.asked.filter(({ path }) => path === '/session/messages')).to.have.length(1);
  });

  it('keeps to the conversation of now on a page that the browser had put aside', async () => {
    await chat.open();
    await chat.say('Old');
    await chat.hears('You said: Old');
    // What a page in the back/forward cache meets: the store changed, and nobody told it.
    await chat.page.evaluate(async (url) => {
      const answer = await fetch(`${url}/api/v1/visitor/sessions`, {
        method: 'POST',
        body: JSON.stringify({ siteKey: 'demo', page: { url: location.href } }),
      });
      const { token } = await answer.json();
      const kept = JSON.parse(localStorage['parlour:demo']);
      localStorage['parlour:demo'] = JSON.stringify({ ...kept, token, last: 0, seen: 0 });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, rig.api.url);
    await chat.say('New');
    await chat.hears('You said: New');
    expect(await chat.texts()).to.not.include('Old');
    expect(rig.api.latest.messages.map(({ text }) => text)).to.include('New');
  });

  it('takes nothing that waited into a new conversation', async () => {
    await chat.open();
    await until(() => rig.api.latest?.streams.size === 1, 'the live events');
    const way = gate();
    let isOnItsWay = false;
    await chat.page.route('**/session/messages', async (route) => {
      isOnItsWay = true;
      await way.wait;
      await route.fallback();
    });
    await chat.context.setOffline(true);
    await chat.page.getByText('You seem to be offline.').waitFor();
    await chat.say('One');
    await chat.say('Two');
    await chat.context.setOffline(false);
    await until(() => isOnItsWay, 'the first message on its way');
    await chat.page.evaluate(() => document.querySelector('parlour-chat')!.startOver());
    await chat.page.unroute('**/session/messages');
    way.open();
    await chat.say('Three');
    await chat.hears('You said: Three');
    expect(rig.api.latest.messages.map(({ text }) => text)).to.not.include('Two');
  });

  it('shows the same conversation in two tabs, and starts over in both', async () => {
    await chat.open();
    await chat.say('One');
    await chat.hears('You said: One');
    const other = await chat.tab();
    await other.open();
    await other.hears('You said: One');
    await other.say('Two');
    await chat.hears('You said: Two');
    await chat.page.bringToFront();
    await chat.menu('Start over');
    await chat.page.getByRole('button', { name: 'Start over' }).click();
    await until(async () => (await other.texts()).length === 1, 'the other tab is empty too');
    expect(rig.api.conversations.size).to.equal(2);
    await other.say('Three');
    await chat.hears('You said: Three');
  });

  it('shows typing at once, lets the answer grow, and announces it once when it is whole', async () => {
    const [answer, first, second, third] = [gate(), gate(), gate(), gate()];
    const pieces = [first, second, third];
    rig.api.reply = () => answer.wait.then(() => ({ text: 'A long answer' }));
    rig.api.betweenDeltas = () => pieces.shift()!.wait;
    await chat.open();
    await chat.page.evaluate(() => {
      const log = document
        .querySelector('parlour-chat')!
        .shadowRoot!.querySelector('parlour-panel')!
        .shadowRoot!.querySelector('parlour-transcript')!
        .shadowRoot!.querySelector('[role=log]')!;
      const seen: string[] = [];
      Object.assign(window, { announced: seen });
      new MutationObserver((changes) => {
        for (const change of changes)
          for (const node of change.addedNodes)
            if (node instanceof HTMLElement && node.localName === 'parlour-message')
              requestAnimationFrame(() => seen.push(node.shadowRoot!.querySelector('.bubble')!.textContent!));
      }).observe(log, { childList: true, subtree: true });
    });
    await chat.say('Hi');
    await chat.page.getByRole('img', { name: 'Assistant is typing' }).waitFor();
    answer.open();
    const growing = chat.page.locator('parlour-message[aria-hidden=true] .bubble');
    await growing.getByText('A').waitFor();
    expect(await growing.textContent()).to.equal('A ');
    expect(await chat.texts()).to.not.include('A ');
    first.open();
    await growing.getByText('A long').waitFor();
    second.open();
    await until(async () => (await growing.textContent()) === 'A long answer', 'the whole answer');
    third.open();
    await chat.hears('A long answer');
    await growing.waitFor({ state: 'detached' });
    expect(await chat.log.getAttribute('aria-live')).to.equal('polite');
    const announced = () =>
      chat.page.evaluate(() => (window as unknown as { announced: string[] }).announced);
    await until(async () => (await announced()).length > 1, 'the frame after it');
    expect(await announced()).to.deep.equal(['Hi', 'A long answer']);
  });

  it('offers choices as buttons until one is taken', async () => {
    rig.api.reply = (text) =>
      text === 'Red' ? { text: 'Noted' } : { text: 'Which?', choices: ['Red', 'Blue'] };
    await chat.open();
    await chat.say('A colour');
    await chat.page.getByRole('button', { name: 'Red' }).click();
    await chat.hears('Noted');
    await chat.page.getByRole('button', { name: 'Blue' }).waitFor({ state: 'detached' });
    expect(await chat.texts()).to.include('Red');
  });

  it('counts what arrives while it is closed, also on another page', async () => {
    await chat.open();
    await until(() => rig.api.latest?.streams.size === 1, 'the live events');
    await chat.page.keyboard.press('Escape');
    rig.api.staffSays('Are you still there?');
    const button = chat.page.getByRole('button', { name: 'Open chat (1)' });
    await button.waitFor();
    const badge = await button.evaluate((element) => {
      const { content, position } = getComputedStyle(element, '::after');
      return { content, position };
    });
    expect(badge).to.deep.equal({ content: '"1"', position: 'absolute' });
    rig.api.staffSays('We can call you.');
    await chat.page.getByRole('button', { name: 'Open chat (2)' }).waitFor();
    await chat.page.goto(`${rig.siteUrl}/other`);
    await chat.page.getByRole('button', { name: 'Open chat (2)' }).click();
    await chat.hears('We can call you.');
    await chat.page.keyboard.press('Escape');
    await chat.page.getByRole('button', { name: 'Open chat', exact: true }).waitFor();
  });

  it('says who answers when a person takes over', async () => {
    await chat.open();
    await until(() => rig.api.latest?.streams.size === 1, 'the live events');
    rig.api.takeOver('Ana');
    await chat.page.getByText('Ana joined the chat').waitFor();
    rig.api.staffTypes(true);
    await chat.page.getByRole('img', { name: 'Ana is typing' }).waitFor();
    rig.api.staffSays('Hello, this is Ana.');
    await chat.hears('Hello, this is Ana.');
    await chat.page.getByRole('img', { name: 'Ana is typing' }).waitFor({ state: 'detached' });
  });

  it('does not move what is being read, and says that there is more', async () => {
    await chat.open();
    await until(() => rig.api.latest?.streams.size === 1, 'the live events');
    for (let n = 0; n < 20; n++) rig.api.staffSays(`Line ${n}`);
    await chat.hears('Line 19');
    const scroller = chat.page.locator('.scroller');
    await until(() => scroller.evaluate((e) => e.scrollHeight - e.scrollTop - e.clientHeight < 2), 'the end');
    // The chat knows of it a picture later only, by the event.
    const scrollUp = (element: Element) =>
      new Promise<boolean>((resolve) => {
        element.addEventListener('scroll', () => resolve(element.scrollTop === 40), { once: true });
        element.scrollTop = 40;
      });
    await until(() => scroller.evaluate(scrollUp), 'scrolled up');
    rig.api.staffSays('Something new');
    await chat.page.getByRole('button', { name: 'New messages' }).waitFor();
    expect(await scroller.evaluate((element) => element.scrollTop)).to.equal(40);
    await chat.page.getByRole('button', { name: 'New messages' }).click();
    await until(
      () => scroller.evaluate((e) => e.scrollHeight - e.scrollTop - e.clientHeight < 2),
      'the end again',
    );
  });
});
