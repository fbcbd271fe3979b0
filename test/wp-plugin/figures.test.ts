/** Figures in wp-admin: on the menu page and on the dashboard, from a real Parlour, and without one. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { SiteView } from '../../backend/sites/schema.ts';
import { filtersFromUrl } from '../../dashboard/api/session-filters.ts';
import { parsePath } from '../../dashboard/controllers/router.ts';
import { testBrowser } from '../support/browser.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { Person } from '../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { type Behaviour, connectCode, type FakeBackend, startFakeBackend } from './fake-backend.ts';

const PAGE = '/wp-admin/admin.php?page=parlour-overview';
const BOX = '/wp-admin/index.php';

interface View {
  notice: { text: string; link: object | null } | null;
  groups: { tiles: { label: string; value: string }[] }[];
  next: number;
}

describe('figures in wp-admin', () => {
  let parlour: TestParlour;
  let site: SiteView;
  let wordpress: WordPress;
  let fake: FakeBackend;
  let browser: Browser;
  let admin: Person;
  let editor: Person;
  let author: Person;

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    fake = await startFakeBackend();
    browser = await testBrowser();
    site = await parlour.createSite({ name: 'WordPress', allowedOrigins: [wordpress.url] });
    for (const [name, role] of [
      ['edna', 'editor'],
      ['arno', 'author'],
    ] as const)
      await wordpress.wp(
        'user',
        'create',
        name,
        `${name}@example.com`,
        `--role=${role}`,
        '--user_pass=password',
      );
    admin = await Person.signedIn(wordpress);
    editor = await Person.signedIn(wordpress, 'edna');
    author = await Person.signedIn(wordpress, 'arno');
  });

  after(async () => {
    await browser?.close();
    await fake?.stop();
    await wordpress?.stop();
    await parlour?.stop();
  });

  /** What the script of the page gets: the refreshed figures. */
  async function refresh(person: Person): Promise<View> {
    const html = await person.html(PAGE);
    const nonce = /data-nonce="(\w+)"/.exec(html)?.[1];
    const answer = await person.get(`/wp-json/parlour/v1/overview?_wpnonce=${nonce}`);
    expect(answer.status).to.equal(200);
    return (await answer.json()) as View;
  }
  async function connectToFake(behaviour: Behaviour): Promise<void> {
    fake.behaviour = 'ok';
    await wordpress.wp(
      'parlour',
      'connect',
      connectCode(fake.url, 'demo', `plr_${behaviour}0123456789abcdef`),
    );
    fake.behaviour = behaviour;
    fake.requests.length = 0;
  }
  async function connect(): Promise<void> {
    const { code } = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${site.id}/connect`);
    await wordpress.wp('parlour', 'connect', code);
  }
  async function openSignedIn(): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(`${wordpress.url}/wp-login.php`);
    await page.fill('#user_login', 'admin');
    await page.fill('#user_pass', 'password');
    await page.click('#wp-submit');
    await page.waitForURL('**/wp-admin/');
    return page;
  }
  const linkOf = async (page: Page, name: RegExp) =>
    new URL((await page.getByRole('link', { name }).getAttribute('href')) ?? '');

  it('say how to connect, to those who may, and how to place the chat when nobody has written', async () => {
    expect(await admin.html(PAGE))
      .to.include('not connected to Parlour yet')
      .and.to.include('Connect to Parlour');
    const forEditor = await refresh(editor);
    expect(forEditor.notice!.text).to.include('An administrator of this site can do that');
    expect(forEditor.notice!.link).to.equal(null);
    await connect();
    expect((await refresh(editor)).notice!.text).to.include('[parlour_chat]');
  });

  it('are those of the site, with ways into the dashboard, and nothing loaded from elsewhere', async () => {
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await visitor.call('/session/lead', { method: 'PUT', json: { email: 'ana@linden.example' } });
    await VisitorClient.start(parlour.url, site.key);
    await VisitorClient.start(parlour.url, parlour.site.key);
    await wordpress.wp('transient', 'delete', 'parlour_overview');
    const page = await openSignedIn();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(wordpress.url + PAGE);
    await page.getByText('2 conversations brought 1 lead.').waitFor();
    // Today's, and this month's.
    const links = page.getByRole('link', { name: /^Conversations: 2 \(opens/ });
    expect(await links.count()).to.equal(2);
    const url = new URL((await links.first().getAttribute('href')) ?? '');
    expect(url.origin).to.equal(parlour.url);
    expect(parsePath(url.pathname)).to.deep.equal({ page: 'conversations', sessionId: null });
    expect(filtersFromUrl(url.search))
      .to.include({ site: site.id, sort: '-startedAt' })
      .and.have.keys('site', 'sort', 'from', 'to');
    const unchecked = await linkOf(page, /^Unchecked: 2/);
    expect(filtersFromUrl(unchecked.search)).to.deep.equal({ qa: 'unchecked', site: site.id });
    expect((await linkOf(page, /^Failed deliveries: 0/)).pathname).to.equal('/dashboard/deliveries');
    expect((await linkOf(page, /^Assistant errors: 0/)).pathname).to.equal('/dashboard/errors');
    await page.getByRole('button', { name: 'The last 30 days: show the table' }).click();
    await page.getByRole('row', { name: / 2 1$/ }).waitFor();
    expect(
      asked.filter((address) => !/^(data|blob):/.test(address) && !address.startsWith(wordpress.url)),
    ).to.deep.equal([]);
    for (const path of [PAGE, BOX]) {
      await page.goto(wordpress.url + path);
      await page.getByText('2 conversations brought 1 lead.').waitFor();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run('.parlour-overview', {
          resultTypes: ['violations'],
        }),
      );
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).to.deep.equal([]);
    }
    await page.close();
  });

  it('stand in plain tables for those without scripts', async () => {
    const html = await admin.html(PAGE);
    expect(html).to.match(
      /<tr><th scope="row"><a href="[^"]+\/dashboard\/conversations[^"]+">Conversations<\/a><\/th><td>2</,
    );
  });

  it('are for editors, and for nobody below: no menu, no box, no answer', async () => {
    expect(await editor.html(BOX))
      .to.include('page=parlour-overview')
      .and.to.include('parlour-compact');
    expect(await author.html(BOX)).not.to.include('parlour');
    expect((await author.get(PAGE)).status).to.equal(403);
    const nonce = /createNonceMiddleware\( "(\w+)"/.exec(await author.html('/wp-admin/post-new.php'))![1];
    const refused = await author.get(`/wp-json/parlour/v1/overview?_wpnonce=${nonce}`);
    expect([refused.status, (await refused.json()).code]).to.deep.equal([403, 'rest_forbidden']);
    expect((await editor.get('/wp-json/parlour/v1/overview')).status).to.equal(401);
    expect((await new Person(wordpress).get('/wp-json/parlour/v1/overview')).status).to.equal(401);
  });

  it('follow the site’s own filters for who sees them, and what', async () => {
    const folder = join(wordpress.dir, 'wp-content/mu-plugins');
    const file = join(folder, 'own-filters.php');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      file,
      `<?php
add_filter( 'parlour_view_stats_capability', function () { return 'manage_options'; } );
add_filter( 'parlour_overview', function ( $numbers ) { $numbers['today']['leads'] = 41; $numbers['dashboard'] = 'javascript:alert(1)'; return $numbers; } );`,
    );
    expect((await editor.get(PAGE)).status).to.equal(403);
    const html = await admin.html(PAGE);
    expect(html).to.include('>41<').and.not.include('javascript:alert');
    rmSync(file);
  });

  it('say nothing but numbers, names and days, whatever the backend answers (promise 16)', async () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const counts = { sessions: '12', leads: evil, completed: -3, previous: evil };
    await connectToFake('ok');
    fake.answers['/api/v1/stats/overview'] = {
      ...{ timezone: `Mars${evil}`, dashboardUrl: 'javascript:alert(1)', site: { id: evil, name: evil } },
      ...{ today: counts, month: counts, now: { issues: { evil }, faults: 1e300 } },
      series: [{ date: evil, sessions: 1 }, { date: '2026-03-29', sessions: evil, leads: 1e9 }, evil],
    };
    const { notice, groups } = await refresh(admin);
    expect(notice).to.equal(null);
    expect(groups[0]!.tiles.map(({ value }) => value)).to.deep.equal(['12', '0', '0', '0%']);
    const html = await admin.html(PAGE);
    expect(html)
      .to.include('Days of Mars')
      .and.not.match(/onerror|<img src=x|javascript:alert/);
    expect(html).to.include(`href="${fake.url}/dashboard/conversations`);
    fake.answers = {};
  });

  const troubles: [Behaviour, RegExp][] = [
    ['silent', /does not answer right now/],
    ['garbage', /does not look like Parlour/],
  ];
  for (const [behaviour, words] of troubles)
    it(`are asked for after the page, once a minute at most, when the backend is ${behaviour} (promise 25)`, async () => {
      await connectToFake(behaviour);
      expect(await admin.html(PAGE)).to.include('parlour-overview');
      expect(await admin.html(BOX)).to.include('parlour-overview');
      expect(fake.requests).to.deep.equal([]);
      const first = await refresh(admin);
      expect(first.notice!.text).to.match(words);
      expect(fake.requests.map(({ path }) => path.split('?')[0])).to.deep.equal(['/api/v1/stats/overview']);
      const second = await refresh(editor);
      expect(second.notice!.text).to.match(words);
      expect(second.next).to.be.within(1, 61);
      expect(fake.requests).to.have.length(1);
      measured(
        25,
        counted`backend ${behaviour}: ${fake.requests.length} question a minute for ${[admin, editor].length} people looking`,
      );
    });

  it('say so when the key is no longer accepted', async () => {
    await connect();
    const { items } = await parlour.admin.get<{ items: { id: string; name: string }[] }>('/api/v1/api-keys');
    for (const { id, name } of items)
      if (name === 'WordPress') await parlour.admin.call(`/api/v1/api-keys/${id}`, { method: 'DELETE' });
    expect((await refresh(admin)).notice!.text).to.include('no longer accepts the key');
  });

  it('stay with their time when Parlour stops', async () => {
    await connect();
    await refresh(admin);
    await parlour.stop();
    const age =
      "$s = get_transient( 'parlour_overview' ); $s['at'] -= 4000; $s['tried'] -= 4000; set_transient( 'parlour_overview', $s, 9000 );";
    await wordpress.wp('eval', age);
    const { notice, groups } = await refresh(admin);
    expect(notice!.text).to.match(/does not answer right now.*These are the last figures, of /);
    expect(groups[0]!.tiles[0]).to.include({ label: 'Conversations', value: '2' });
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
