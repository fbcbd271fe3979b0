/** The whole plugin once around, on the oldest and the newest PHP and WordPress that readme.txt promises. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { copyFolder } from '../support/wordpress/folders.ts';
import { Person } from '../support/wordpress/person.ts';
import { type Linted, lintPhp } from '../support/wordpress/php.ts';
import { startWordPress, type WordPress, type WordPressOptions } from '../support/wordpress.ts';
import { connectCode, type FakeBackend, startFakeBackend } from './fake-backend.ts';

const KEY = 'plr_0123456789abcdefSECRETwxyz';
const PAGE = '/wp-admin/options-general.php?page=parlour';
const OVERVIEW = '/wp-admin/admin.php?page=parlour-overview';
const IDENTITY = '/wp-admin/admin-ajax.php?action=parlour_identity';
const ADMIN = 'admin@example.com';

/** Does what WordPress's privacy tools and Site Health's slow list of facts do, by the PHP that serves the site. */
const TOOLS = `<?php add_action( 'wp', function () {
  $what = $_GET['parlour_tour'] ?? '';
  if ( 'debug' === $what ) { wp_send_json( apply_filters( 'debug_information', array() ) ); }
  if ( $what ) { $all = apply_filters( "wp_privacy_personal_data_{$what}s", array() ); wp_send_json( $all['parlour']['callback']( '${ADMIN}', 1 ) ); }
} );`;

const TIME = { sessions: 1234, leads: 2, completed: 1, previous: { sessions: 1, leads: 2, completed: 0 } };
const ANSWERS = {
  '/api/v1/stats/overview': {
    timezone: 'Europe/Berlin',
    today: TIME,
    month: TIME,
    now: { unchecked: 5, issues: 1, deliveriesGivenUp: 0, deliveriesFailing: 2, faults: 1000 },
    series: [{ date: '2026-03-29', sessions: 4, leads: 1 }],
  },
  '/api/v1/privacy/export': {
    conversations: [
      {
        session: { id: 'a', startedAt: '2026-03-29T10:00:00.000Z', pageUrl: 'https://acme.example/' },
        leads: [{ email: ADMIN, custom: { budget: 5 }, consentGiven: true, consentVersion: 2 }],
        leadChanges: [{ kind: 'detail', field: 'name', oldValue: 'Ana', at: '2026-03-29T10:00:00.000Z' }],
        messages: [{ role: 'visitor', text: 'A new roof', createdAt: '2026-03-29T10:00:00.000Z' }],
        sessionNotes: [{ text: 'Call her', createdAt: '2026-03-29T10:00:00.000Z' }],
        deliveries: [{ kind: 'webhook', status: 'delivered', target: 'https://hooks.example/secret' }],
      },
    ],
    nextCursor: null,
  },
  '/api/v1/privacy/find': { counts: { mentions: 2 } },
  '/api/v1/privacy/erase': { erasedAt: '2026-03-29T10:00:00.000Z', sessions: 1, mentions: 2 },
};

/** Where somebody goes once the plugin is connected, and what is there. */
const TOUR: [who: 'admin' | 'visitor', path: string, there: RegExp][] = [
  ['visitor', '/chat/', /<parlour-chat site="demo"/],
  ['visitor', '/block/', /<parlour-chat site="demo" mode="floating"/],
  ['visitor', '/frame/', /<iframe[^>]+\/embed\/demo/],
  ['visitor', '/hello-world/', /<parlour-chat site="demo" mode="floating" media="\(max-width: 782px\)"/],
  ['visitor', IDENTITY, /^$/],
  ['admin', PAGE, /Connected since/],
  ['admin', `${PAGE}&tab=placement`, /id="parlour-placement-summary"/],
  ['admin', `${PAGE}&tab=visitors`, /value="parlour_visitors"/],
  ['admin', `${PAGE}&tab=privacy`, /erase-personal-data\.php/],
  ['admin', `${PAGE}&tab=developers`, /parlour-snippet/],
  ['admin', OVERVIEW, /<h1 class="wp-heading-inline">Parlour/],
  ['admin', '/wp-json/parlour/v1/overview?_wpnonce=NONCE', /"label":"Conversations","value":"1,234"/],
  ['admin', '/wp-admin/index.php', /id="parlour_overview".*<caption>Waiting for you/s],
  [
    'admin',
    '/?parlour_tour=exporter',
    /Name, until March 29, 2026.*A new roof.*Another program \(hooks\.example\).*2 places/,
  ],
  ['admin', '/?parlour_tour=eraser', /1 conversation was erased\. 2 mentions elsewhere were taken out/],
  ['admin', '/wp-admin/options-privacy.php?tab=policyguide', /Some pages of this site have a chat/],
  ['admin', '/wp-admin/erase-personal-data.php', /Erase Personal Data/],
  ['admin', '/wp-admin/site-health.php', /parlour\\\/v1\\\/health|parlour\/v1\/health/],
  ['admin', '/wp-json/parlour/v1/health/backend?_wpnonce=NONCE', /"status":"good"/],
  ['admin', '/wp-json/parlour/v1/health/script?_wpnonce=NONCE', /"status":"good"/],
  ['admin', '/?parlour_tour=debug', /Stored, ends in wxyz.*Chat on the whole site/],
  ['admin', '/wp-admin/post-new.php?post_type=page', /parlour-chat-editor-script/],
];

