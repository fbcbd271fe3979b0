import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { until } from '../support/until.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { untilListed } from './support/listed.ts';
import { ana, anasPassword } from './support/sample.ts';

describe('Getting into the dashboard', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());
  beforeEach(async () => {
    await desk.clear();
    desk.api.conversations.add({ page: { url: 'https://acme.example/pricing', title: 'Pricing' } });
    desk.api.signedIn = false;
  });

  async function fill(page: Page, email: string, password: string): Promise<void> {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  }

  it('says one plain thing when e-mail or password is wrong, and lets in when both are right', async () => {
    const page = await desk.open('/dashboard/');
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await fill(page, ana.email, 'not the password');
    await page.getByText('don’t go together').waitFor();
    await fill(page, ana.email, anasPassword);
    await untilListed(page, ['Visitor from /pricing']);
    // With a count in front once the new conversation has been counted as unread.
    expect(await page.title()).to.match(/^(\(\d+\) )?Conversations · Parlour$/);
  });

  it('asks for what is missing without asking the server', async () => {
    const page = await desk.open('/dashboard/');
    await page.getByLabel('E-mail').waitFor();
    desk.api.asked.length = 0;
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Fill in your e-mail and your password.').waitFor();
    expect(desk.api.asked.filter((asked) => asked.startsWith('POST'))).to.deep.equal([]);
  });

  it('says how long to wait after too many tries', async () => {
    const page = await desk.open('/dashboard/');
    await page.getByLabel('E-mail').waitFor();
    desk.api.fail('POST /api/v1/auth/login', { status: 429, headers: { 'retry-after': '150' } });
    await fill(page, ana.email, 'x');
    await page.getByText('Wait 3 minutes').waitFor();
    desk.api.fail('POST /api/v1/auth/login', null);
  });

  it('goes on to where one wanted to go', async () => {
    const page = await desk.open('/dashboard/settings');
    await fill(page, ana.email, anasPassword);
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });

  it('comes back to the sign-in page when signing out, and when the session ends by itself', async () => {
    desk.api.signedIn = true;
    const page = await desk.open('/dashboard/');
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await until(() => desk.api.listeners === 0, 'the live stream is closed');

    desk.api.conversations.add({ page: { url: 'https://acme.example/about', title: 'About' } });
    await fill(page, ana.email, anasPassword);
    await page.getByText('Visitor from /about').waitFor();
    await until(async () => (await page.title()).startsWith('(2)'), 'what came meanwhile is counted');
    desk.api.signedIn = false;
    await page.getByRole('button', { name: 'Completed' }).click();
    await page.getByText('You were signed out').waitFor();
  });

  it('begins anew where another tab has signed somebody else in', async () => {
    desk.api.signedIn = true;
    const page = await desk.open('/dashboard/');
    await page.getByRole('button', { name: `Your account, ${ana.name}` }).waitFor();
    await page.route('**/auth/me', (route) =>
      route.fulfill({ json: { ...ana, id: 'ben', name: 'Ben Roth' } }),
    );
    await Promise.all([page.waitForEvent('load'), desk.api.cutLive()]);
    await page.getByRole('button', { name: 'Your account, Ben Roth' }).waitFor();
  });

  it('makes the first admin by the one-time link, with advice on the way', async () => {
    const page = await desk.open('/dashboard/set-password#token=one-time-token&for=setup');
    await page.getByRole('heading', { name: 'Set up Parlour' }).waitFor();
    const password = page.getByLabel('Password', { exact: true });
    await password.fill('too short');
    await page.getByText('3 characters more, please.').first().waitFor();
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.getByText('Tell us your name').waitFor();

    await page.getByLabel('Your name').fill('Ana Keller');
    await page.getByLabel('Your e-mail').fill(ana.email);
    await password.fill(anasPassword);
    const [request] = await Promise.all([
      page.waitForRequest('**/auth/reset/confirm'),
      page.getByRole('button', { name: 'Save and sign in' }).click(),
    ]);
    expect(request.postDataJSON()).to.deep.equal({
      token: 'one-time-token',
      password: anasPassword,
      name: 'Ana Keller',
      email: ana.email,
    });
    await untilListed(page, ['Visitor from /pricing']);
    expect(page.url()).to.equal(`${desk.api.url}/dashboard/conversations`);
  });

  it('asks an invited person for a password only, and says so when the link is spent or not whole', async () => {
    const page = await desk.open('/dashboard/set-password#token=one-time-token&for=invite');
    await page.getByRole('heading', { name: 'Welcome to Parlour' }).waitFor();
    expect(await page.getByLabel('Your name').count()).to.equal(0);
    desk.api.fail('POST /api/v1/auth/reset/confirm', { status: 404 });
    await page.getByLabel('Password', { exact: true }).fill(anasPassword);
    await page.keyboard.press('Enter');
    await page.getByText('This link has been used or is too old').waitFor();
    desk.api.fail('POST /api/v1/auth/reset/confirm', null);

    const other = await desk.open('/dashboard/set-password');
    await other.getByText('This link is not complete').waitFor();
  });

  it('shows that the server can’t be reached, and goes on when it can', async () => {
    desk.api.signedIn = true;
    desk.api.fail('GET /api/v1/auth/me', { status: 503 });
    const page = await desk.open('/dashboard/');
    await page.getByRole('heading', { name: 'Parlour does not answer' }).waitFor();
    desk.api.fail('GET /api/v1/auth/me', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await untilListed(page, ['Visitor from /pricing']);
  });
});
