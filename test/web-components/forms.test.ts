import { expect } from 'chai';
import { until } from '../support/until.ts';
import { type ChatPage, Rig } from './support/chat-page.ts';
import { defaultConfig } from './support/default-config.ts';

describe('the widget asks and is told', () => {
  let rig: Rig;
  let chat: ChatPage;

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
  afterEach(() => chat.close());

  const bodies = (method: string, path: string) =>
    rig.api.asked.filter((asked) => asked.method === method && asked.path === path).map(({ body }) => body);

  it('asks for consent before anything is stored, once', async () => {
    rig.api.config.consent = { required: true, text: 'May we keep what you write?', version: '2' };
    chat = await rig.visit();
    await chat.launcher.click();
    await chat.page.getByText('May we keep what you write?').waitFor();
    expect(await chat.field.count()).to.equal(0);
    expect(rig.api.conversations.size).to.equal(0);
    await chat.page.getByRole('button', { name: 'I agree' }).click();
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    expect(bodies('PUT', '/session/lead')).to.deep.equal([{ consent: { given: true, version: '2' } }]);
    await chat.page.reload();
    await chat.open();
    await chat.hears('You said: Hello');
    expect(await chat.page.getByRole('button', { name: 'I agree' }).count()).to.equal(0);
  });

  it('stores nothing without consent: not for the page, and not anew where the conversation is gone', async () => {
    rig.api.config.consent = { required: true, text: 'May we keep what you write?', version: '2' };
    chat = await rig.visit();
    const asks = chat.page.getByText('May we keep what you write?');
    await chat.launcher.waitFor();
    await chat.page.evaluate(async () => {
      const element = document.querySelector('parlour-chat')!;
      await element.send('From the page');
      await element.startOver();
      await element.open();
    });
    await asks.waitFor();
    expect(bodies('POST', '/sessions')).to.deep.equal([]);
    await chat.page.getByRole('button', { name: 'I agree' }).click();
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    rig.api.forget();
    await chat.page.reload();
    await chat.launcher.click();
    await asks.waitFor();
    // Whatever was begun meanwhile has come in before this.
    await chat.page.evaluate((url) => fetch(`${url}/api/v1/visitor/sites/demo`), rig.api.url);
    expect(rig.api.conversations.size).to.equal(0);
  });

  it('passes on who is signed in, once there is a conversation and consent, and asks the page once', async () => {
    rig.api.config.consent = { required: true, text: 'May we keep what you write?', version: '2' };
    const head = `<script>
      window.asked = 0;
      customElements.whenDefined('parlour-chat').then((Chat) => {
        Chat.prototype.identity = async () => 'token ' + ++window.asked;
      });
    </script>`;
    chat = await rig.visit({ head });
    await chat.launcher.click();
    await chat.page.getByRole('button', { name: 'I agree' }).waitFor();
    expect(await chat.page.evaluate('asked')).to.equal(0);
    await chat.page.getByRole('button', { name: 'I agree' }).click();
    await chat.field.waitFor();
    expect(bodies('PUT', '/session/identity'), 'who only looks in').to.deep.equal([]);
    await chat.field.fill('H');
    await until(() => bodies('PUT', '/session/identity').length > 0, 'the name, before anything is sent');
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    await chat.say('Anybody?');
    await chat.hears('You said: Anybody?');
    expect(bodies('PUT', '/session/identity')).to.deep.equal([{ identity: 'token 1' }]);
  });

  it('goes on as ever when the page can’t tell who is signed in, or never does', async () => {
    for (const answer of ["() => Promise.reject(new Error('down'))", '() => new Promise(() => {})']) {
      chat = await rig.visit({
        head: `<script>customElements.whenDefined('parlour-chat').then((Chat) => { Chat.prototype.identity = ${answer}; });</script>`,
      });
      await chat.open();
      await chat.say('Hello');
      await chat.hears('You said: Hello');
      if (answer.includes('reject')) await chat.close();
    }
    expect(bodies('PUT', '/session/identity')).to.deep.equal([]);
  });

  it('takes details: the standard ones on top, the others as custom', async () => {
    chat = await rig.visit();
    await chat.open();
    await chat.menu('Leave your details');
    await chat.page.getByLabel('Name').fill('Ana');
    await chat.page.getByLabel('E-mail (optional)').fill('ana@acme.com');
    await chat.page.getByLabel('Budget (optional)').selectOption('5k');
    await chat.page.getByRole('button', { name: 'Save' }).click();
    await chat.page.getByText('Thank you. Your details are noted.').waitFor();
    expect(bodies('PUT', '/session/lead')).to.deep.equal([
      { name: 'Ana', email: 'ana@acme.com', custom: { budget: '5k' } },
    ]);
    await chat.menu('Leave your details');
    expect(await chat.page.getByLabel('Name').inputValue()).to.equal('Ana');
    expect(await chat.page.getByLabel('Budget (optional)').inputValue()).to.equal('5k');
  });

  it('keeps the form and says so when the details are refused', async () => {
    chat = await rig.visit();
    await chat.open();
    await chat.menu('Leave your details');
    await chat.page.getByLabel('Name').fill('Ana');
    rig.api.failNext('PUT', '/session/lead', { status: 422 });
    await chat.page.getByRole('button', { name: 'Save' }).click();
    await chat.page.getByText('Not now.').waitFor();
    expect(await chat.page.getByLabel('Name').inputValue()).to.equal('Ana');
  });

  it('asks for a rating when the conversation is completed', async () => {
    rig.api.reply = () => ({ text: 'Thank you, that is all.', completed: true });
    chat = await rig.visit();
    await chat.page.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      for (const name of ['open', 'start', 'message', 'complete', 'rating', 'close'])
        document.addEventListener(`parlour-${name}`, () => told.push(name));
    });
    await chat.open();
    await chat.say('Done');
    await chat.page.getByRole('radio', { name: '4 of 5' }).check();
    await chat.page.getByRole('textbox', { name: 'Anything to add?' }).fill('Quick and kind');
    await chat.page.locator('.rating').getByRole('button', { name: 'Send' }).click();
    await chat.page.getByText('Thank you for rating.').waitFor();
    expect(bodies('POST', '/session/rating')).to.deep.equal([{ score: 4, comment: 'Quick and kind' }]);
    await chat.page.keyboard.press('Escape');
    expect(await chat.page.evaluate(() => (window as unknown as { told: string[] }).told)).to.deep.equal([
      'open',
      'start',
      'message',
      'message',
      'complete',
      'rating',
      'close',
    ]);
  });

  it('asks for the next conversation’s own rating', async () => {
    rig.api.reply = () => ({ text: 'Thank you, that is all.', completed: true });
    chat = await rig.visit();
    await chat.open();
    await chat.say('Done');
    await chat.page.getByRole('radio', { name: '4 of 5' }).check();
    await chat.page.getByText('★').nth(3).waitFor();
    await chat.page.evaluate(() => document.querySelector('parlour-chat')!.startOver());
    await chat.say('Done again');
    await chat.page.getByText('How was this chat?').waitFor();
    expect(await chat.page.locator('.star').allInnerTexts()).to.deep.equal(['☆', '☆', '☆', '☆', '☆']);
  });

  it('ends the chat when asked to', async () => {
    chat = await rig.visit();
    await chat.open();
    await chat.say('Hello');
    await chat.hears('You said: Hello');
    await chat.menu('End chat');
    await chat.page.getByText('End this chat?').waitFor();
    await chat.page.getByRole('button', { name: 'Cancel' }).click();
    await chat.menu('End chat');
    await chat.page.getByRole('button', { name: 'End chat' }).click();
    await chat.page.getByText('How was this chat?').waitFor();
    expect(rig.api.latest.session.completionStatus).to.equal('completed');
  });

  it('deletes the conversation, here and there', async () => {
    chat = await rig.visit();
    await chat.open();
    await chat.say('A secret');
    await chat.hears('You said: A secret');
    await chat.menu('Delete my chat');
    await chat.page.getByRole('button', { name: 'Delete my chat' }).click();
    await chat.page.getByText('Your chat has been deleted.').waitFor();
    expect(rig.api.conversations.size).to.equal(0);
    expect(await chat.texts()).to.deep.equal(['Hello. How can we help you?']);
    expect(await chat.page.evaluate(() => localStorage.getItem('parlour:demo'))).to.equal(null);
    await chat.say('Hello again');
    await chat.hears('You said: Hello again');
  });

  it('starts nothing in another tab when the conversation is deleted in one', async () => {
    chat = await rig.visit();
    await chat.open();
    await chat.say('A secret');
    await chat.hears('You said: A secret');
    const other = await chat.tab();
    await other.open();
    await other.hears('You said: A secret');
    await chat.menu('Delete my chat');
    await chat.page.getByRole('button', { name: 'Delete my chat' }).click();
    await until(async () => (await other.texts()).length === 1, 'the other tab is empty too');
    await other.page.evaluate((url) => fetch(`${url}/api/v1/visitor/sites/demo`), rig.api.url);
    expect(rig.api.conversations.size).to.equal(0);
    await other.say('Hello again');
    await chat.hears('You said: Hello again');
  });

  it('keeps a text that is too long, and says by how much', async () => {
    chat = await rig.visit();
    await chat.open();
    await chat.field.fill('x'.repeat(3900));
    await chat.page.getByText('100 characters left').waitFor();
    await chat.field.fill('x'.repeat(4003));
    await chat.page.getByText('Too long by 3 characters').waitFor();
    await chat.field.press('Enter');
    expect(await chat.page.getByRole('button', { name: 'Send' }).isDisabled()).to.equal(true);
    expect((await chat.field.inputValue()).length).to.equal(4003);
  });

  it('is not stopped by a whole log that somebody pastes', async () => {
    chat = await rig.visit();
    await chat.open();
    const paste = (lines: number) =>
      chat.field.evaluate((field, text) => {
        const began = performance.now();
        Object.assign(field, { value: text }).dispatchEvent(new InputEvent('input'));
        // Where the text stands is reckoned out for the asking.
        return field.clientHeight && performance.now() - began;
      }, 'some words of a log, in lines\n'.repeat(lines));
    const some = await paste(8_000);
    expect(await paste(32_000), 'four times as much text').to.be.below(9 * some);
    await chat.page.getByText(/^Too long by 95\d,\d+ characters$/).waitFor();
  });

  it('makes a new line on Shift+Enter and while a word is being composed', async () => {
    chat = await rig.visit();
    await chat.open();
    await chat.field.fill('One');
    await chat.field.press('Shift+Enter');
    await chat.field.pressSequentially('Two');
    await chat.field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    expect(await chat.field.inputValue()).to.equal('One\nTwo');
    await chat.field.press('Enter');
    await chat.hears('You said: One\nTwo');
  });
});