const MACHINES: [name: string, options: WordPressOptions][] = [
  ['PHP 7.4 with WordPress 6.6, the oldest of both', { php: '7.4', core: '6.6' }],
  ['PHP 8.5 with the newest WordPress', { php: '8.5' }],
];

for (const [name, options] of MACHINES)
  describe(`The plugin on ${name}`, () => {
    let wordpress: WordPress;
    let backend: FakeBackend;
    let admin: Person;
    /** For WordPress's REST API. */
    let nonce: string | undefined;

    before(async () => {
      backend = await startFakeBackend();
      Object.assign(backend.answers, ANSWERS);
      wordpress = await startWordPress({ ...options, constants: { FS_METHOD: 'direct' } });
      const pages = { chat: '[parlour_chat]', block: '<!-- wp:parlour/chat {"mode":"floating"} /-->' };
      for (const [slug, content] of Object.entries({ ...pages, frame: '[parlour_chat mode="iframe"]' }))
        await wordpress.wp(
          ...['post', 'create', '--post_type=page', '--post_status=publish'],
          ...[`--post_title=${slug}`, `--post_content=${content}`],
        );
      copyFolder('dist/parlour', join(wordpress.dir, 'wp-content/plugins/parlour'));
      writeFileSync(join(wordpress.dir, 'wp-content/mu-plugins/tools.php'), TOOLS);
      admin = await Person.signedIn(wordpress, 'admin', 'password', { origin: wordpress.url });
    });

    after(async () => {
      await wordpress?.stop();
      await backend?.stop();
    });

    /** Follows the link of a plugin's row. */
    const follow = async (action: string) => {
      const page = await admin.html('/wp-admin/plugins.php');
      const link = new RegExp(`href="(plugins\\.php\\?action=${action}&amp;plugin=parlour[^"]*)"`).exec(page);
      const answer = await admin.get(`/wp-admin/${link?.[1]?.replaceAll('&amp;', '&')}`);
      expect(answer.headers.get('location'), action).to.match(/plugins\.php\?(de)?activate=true/);
    };

    it('has files that this PHP can read', async () => {
      const files = phpFilesIn('dist/parlour');
      const answer: Linted = await lintPhp(files, options.php);
      expect(answer).to.deep.equal({ files: files.length, problems: [] });
    });

    /** Sends the first form of a tab, and tells which notice follows. */
    const submit = async (tab: string, form: Record<string, string>) => {
      const nonce = /name="_wpnonce" value="(\w+)"/.exec(await admin.html(`${PAGE}&tab=${tab}`))?.[1] ?? '';
      const answer = await admin.post('/wp-admin/admin-post.php', { _wpnonce: nonce, ...form });
      return new URL(answer.headers.get('location') ?? '', wordpress.url).searchParams.get('parlour_notice');
    };

    it('is activated, connected, placed, and told to tell who is signed in', async () => {
      await follow('activate');
      const code = connectCode(backend.url, 'demo', KEY, 'x'.repeat(43));
      const placed = { 'parlour_placement[on]': '1', 'parlour_placement[device]': 'phones' };
      expect([
        await submit('', { action: 'parlour_connect', parlour_connect_code: code }),
        await submit('placement', { action: 'parlour_placement', ...placed }),
        await submit('visitors', { action: 'parlour_visitors', parlour_tell_identity: '1' }),
      ]).to.deep.equal(['saved-ok', 'placement_saved', 'visitors_saved']);
    });

    for (const [who, path, there] of TOUR)
      it(`shows ${path}`, async () => {
        const person = who === 'admin' ? admin : new Person(wordpress);
        nonce ??= /data-nonce="(\w+)"/.exec(await admin.html(OVERVIEW))?.[1];
        expect(await person.html(path.replace('NONCE', nonce ?? ''))).to.match(there);
      });

    it('tells its own pages who is signed in', async () => {
      const token = await (await admin.post(IDENTITY, {})).text();
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
      expect(claims).to.include({ name: 'admin', email: ADMIN, site: 'demo' });
    });

    it('is deactivated and deleted, and leaves nothing behind', async () => {
      await follow('deactivate');
      const page = await admin.html('/wp-admin/plugins.php');
      const answer = await admin.post('/wp-admin/plugins.php', {
        action: 'delete-selected',
        'checked[0]': 'parlour/parlour.php',
        'verify-delete': '1',
        _wpnonce: /name="_wpnonce" value="(\w+)"/.exec(page)?.[1] ?? '',
      });
      expect(answer.status).to.equal(302);
      expect(readdirSync(join(wordpress.dir, 'wp-content/plugins'))).not.to.include('parlour');
      const left = await wordpress.wp('option', 'list', '--search=*parlour*', '--field=option_name');
      expect(left).to.equal('');
    });

    it('left nothing in debug.log', () => {
      expect(wordpress.debugLog()).to.equal('');
    });
  });

function phpFilesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.php')).map((name) => join(folder, name));
}
