/** Site Health and `wp parlour test` find what breaks the chat, on a WordPress and a backend that are broken on purpose. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Person } from '../../support/wordpress/person.ts';
import { connectCode, type FakeBackend } from '../fake-backend.ts';
import { brokenPages, tag } from './broken-pages.ts';
import { HealthRig, statuses, words } from './health-rig.ts';
import { policies } from './policies.ts';

const KEY = 'plr_0123456789abcdefSECRETwxyz';
const INFO = "echo wp_json_encode( apply_filters( 'debug_information', array() )['parlour'] );";

describe('Site Health', () => {
  let rig: HealthRig;

  before(async () => {
    rig = await HealthRig.start();
  });

  after(() => rig?.stop());

  it('says one thing and asks nobody before Parlour is connected', async () => {
    const { passed, rows } = await rig.test();
    expect(passed).to.equal(true);
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({ check: 'connection', status: 'recommended' });
    expect(rows[0]!.do).to.include('connect code');
    expect(await rig.testsOnScreen()).to.deep.equal([]);
    expect((await rig.get('backend')).status).to.equal(404);
    expect(await rig.admin.html('/wp-admin/site-health.php')).to.include('Parlour is not connected yet');
    expect(rig.backend.requests).to.deep.equal([]);
  });

  it('finds nothing wrong where all is well', async () => {
    await rig.wordpress.wp(
      'eval',
      `Parlour\\connect( '${connectCode(rig.backend.url, 'demo', KEY)}' );
      wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Landing', 'post_content' => '[parlour_chat]' ) );`,
    );
    const { passed, rows } = await rig.test();
    const names = ['connection', 'address', 'backend', 'page', 'origin', 'script', 'csp', 'key', 'clock'];
    expect(statuses(rows)).to.deep.equal(Object.fromEntries(names.map((name) => [name, 'good'])));
    expect(passed).to.equal(true);
    expect(await rig.testsOnScreen()).to.have.length(7);
  });

  it('sends the key to nobody but for the check of the key', () => {
    const withKey = rig.backend.requests.filter(({ headers }) => headers.authorization);
    expect(withKey.map(({ path }) => path.split('?')[0])).to.deep.equal(['/api/v1/stats/summary']);
  });

  for (const [what, faults, status, expected] of brokenPages) {
    it(`sees ${what}`, async () => {
      rig.spoil(faults);
      const result = await rig.ask('page');
      expect(words(result)).to.match(expected);
      expect(result.status).to.equal(status);
      if (status !== 'good') expect(result.actions).to.match(/<a href="http.*landing\/" target="_blank"/);
    });
  }

  for (const [what, faults, status, expected] of policies) {
    it(`understands a Content-Security-Policy: ${what}`, async () => {
      rig.spoil(faults);
      // The page is looked at once for both checks.
      await rig.ask('page');
      const result = await rig.ask('csp');
      expect(words(result)).to.match(expected);
      expect(result.status).to.equal(status);
    });
  }

  it('looks at the front page where the chat is on no page of its own', async () => {
    rig.spoil({});
    const php = (code: string) => rig.wordpress.wp('eval', `${code};`);
    await php("wp_trash_post( get_page_by_path( 'landing' )->ID )");
    expect(words(await rig.ask('page'))).to.match(/No page with the chat was found.*whole site/);
    await php("Parlour\\save_placement( array( 'on' => true ) )");
    expect(await rig.ask('page')).to.include({ status: 'good' });
    rig.spoil({ replace: [[`~${tag}|</?parlour-chat[^>]*>~`, '']] });
    expect(words(await rig.ask('page'))).to.match(/missing from the page.*Empty page caches/);
  });

  const walls: [FakeBackend['widget'], RegExp][] = [
    ['html', /cannot be loaded.*text\/html.*firewall/],
    ['redirect', /sends on to .*login/],
    ['plain', /text\/plain.*Content-Type/],
    ['no-cors', /Access-Control-Allow-Origin/],
    ['other', /not Parlour’s/],
  ];
  it('tries the script itself, and tells what stands in its way', async () => {
    rig.spoil({});
    await rig.ask('backend');
    for (const [answer, expected] of walls) {
      rig.backend.widget = answer;
      const result = await rig.ask('script');
      expect(words(result), answer).to.match(expected);
      expect(result.status, answer).to.equal('critical');
    }
    rig.backend.widget = 'ok';
    expect((await rig.ask('script')).status).to.equal('good');
  });

  it('tells everything that is wrong with the backend at once on the command line, and fails', async () => {
    Object.assign(rig.backend, { behaviour: 'origin', skew: -3600, knowsKeys: false, delay: 2100 });
    const { passed, rows } = await rig.test();
    Object.assign(rig.backend, { behaviour: 'ok', skew: 0, knowsKeys: true, delay: 0 });
    expect(passed).to.equal(false);
    const wrong = rows.filter(({ status }) => status !== 'good');
    expect(statuses(wrong)).to.deep.equal({
      backend: 'recommended',
      origin: 'critical',
      key: 'recommended',
      clock: 'recommended',
    });
    const said = wrong.map((row) => `${row.check}: ${row.found} ${row.do}`).join('\n');
    expect(said).to.match(/backend: Parlour takes [2-4]\.\d seconds/);
    expect(said).to.include(
      `add ${rig.wordpress.url} to the site’s settings under “Where the chat may appear”`,
    );
    expect(said).to.match(/key: Parlour refuses the API key.*new connect code/);
    expect(said).to.match(/clock: .*1 hour behind.*NTP/);
  });

  it('tells something else from Parlour, and a Parlour that moved', async () => {
    for (const [behaviour, expected] of [
      ['garbage', /does not look like Parlour.*firewall/],
      ['redirect', /moved.*\/elsewhere/],
      ['unknown_site', /does not know.*demo/],
    ] as const) {
      rig.backend.behaviour = behaviour;
      const result = await rig.ask('backend');
      expect(words(result)).to.match(expected);
      expect(result.status).to.equal('critical');
    }
    rig.backend.behaviour = 'ok';
  });

  it('waits for a dead backend once, not once for each check', async () => {
    rig.backend.behaviour = 'silent';
    const before = rig.backend.requests.length;
    expect(words(await rig.ask('backend'))).to.match(/does not answer.*too long/);
    for (const check of ['origin', 'key', 'clock', 'script']) {
      const result = await rig.ask(check);
      expect(result).to.include({ status: 'good' });
      expect(result.label).to.include('will be checked once Parlour answers');
    }
    rig.backend.behaviour = 'ok';
    expect(rig.backend.requests.length - before).to.equal(1);
    // The first check of the next round looks again.
    expect((await rig.ask('backend')).status).to.equal('good');
  });

  it('answers nobody who may not see Site Health', async () => {
    const nobody = new Person(rig.wordpress);
    expect((await nobody.get('/wp-json/parlour/v1/health/backend')).status).to.equal(401);
    await rig.wordpress.wp(
      'user',
      'create',
      'edna',
      'edna@example.com',
      '--role=editor',
      '--user_pass=password',
    );
    const editor = await Person.signedIn(rig.wordpress, 'edna');
    const hers = await editor.html('/wp-admin/admin-ajax.php?action=rest-nonce');
    expect((await rig.get('backend', editor, hers)).status).to.equal(403);
    expect((await rig.get('nonsense')).status).to.equal(404);
  });

  it('gives those who help the facts, and no secret', async () => {
    const info = await rig.wordpress.wp('eval', INFO);
    expect(info).not.to.include('SECRET');
    const { fields } = JSON.parse(info);
    expect(fields.url.value).to.equal(rig.backend.url);
    expect(fields.key).to.deep.equal({ label: 'API key', value: 'Stored, ends in wxyz', private: true });
    expect(await rig.admin.html('/wp-admin/site-health.php?tab=debug'))
      .to.include('Stored, ends in wxyz')
      .and.not.include('SECRET');
  });

  it('names constants in wp-config.php that cannot be used', async () => {
    const config = join(rig.wordpress.dir, 'wp-config.php');
    const constants = `define( 'PARLOUR_API_KEY', 'secret' ); define( 'PARLOUR_SITE_KEY', 'demo' ); define( 'PARLOUR_URL', 'http://chat.example.com' );`;
    writeFileSync(config, readFileSync(config, 'utf8').replace('<?php', `<?php ${constants}`));
    const { passed, rows } = await rig.test();
    expect(passed).to.equal(false);
    expect(rows).to.have.length(1);
    expect(`${rows[0]!.found} ${rows[0]!.do}`).to.match(/wp-config\.php cannot be used.*PARLOUR_URL.*https/);
  });

  it('left nothing in debug.log', () => {
    expect(rig.wordpress.debugLog()).to.equal('');
  });
});
