import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { until } from '../support/until.ts';
import { type ChatPage, Rig } from './support/chat-page.ts';
import { defaultConfig } from './support/default-config.ts';

const README = readFileSync('README.md', 'utf8');
const blocks = (language: string) =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text!);

/** The examples of README by a word that only one of them has. */
function example(word: string): string {
  const found = blocks('html').filter((text) => text.includes(word));
  expect(found, word).to.have.length(1);
  return found[0]!;
}

describe('README’s examples for pages without WordPress', () => {
  let rig: Rig;
  const tried = new Set<string>();

  before(async () => {
    rig = await Rig.start();
  });
  after(() => rig.stop());
  beforeEach(() => {
    rig.api.config = structuredClone(defaultConfig);
    rig.api.conversations.clear();
  });

  /** A page with an example as it stands; only the addresses are those of the test. */
  async function visit(text: string, csp?: string): Promise<ChatPage> {
    tried.add(text);
    const here = (of: string) => of.replaceAll('https://chat.example.com', rig.api.url);
    return rig.visit({
      body: () => here(text).replaceAll('YOUR-SITE-KEY', 'demo'),
      ...(csp && { csp: () => here(csp) }),
    });
  }

  async function talk(chat: ChatPage): Promise<void> {
    await chat.say('Hello');
    await chat.hears('You said: Hello');
  }

  it('put the chat into a corner, into the page, and under the strict policy that is shown', async () => {
    const floating = await visit(blocks('html')[0]!);
    await floating.open();
    await talk(floating);
    await floating.close();
    const policy = /^Content-Security-Policy: (.*)$/m.exec(README)![1]!;
    for (const csp of [undefined, policy]) {
      const inline = await visit(blocks('html')[1]!, csp);
      const said: string[] = [];
      inline.page.on('console', (message) => said.push(message.text()));
      await talk(inline);
      expect((await inline.page.locator('parlour-chat').boundingBox())!.height).to.equal(600);
      expect(said).to.deep.equal([]);
      await inline.close();
    }
  });

  it('open it by a button of the page, in the other corner', async () => {
    const chat = await visit(example('chat.open()'));
    await chat.launcher.waitFor();
    await chat.page.getByRole('button', { name: 'Talk to us' }).click();
    await talk(chat);
    expect((await chat.page.getByRole('dialog', { name: 'Ask us' }).boundingBox())!.x).to.equal(20);
    await chat.close();
  });

  it('dress it', async () => {
    const chat = await visit(example('::part(bubble)'));
    await talk(chat);
    const look = (part: string) =>
      chat.page
        .locator(part)
        .first()
        .evaluate((node) => {
          const { backgroundColor, borderTopLeftRadius, fontFamily } = getComputedStyle(node);
          return [backgroundColor, borderTopLeftRadius, fontFamily.split(',')[0]];
        });
    expect(await look('[part=frame]')).to.deep.equal(['rgb(253, 249, 255)', '0px', 'Georgia']);
    expect(await look('.bubble.assistant')).to.deep.equal(['rgb(239, 228, 247)', '4px', 'Georgia']);
    expect(await look('.bubble.visitor')).to.deep.equal(['rgb(124, 45, 146)', '4px', 'Georgia']);
    await chat.close();
  });

  it('hear it', async () => {
    const chat = await visit(example("addEventListener('parlour-lead'"));
    const said: string[] = [];
    chat.page.on('console', (message) => said.push(message.text()));
    await chat.open();
    await talk(chat);
    await chat.menu('Leave your details');
    await chat.page.getByLabel('Name').fill('Mara');
    await chat.page.getByRole('button', { name: 'Save' }).click();
    await until(() => said.length > 1, 'two events');
    expect(said).to.deep.equal([`began ${rig.api.latest.session.id}`, 'knows name, email, budget']);
    await chat.close();
  });

  it('have all been tried', () => {
    expect([...tried].sort()).to.deep.equal(blocks('html').sort());
  });
});
