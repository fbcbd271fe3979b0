/** Site Health and `wp parlour test` find what breaks the chat, on a WordPress and a backend that are broken on purpose. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Person } from '../../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../../support/wordpress.ts';
import { connectCode, type FakeBackend, startFakeBackend } from '../fake-backend.ts';

const KEY = 'plr_0123456789abcdefSECRETwxyz';
const INFO = "echo wp_json_encode( apply_filters( 'debug_information', array() )['parlour'] );";

interface Result {
  label: string;
  status: string;
  description: string;
  actions: string;
}
interface Row {
  check: string;
  status: string;
  found: string;
  do: string;
}
interface Faults {
  headers?: string[];
  replace?: [from: string, to: string][];
  status?: number;
}

describe('Site Health', () => {
  let wordpress: WordPress;
  let backend: FakeBackend;
  let admin: Person;
  let nonce: string;

  before(async () => {
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    backend = await startFakeBackend();
    copyFileSync(
      join(import.meta.dirname, 'faulty-site.php'),
      join(wordpress.dir, 'wp-content/mu-plugins/faulty-site.php'),
    );
    admin = await Person.signedIn(wordpress);
    nonce = await admin.html('/wp-admin/admin-ajax.php?action=rest-nonce');
  });

  after(async () => {
    await backend?.stop();
    await wordpress?.stop();
  });

  const spoil = (faults: Faults) =>
    writeFileSync(join(wordpress.dir, 'wp-content/faults.json'), JSON.stringify(faults));
  /** What the screen asks for each check. */
  const ask = async (check: string): Promise<Result> => {
    const answer = await admin.get(`/wp-json/parlour/v1/health/${check}?_wpnonce=${nonce}`);
    expect(answer.status).to.equal(200);
    return (await answer.json()) as Result;
  };
  const words = ({ label, description }: Result) => `${label} ${description}`;
  /** The rows of `wp parlour test`, and whether it ended well. */
  const test = async (): Promise<{ passed: boolean; rows: Row[] }> => {
    const printed = await wordpress
      .wp('parlour', 'test', '--format=json')
      .catch((error: Error) => error.message);
    const rows = JSON.parse(printed.slice(printed.indexOf('[{')));
    return { passed: !printed.includes('failed (1)'), rows };
  };
  const statuses = (rows: Row[]) => Object.fromEntries(rows.map(({ check, status }) => [check, status]));
  const testsOnScreen = async () => {
    const page = await admin.html('/wp-admin/site-health.php');
    return page.match(/parlour\\?\/v1\\?\/health\\?\/[a-z]+/g) ?? [];
  };

  it('says one thing and asks nobody before Parlour is connected', async () => {
    const { passed, rows } = await test();
    expect(passed).to.equal(true);
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({ check: 'connection', status: 'recommended' });
    expect(rows[0]!.do).to.include('connect code');
    expect(await testsOnScreen()).to.deep.equal([]);
    expect((await admin.get(`/wp-json/parlour/v1/health/backend?_wpnonce=${nonce}`)).status).to.equal(404);
    expect(await admin.html('/wp-admin/site-health.php')).to.include('Parlour is not connected yet');
    expect(backend.requests).to.deep.equal([]);
  });

  it('finds nothing wrong where all is well', async () => {
    await wordpress.wp(
      'eval',
      `Parlour\\connect( '${connectCode(backend.url, 'demo', KEY)}' );
      wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Landing', 'post_content' => '[parlour_chat]' ) );`,
    );
    const { passed, rows } = await test();
    const names = ['connection', 'address', 'backend', 'page', 'origin', 'script', 'csp', 'key', 'clock'];
    expect(statuses(rows)).to.deep.equal(Object.fromEntries(names.map((name) => [name, 'good'])));
    expect(passed).to.equal(true);
    expect(await testsOnScreen()).to.have.length(7);
  });

  it('sends the key to nobody but for the check of the key', () => {
    const withKey = backend.requests.filter(({ headers }) => headers.authorization);
    expect(withKey.map(({ path }) => path.split('?')[0])).to.deep.equal(['/api/v1/stats/summary']);
  });

  const tag = String.raw`<script[^>]*id="parlour-widget-js[^>]*>[\s\S]*?<\/script>`;
  const loader = (attributes: string) => `<script id="parlour-widget-js" ${attributes}></script>`;
  const pages: [what: string, faults: Faults, status: string, words: RegExp][] = [
    [
      'a builder that strips the element',
      { replace: [['~</?parlour-chat[^>]*>~', '']] },
      'critical',
      /place for the chat was removed.*iframe/,
    ],
    [
      'a plugin that removes the script',
      { replace: [[`~${tag}~`, '']] },
      'critical',
      /script is missing.*exclude/,
    ],
    [
      'a page from before the chat',
      { headers: ['Age: 50'], replace: [[`~${tag}|</?parlour-chat[^>]*>~`, '']] },
      'critical',
      /missing.*Empty the cache/,
    ],
    [
      'a cached page of another backend',
      { replace: [['~http://127\\.0\\.0\\.1:\\d+(\\\\?/widget\\.js)~', 'https://old.example.com$1']] },
      'critical',
      /old address.*https:\/\/old\.example\.com.*empty the page cache/,
    ],
    [
      'a copy on a CDN',
      {
        replace: [
          [`~${tag}~`, loader('type="module" src="https://cdn.example.net/wp-content/cache/widget.js?v=1"')],
        ],
      },
      'critical',
      /copied to another address.*cdn\.example\.net/,
    ],
    [
      'a module that lost its mark',
      { replace: [[`~${tag}~`, loader('src="BACKEND/widget.js"')]] },
      'critical',
      /lost its mark/,
    ],
    [
      'a script delayed by WP Rocket',
      { replace: [[`~${tag}~`, loader('type="rocketlazyloadscript" data-rocket-src="BACKEND/widget.js"')]] },
      'recommended',
      /delayed.*WP Rocket.*Exclude/,
    ],
    [
      'a script held back by a consent banner',
      { replace: [[`~${tag}~`, loader('type="text/plain" data-src="BACKEND/widget.js"')]] },
      'recommended',
      /consent/,
    ],
    [
      'a module as it was meant',
      { replace: [[`~${tag}~`, loader('type="module" src="BACKEND/widget.js?v=2"')]] },
      'good',
      /unaltered/,
    ],
    [
      'scripts merged into one',
      {
        replace: [[`~${tag}~`, '<script src="/wp-content/cache/autoptimize/js/autoptimize_1.js"></script>']],
      },
      'recommended',
      /merged with others/,
    ],
    ['a page behind a password', { status: 401 }, 'recommended', /status 401/],
    [
      'an iframe instead',
      {
        replace: [
          [`~${tag}~`, ''],
          ['~<parlour-chat.*?</parlour-chat>~', '<iframe title="Chat" src="BACKEND/embed/demo"></iframe>'],
        ],
      },
      'good',
      /as a frame/,
    ],
  ];
  for (const [what, faults, status, expected] of pages) {
    it(`sees ${what}`, async () => {
      spoil(JSON.parse(JSON.stringify(faults).replaceAll('BACKEND', backend.url)));
      const result = await ask('page');
      expect(words(result)).to.match(expected);
      expect(result.status).to.equal(status);
      if (status !== 'good') expect(result.actions).to.match(/<a href="http.*landing\/" target="_blank"/);
    });
  }

  const policies: [what: string, faults: Faults, status: string, words: RegExp][] = [
    [
      'two headers that must both agree',
      {
        headers: [
          "Content-Security-Policy: script-src 'unsafe-inline' *",
          "Content-Security-Policy: connect-src 'self'",
        ],
      },
      'critical',
      /Add http:\/\/127\.0\.0\.1:\d+ to these parts of the policy: connect-src.*header/,
    ],
    [
      'a meta element',
      {
        replace: [
          ['~<head>~', '<head><meta http-equiv="content-security-policy" content="script-src \'self\'">'],
        ],
      },
      'critical',
      /script-src.*meta element/,
    ],
    [
      'strict-dynamic without a nonce',
      { headers: ["Content-Security-Policy: script-src 'strict-dynamic' 'nonce-x' https:"] },
      'critical',
      /nonce/,
    ],
    [
      'one that only reports',
      { headers: ["Content-Security-Policy-Report-Only: default-src 'none'"] },
      'recommended',
      /on trial.*only reports/,
    ],
    [
      'one that knows Parlour',
      {
        headers: [
          "Content-Security-Policy: default-src 'self'; script-src 'unsafe-inline' BACKEND; connect-src BACKEND",
        ],
      },
      'good',
      /lets the chat work/,
    ],
  ];
  for (const [what, faults, status, expected] of policies) {
    it(`understands a Content-Security-Policy: ${what}`, async () => {
      spoil(JSON.parse(JSON.stringify(faults).replaceAll('BACKEND', backend.url)));
      // The page is looked at once for both checks.
      await ask('page');
      const result = await ask('csp');
      expect(words(result)).to.match(expected);
      expect(result.status).to.equal(status);
    });
  }

  it('looks at the front page where the chat is on no page of its own', async () => {
    spoil({});
    const php = (code: string) => wordpress.wp('eval', `${code};`);
    await php("wp_trash_post( get_page_by_path( 'landing' )->ID )");
    expect(words(await ask('page'))).to.match(/No page with the chat was found.*whole site/);
    await php("Parlour\\save_placement( array( 'on' => true ) )");
    expect(await ask('page')).to.include({ status: 'good' });
    spoil({ replace: [[`~${tag}|</?parlour-chat[^>]*>~`, '']] });
    expect(words(await ask('page'))).to.match(/missing from the page.*Empty page caches/);
  });

  const walls: [FakeBackend['widget'], RegExp][] = [
    ['html', /cannot be loaded.*text\/html.*firewall/],
    ['redirect', /sends on to .*login/],
    ['plain', /text\/plain.*Content-Type/],
    ['no-cors', /Access-Control-Allow-Origin/],
    ['other', /not Parlour’s/],
  ];
  it('tries the script itself, and tells what stands in its way', async () => {
    spoil({});
    await ask('backend');
    for (const [answer, expected] of walls) {
      backend.widget = answer;
      const result = await ask('script');
      expect(words(result), answer).to.match(expected);
      expect(result.status, answer).to.equal('critical');
    }
    backend.widget = 'ok';
    expect((await ask('script')).status).to.equal('good');
  });

  it('tells everything that is wrong with the backend at once on the command line, and fails', async () => {
    Object.assign(backend, { behaviour: 'origin', skew: -3600, knowsKeys: false, delay: 2100 });
    const { passed, rows } = await test();
    Object.assign(backend, { behaviour: 'ok', skew: 0, knowsKeys: true, delay: 0 });
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
    expect(said).to.include(`add ${wordpress.url} to the site’s settings under “Where the chat may appear”`);
    expect(said).to.match(/key: Parlour refuses the API key.*new connect code/);
    expect(said).to.match(/clock: .*1 hour behind.*NTP/);
  });

  it('tells something else from Parlour, and a Parlour that moved', async () => {
    for (const [behaviour, expected] of [
      ['garbage', /does not look like Parlour.*firewall/],
      ['redirect', /moved.*\/elsewhere/],
      ['unknown_site', /does not know.*demo/],
    ] as const) {
      backend.behaviour = behaviour;
      const result = await ask('backend');
      expect(words(result)).to.match(expected);
      expect(result.status).to.equal('critical');
    }
    backend.behaviour = 'ok';
  });

  it('waits for a dead backend once, not once for each check', async () => {
    backend.behaviour = 'silent';
    const before = backend.requests.length;
    expect(words(await ask('backend'))).to.match(/does not answer.*too long/);
    for (const check of ['origin', 'key', 'clock', 'script']) {
      const result = await ask(check);
      expect(result).to.include({ status: 'good' });
      expect(result.label).to.include('will be checked once Parlour answers');
    }
    backend.behaviour = 'ok';
    expect(backend.requests.length - before).to.equal(1);
    // The first check of the next round looks again.
    expect((await ask('backend')).status).to.equal('good');
  });

  it('answers nobody who may not see Site Health', async () => {
    const url = '/wp-json/parlour/v1/health/backend';
    expect((await new Person(wordpress).get(url)).status).to.equal(401);
    await wordpress.wp('user', 'create', 'edna', 'edna@example.com', '--role=editor', '--user_pass=password');
    const editor = await Person.signedIn(wordpress, 'edna');
    const hers = await editor.html('/wp-admin/admin-ajax.php?action=rest-nonce');
    expect((await editor.get(`${url}?_wpnonce=${hers}`)).status).to.equal(403);
    expect((await admin.get(`/wp-json/parlour/v1/health/nonsense?_wpnonce=${nonce}`)).status).to.equal(404);
  });

  it('gives those who help the facts, and no secret', async () => {
    const info = await wordpress.wp('eval', INFO);
    expect(info).not.to.include('SECRET');
    const { fields } = JSON.parse(info);
    expect(fields.url.value).to.equal(backend.url);
    expect(fields.key).to.deep.equal({ label: 'API key', value: 'Stored, ends in wxyz', private: true });
    expect(await admin.html('/wp-admin/site-health.php?tab=debug'))
      .to.include('Stored, ends in wxyz')
      .and.not.include('SECRET');
  });

  it('names constants in wp-config.php that cannot be used', async () => {
    const config = join(wordpress.dir, 'wp-config.php');
    const constants = `define( 'PARLOUR_API_KEY', 'secret' ); define( 'PARLOUR_SITE_KEY', 'demo' ); define( 'PARLOUR_URL', 'http://chat.example.com' );`;
    writeFileSync(config, readFileSync(config, 'utf8').replace('<?php', `<?php ${constants}`));
    const { passed, rows } = await test();
    expect(passed).to.equal(false);
    expect(rows).to.have.length(1);
    expect(`${rows[0]!.found} ${rows[0]!.do}`).to.match(/wp-config\.php cannot be used.*PARLOUR_URL.*https/);
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
