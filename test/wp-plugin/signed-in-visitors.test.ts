/** What Parlour is told about people who are signed in at WordPress: by whom, when, and never by the page itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import type { LeadView } from '../../backend/leads/schema.ts';
import { readIdentityToken } from '../../backend/visitor/identity-token.ts';
import { testBrowser } from '../support/browser.ts';
import { readCode } from '../support/identity-token.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { Person } from '../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';

const TAB = '/wp-admin/options-general.php?page=parlour&tab=visitors';
const ASK = '/wp-admin/admin-ajax.php?action=parlour_identity';

describe('visitors who are signed in at WordPress', () => {
  let wordpress: WordPress;
  let parlour: TestParlour;
  let browser: Browser;
  let admin: Person;
  let ana: Person;
  let siteId: string;
  let code: string;

  before(async () => {
    [wordpress, parlour, browser] = await Promise.all([
      startWordPress({ plugins: ['dist/parlour'] }),
      startTestParlour(),
      testBrowser(),
    ]);
    const site = await parlour.createSite({ name: 'Lindenhof', allowedOrigins: [wordpress.url] });
    siteId = site.id;
    code = (await parlour.admin.post<{ code: string }>(`/api/v1/sites/${siteId}/connect`)).code;
    await wordpress.wp('parlour', 'connect', code);
    await wordpress.wp(
      ...['user', 'create', 'ana', 'ana@acme.com', '--role=subscriber', '--user_pass=password'],
      '--display_name=Ana Silva',
    );
    await wordpress.wp(
      ...['post', 'create', '--post_type=page', '--post_status=publish', '--post_title=chat'],
      '--post_content=[parlour_chat mode="floating"]',
    );
    admin = await Person.signedIn(wordpress);
    ana = await Person.signedIn(wordpress, 'ana', 'password', { origin: wordpress.url });
  });
  after(async () => {
    await browser?.close();
    await parlour?.stop();
    await wordpress?.stop();
  });

  /** Ticks or clears the box on the tab. */
  async function save(on: boolean): Promise<string> {
    const nonce = /name="_wpnonce" value="(\w+)"/.exec(await admin.html(TAB))?.[1] ?? '';
    const form = { action: 'parlour_visitors', _wpnonce: nonce, ...(on && { parlour_tell_identity: '1' }) };
    const answer = await admin.post('/wp-admin/admin-post.php', form);
    expect(answer.status).to.equal(302);
    return admin.html(answer.headers.get('location') ?? '');
  }
  const isOn = (page: string) => /id="parlour_tell_identity"[^>]*\schecked/.test(page);
  /** What the plugin puts on a page. */
  const chatIn = (html: string) =>
    html.match(/<parlour-chat.*?<\/parlour-chat>|<script[^>]*id="parlour.*?<\/script>/gs) ?? [];

  it('are nobody’s business until an administrator says so', async () => {
    expect(isOn(await admin.html(TAB))).to.equal(false);
    expect(await ana.html('/chat/')).to.not.contain('identity');
    const answer = await ana.post(ASK, {});
    expect(answer.status).to.equal(204);
    expect(ana.cookie('parlour_signed_in')).to.equal(undefined);
    const forged = await ana.post('/wp-admin/admin-post.php', {
      action: 'parlour_visitors',
      parlour_tell_identity: '1',
    });
    expect(forged.status).to.equal(403);
  });

  it('are told of once it is turned on, which a new connection keeps; the secret is never shown', async () => {
    const page = await save(true);
    expect(page).to.contain('Parlour is told who is signed in').and.not.contain(readCode(code).identity);
    expect(isOn(page)).to.equal(true);
    await wordpress.wp('parlour', 'connect', code);
    const after = await admin.html(TAB);
    expect(isOn(after)).to.equal(true);
    expect(await wordpress.wp('option', 'list', '--search=parlour_settings', '--field=autoload')).to.match(
      /^(off|no)/,
    );
  });

  it('are vouched for by the secret of wp-config.php, where there is one', async () => {
    const secret = 'x'.repeat(43);
    const used = (exec: string) =>
      wordpress.wp(`--exec=${exec}`, 'eval', "echo Parlour\\get_settings()['identity_secret'];");
    expect(await used(`define( 'PARLOUR_IDENTITY_SECRET', '${secret}' );`)).to.equal(secret);
    expect(await used('')).to.equal(readCode(code).identity);
  });

  it('get the same page as everybody, byte for byte, with a script that knows nobody (promise 25)', async () => {
    const [mine, everybodys] = await Promise.all([ana.html('/chat/'), new Person(wordpress).html('/chat/')]);
    expect(chatIn(mine)).to.have.length(3).and.deep.equal(chatIn(everybodys));
    expect(chatIn(mine).join())
      .to.contain('identity.js')
      .and.not.match(/ana@|Silva|nonce/i);
    expect(chatIn(await new Person(wordpress).html('/'))).to.deep.equal([]);
  });

  it('get a token at once, for themselves and this site; nobody else does', async () => {
    const answer = await ana.post(ASK, {});
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('cache-control')).to.contain('no-store');
    const { identity: secret, site: siteKey } = readCode(code);
    expect(readIdentityToken(await answer.text(), { secret, siteKey, now: Date.now() })).to.deep.equal({
      name: 'Ana Silva',
      email: 'ana@acme.com',
    });
    const nobody = new Person(wordpress, { origin: wordpress.url });
    expect((await nobody.post(ASK, {})).status).to.equal(204);
  });

  it('are told of to pages of this website only', async () => {
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: wordpress.url, 'sec-fetch-site': 'cross-site' },
      { origin: wordpress.url, 'sec-fetch-site': 'same-site' },
      {},
    ];
    for (const headers of elsewhere) {
      const person = await Person.signedIn(wordpress, 'ana', 'password', headers);
      const answer = await person.post(ASK, {});
      expect(answer.status, JSON.stringify(headers)).to.equal(403);
      expect(await answer.text()).to.equal('');
    }
    expect((await ana.get(ASK)).status, 'a plain link').to.equal(403);
  });

  it('reach the team under their own name and address (in a real browser)', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => request.url().endsWith(ASK) && asked.push(request.method()));
    await page.goto(`${wordpress.url}/chat/`);
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('textbox', { name: /message/i }).fill('Hello there');
    await page.keyboard.press('Enter');
    await until(async () => (await page.locator('parlour-message').count()) >= 3, 'an answer');
    await page.goto(`${wordpress.url}/wp-login.php`);
    await page.locator('#user_login').fill('ana');
    await page.locator('#user_pass').fill('password');
    await page.locator('#wp-submit').click();
    await page.waitForURL(/wp-admin/);
    expect(asked, 'before anybody signed in').to.deep.equal([]);

    // The conversation begun before goes on, and now has a name.
    await page.goto(`${wordpress.url}/chat/`);
    let lead: LeadView | undefined;
    await until(async () => {
      const list = await parlour.admin.get<{ items: LeadView[] }>(`/api/v1/leads?site=${siteId}`);
      lead = list.items[0];
      return lead;
    }, 'the lead');
    expect(lead).to.include({ name: 'Ana Silva', email: 'ana@acme.com' });
    expect(lead!.identity!.fields).to.have.members(['name', 'email']);
    expect(asked).to.deep.equal(['POST']);
    await context.close();
  });

  it('may be kept back by the site’s own code, and lose the mark when they sign out', async () => {
    const own = join(wordpress.dir, 'wp-content/mu-plugins');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'no-identity.php'), "<?php add_filter( 'parlour_identity', '__return_null' );");
    expect((await ana.post(ASK, {})).status).to.equal(204);

    const person = await Person.signedIn(wordpress, 'ana');
    expect(person.cookie('parlour_signed_in')).to.equal('1');
    const out = /action=logout(?:&amp;|&#0?38;)_wpnonce=(\w+)/.exec(
      await person.html('/wp-admin/profile.php'),
    )?.[1];
    await person.get(`/wp-login.php?action=logout&_wpnonce=${out}`);
    expect(person.cookie('parlour_signed_in')?.trim() ?? '').to.not.equal('1');
  });

  it('have left nothing in the log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
