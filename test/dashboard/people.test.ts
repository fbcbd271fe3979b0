import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { LabelView } from '../../backend/sessions/label-schema.ts';
import { seriousFindings } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { call } from '../support/http-client.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { letIn } from '../support/people.ts';
import { StaffClient } from '../support/staff-client.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { closePages, openPage } from './support/real-desk.ts';

const PASSWORD = 'a lamp by the window';

/** The settings in a real browser, against the real backend. */
describe('People, keys and one’s own account in the dashboard', () => {
  let parlour: TestParlour;
  let browser: Browser;
  const complaints: string[] = [];
  before(async () => {
    parlour = await startTestParlour();
    browser = await testBrowser();
  });
  after(async () => {
    await browser.close();
    await parlour.stop();
  });
  afterEach(async () => {
    await closePages(browser);
    expect(complaints.splice(0)).to.deep.equal([]);
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openPage(browser, { viewport: { width: 1280, height: 900 }, complaints, ...options });
    await page.goto(parlour.url + path);
    return page;
  }

  async function signIn(path: string, who = ADMIN, options?: BrowserContextOptions): Promise<Page> {
    const page = await open(path, options);
    await page.getByLabel('E-mail').fill(who.email);
    await page.getByLabel('Password', { exact: true }).fill(who.password);
    await page.keyboard.press('Enter');
    return page;
  }

  it('invites a person, who chooses a password by the link, works, and is switched off while at work', async () => {
    const admin = await signIn('/dashboard/settings/people');
    await admin.getByRole('button', { name: 'Invite', exact: true }).click();
    await admin.getByLabel('Name', { exact: true }).fill('Lea Sommer');
    await admin.getByLabel('E-mail').fill('lea@example.com');
    await admin.getByRole('button', { name: 'Make the link' }).click();
    const link = await admin.locator('desk-secret-dialog code').textContent();
    await admin.getByRole('button', { name: 'Done' }).click();
    const row = admin.locator('desk-person-row', { hasText: 'lea@example.com' });
    await row.getByText('Invited').waitFor();

    const lea = await open(new URL(link!).pathname + new URL(link!).hash);
    await lea.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await lea.keyboard.press('Enter');
    await lea.getByRole('heading', { name: 'Conversations', exact: true }).waitFor();
    await lea.goto(`${parlour.url}/dashboard/settings/people`);
    await lea.getByRole('heading', { name: 'Only admins can see this' }).waitFor();
    expect(await lea.getByRole('link', { name: 'API keys' }).count()).to.equal(0);
    await lea.goto(`${parlour.url}/dashboard/`);
    await lea.getByRole('heading', { name: 'Conversations', exact: true }).waitFor();

    await admin.reload();
    await row.getByRole('button', { name: 'What to do with Lea Sommer' }).click();
    await admin.getByRole('menuitem', { name: 'Switch off' }).click();
    await admin.locator('desk-confirm-dialog').getByRole('button', { name: 'Switch off' }).click();
    await row.getByText('Switched off').waitFor();
    // Her open page notices by its live stream, without a click.
    await lea.getByText('You were signed out').waitFor();
  });

  it('gives a key once, shows it without its text afterwards, and revokes it', async () => {
    const page = await signIn('/dashboard/settings/keys');
    await page.getByRole('heading', { name: 'No keys yet' }).waitFor();
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('Give the key a name').waitFor();
    await page.getByLabel('What is it for?').fill('n8n');
    await page.getByLabel('Read conversations').check();
    await page.getByLabel('For which site?').selectOption({ label: 'Only Lindenhof' });
    await page.getByRole('button', { name: 'Make the key' }).click();
    const key = await page.locator('desk-secret-dialog code').textContent();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Read conversations · Only Lindenhof').waitFor();
    expect(await page.content()).to.not.contain(key);
    const read = () =>
      call(`${parlour.url}/api/v1/sessions`, { headers: { authorization: `Bearer ${key}` } });
    expect((await read()).status).to.equal(200);

    await page.getByRole('button', { name: 'Revoke n8n' }).click();
    await page.locator('desk-confirm-dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked').first().waitFor();
    expect((await read()).status).to.equal(401);
  });

  it('changes the password, says what is wrong on the way, and signs out elsewhere', async () => {
    const person = await letIn(parlour, 'agent', 'Tom Weiss');
    const page = await signIn('/dashboard/settings', person.credentials);
    await page.getByText('This device').waitFor();
    await page.getByLabel('Current password').fill('not my password');
    await page.getByLabel('New password').fill('seven green umbrellas');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('This is not your password.').waitFor();
    await page.getByLabel('Current password').fill(person.password);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password was changed.').waitFor();
    expect((await person.client.call('/api/v1/auth/me')).status).to.equal(401);
    await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
    await StaffClient.signIn(parlour.url, { email: person.email, password: 'seven green umbrellas' });
  });

  it('takes the wish for a new password, which an admin sees beside the person', async () => {
    const person = await letIn(parlour, 'agent', 'Mia Wolf');
    const forgetful = await open('/dashboard/');
    await forgetful.getByLabel('E-mail').fill(person.email);
    await forgetful.getByRole('button', { name: 'Forgot password?' }).click();
    await forgetful.getByRole('button', { name: 'Ask for a link' }).click();
    await forgetful.getByRole('heading', { name: 'We noted that' }).waitFor();
    const admin = await signIn('/dashboard/settings/people');
    await admin
      .locator('desk-person-row', { hasText: 'Mia Wolf' })
      .getByText('Forgot their password')
      .waitFor();
    await admin.getByRole('link', { name: 'Activity' }).click();
    await admin.getByText('forgot their password').waitFor();
    await admin.getByLabel('What').selectOption({ label: 'API keys' });
    await admin.getByText('forgot their password').waitFor({ state: 'detached' });
  });

  const hasFocus = (button: Locator, what: string) =>
    until(() => button.evaluate((node) => node.matches(':focus')), `${what} has the focus`);

  it('renames, recolours and removes a label, says how many conversations lose it, and tells every desk', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await visitor.say('Hello');
    const path = `/api/v1/sessions/${visitor.sessionId}`;
    const admin = await signIn('/dashboard/settings/labels');
    await admin.getByRole('heading', { name: 'No labels yet' }).waitFor();
    await admin.getByRole('button', { name: 'New label' }).click();
    await admin.getByLabel('Name', { exact: true }).fill('Call bak');
    await admin.getByRole('button', { name: 'Make the label' }).click();
    await admin.getByText('On no conversation').waitFor();
    const [label] = (await parlour.admin.get<{ items: LabelView[] }>('/api/v1/labels')).items;
    await parlour.admin.call(`${path}/labels`, { method: 'PUT', json: { labelIds: [label!.id] } });

    const person = await letIn(parlour, 'agent', 'Kim Lind');
    const agent = await signIn('/dashboard/settings/labels', person.credentials);
    await agent.getByText('Only admins can remove labels').waitFor();
    expect(await agent.getByRole('button', { name: 'Remove Call bak' }).count()).to.equal(0);

    await admin.getByRole('button', { name: 'Change Call bak' }).press('Enter');
    await admin.getByLabel('Name', { exact: true }).fill('Call back');
    await admin.getByLabel('Violet').check();
    await admin.getByRole('button', { name: 'Save' }).click();
    await agent.locator('desk-label[color=violet]', { hasText: 'Call back' }).waitFor();
    await admin.getByRole('button', { name: 'Save' }).waitFor({ state: 'hidden' });
    const remove = admin.getByRole('button', { name: 'Remove Call back' });
    const question = admin.locator('desk-confirm-dialog');
    await remove.press('Enter');
    await hasFocus(question.getByRole('button', { name: 'Cancel' }), 'the way out of the question');
    await admin.keyboard.press('Escape');
    await hasFocus(remove, 'what led to the question');
    await remove.press('Enter');
    await question.getByText('1 conversation loses it.').waitFor();
    await question.getByRole('button', { name: 'Remove', exact: true }).click();
    await agent.getByRole('heading', { name: 'No labels yet' }).waitFor();
  });

  for (const [colorScheme, width, only] of [
    ['light', 1280],
    ['dark', 390, 'colours'],
  ] as const) {
    it(`keeps no one out: axe on every page of the settings, ${colorScheme}, ${width} px`, async () => {
      const options = { colorScheme, viewport: { width, height: 900 }, bypassCSP: true };
      const page = await signIn('/dashboard/settings', ADMIN, options);
      await page.getByText('This device').waitFor();
      for (const section of ['Labels', 'Your account', 'People', 'API keys', 'Activity']) {
        const ways = page.getByRole('navigation', { name: 'Settings' });
        if (width === 390) await ways.locator('summary').click();
        await ways.getByRole('link', { name: section }).click();
        await page.getByRole('heading', { name: section, level: 1 }).waitFor();
        await page.locator('desk-settings-skeleton').waitFor({ state: 'detached' });
        expect(await seriousFindings(page, only), section).to.deep.equal([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, section).to.equal(width);
      }
      await page.goto(`${parlour.url}/dashboard/settings/people`);
      await page.getByRole('button', { name: 'Invite', exact: true }).click();
      await page.getByLabel('Name', { exact: true }).waitFor();
      expect(await seriousFindings(page, only), 'the invitation').to.deep.equal([]);
    });
  }
});
