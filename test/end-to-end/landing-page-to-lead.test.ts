/**
 * The main job, on real parts: a visitor on a WordPress page talks to the end; staff watch it happen elsewhere.
 */
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { Cluster } from '../support/cluster.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';

/** Where it happens: the same for whoever looks from outside. */
type House = Pick<TestParlour, 'url' | 'admin' | 'createSite' | 'stop'>;

const HOUSES: Record<string, () => Promise<House>> = {
  'one process': () => startTestParlour(),
  'two web and two worker processes behind a proxy': () => Cluster.start(),
};

for (const [name, startHouse] of Object.entries(HOUSES))
  describe(`from a WordPress page to a lead that staff see at once, on ${name}`, function () {
    this.timeout(180_000);
    let parlour: House;
    let wordpress: WordPress;
    let browser: Browser;
    const problems: string[] = [];

    before(async () => {
      [wordpress, parlour, browser] = await Promise.all([
        startWordPress({ plugins: ['dist/parlour'] }),
        startHouse(),
        testBrowser(),
      ]);
      const site = await parlour.createSite({ name: 'Lindenhof', allowedOrigins: [wordpress.url] });
      const { code } = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${site.id}/connect`);
      await wordpress.wp('parlour', 'connect', code);
      for (const mode of ['inline', 'floating'])
        await wordpress.wp(
          ...['post', 'create', '--post_type=page', '--post_status=publish', `--post_title=${mode}`],
          `--post_content=[parlour_chat mode="${mode}"]`,
        );
    });
    after(async () => {
      await browser?.close();
      await parlour?.stop();
      await wordpress?.stop();
    });

    async function openContext(name: string): Promise<BrowserContext> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      context.on('page', (page) =>
        page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`)),
      );
      return context;
    }

    async function signIn(context: BrowserContext): Promise<Page> {
      const page = await context.newPage();
      await page.goto(`${parlour.url}/dashboard/`);
      await page.getByRole('textbox', { name: 'E-mail' }).fill(ADMIN.email);
      await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'Conversations' }).first().waitFor();
      return page;
    }

    /** Writes as a person does and waits for the answer. */
    async function say(page: Page, text: string): Promise<void> {
      const replies = page.locator('parlour-message');
      const before = await replies.count();
      await page.getByRole('textbox', { name: /message/i }).fill(text);
      await page.keyboard.press('Enter');
      await until(async () => (await replies.count()) >= before + 2, 'the answer');
    }

    it('finds nothing that would break the chat', async () => {
      const found = JSON.parse(await wordpress.wp('parlour', 'test', '--format=json')) as {
        check: string;
        status: string;
      }[];
      // A busy machine may be slow to answer, which the check of the server tells too.
      const wrong = found.filter(({ check, status }) => status !== 'good' && check !== 'backend');
      expect(wrong).to.deep.equal([]);
      expect(found).to.have.length(9);
    });

    it('works on a page with the shortcode, through a reload, while staff look on without reloading', async () => {
      const staff = await signIn(await openContext('staff'));
      const visitor = await (await openContext('visitor')).newPage();
      await visitor.goto(`${wordpress.url}/inline/?utm_source=newsletter`);
      await visitor.getByText('What can we help you with?').waitFor();

      await say(visitor, "Hi, I'm Ana Silva from Acme. We want to move our office in spring.");
      const row = staff.getByRole('link', { name: /Ana Silva/ }).first();
      await row.waitFor();
      await row.click();
      const transcript = staff.locator('parlour-transcript');
      await transcript.getByText('We want to move our office in spring.').waitFor();

      await visitor.reload();
      await visitor.getByText('We want to move our office in spring.').waitFor();
      await say(visitor, 'ana@acme.example');
      await transcript.getByText('ana@acme.example').waitFor();
      await staff.getByRole('link', { name: 'ana@acme.example', exact: true }).waitFor();

      for (let n = 0; n < 8 && (await completion()) !== 'completed'; n++) await say(visitor, 'skip');
      expect(await completion()).to.equal('completed');
      await staff.getByText('Completed').first().waitFor();
      expect(problems).to.deep.equal([]);

      const { items } = await parlour.admin.get<{ items: Array<Record<string, unknown>> }>(
        '/api/v1/sessions',
      );
      expect(items).to.have.length(1);
      expect(items[0]).to.deep.nested.include({ 'lead.email': 'ana@acme.example', 'lead.company': 'Acme' });
      const { session } = await parlour.admin.get<{ session: Record<string, unknown> }>(
        `/api/v1/sessions/${items[0]!.id}`,
      );
      expect(session.utm).to.deep.equal({ source: 'newsletter' });
    });

    it('keeps the conversation on the next page and in a second tab, with the floating button', async () => {
      const context = await openContext('second visitor');
      const page = await context.newPage();
      await page.goto(`${wordpress.url}/floating/`);
      await page.getByRole('button', { name: /chat/i }).first().click();
      await page.getByText('What can we help you with?').waitFor();
      await say(page, 'My name is Bo Lind');
      const second = await context.newPage();
      await second.goto(`${wordpress.url}/inline/`);
      await second.getByText('My name is Bo Lind').waitFor();
      await say(second, 'bo@lind.example');
      await page.getByText('bo@lind.example').first().waitFor();
      expect(problems).to.deep.equal([]);
      expect(wordpress.debugLog()).to.equal('');
    });

    async function completion(): Promise<unknown> {
      const { items } = await parlour.admin.get<{ items: Array<{ completionStatus: string }> }>(
        '/api/v1/sessions',
      );
      return items.at(-1)?.completionStatus;
    }
  });
