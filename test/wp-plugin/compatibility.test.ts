/** The whole plugin once around, on the oldest and the newest PHP and WordPress that readme.txt promises. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { copyFolder } from '../support/wordpress/folders.ts';
import { Person } from '../support/wordpress/person.ts';
import { type Linted, lintPhp } from '../support/wordpress/php.ts';
import { startWordPress, type WordPress, type WordPressOptions } from '../support/wordpress.ts';
import { connectCode, type FakeBackend, startFakeBackend } from './fake-backend.ts';

const KEY = 'plr_0123456789abcdefSECRETwxyz';
const PAGE = '/wp-admin/options-general.php?page=parlour';

/** Where somebody goes once the plugin is connected, and what is there. */
const TOUR: [who: 'admin' | 'visitor', path: string, there: RegExp][] = [
  ['visitor', '/chat/', /<parlour-chat site="demo"/],
  ['visitor', '/block/', /<parlour-chat site="demo" mode="floating"/],
  ['visitor', '/frame/', /<iframe[^>]+\/embed\/demo/],
  ['visitor', '/wp-admin/admin-ajax.php?action=parlour_identity', /^0?$/],
  ['admin', PAGE, /Connected since/],
  ['admin', `${PAGE}&tab=placement`, /id="parlour-placement-summary"/],
  ['admin', `${PAGE}&tab=visitors`, /value="parlour_visitors"/],
  ['admin', `${PAGE}&tab=privacy`, /erase-personal-data\.php/],
  ['admin', `${PAGE}&tab=developers`, /parlour-snippet/],
  ['admin', '/wp-admin/index.php', /id="parlour_overview"/],
  ['admin', '/wp-admin/admin.php?page=parlour-overview', /<h1 class="wp-heading-inline">Parlour/],
  ['admin', '/wp-admin/options-privacy.php?tab=policyguide', /Some pages of this site have a chat/],
  ['admin', '/wp-admin/erase-personal-data.php', /Erase Personal Data/],
  ['admin', '/wp-admin/site-health.php', /parlour\\\/v1\\\/health|parlour\/v1\/health/],
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

    before(async () => {
      backend = await startFakeBackend();
      wordpress = await startWordPress({ ...options, constants: { FS_METHOD: 'direct' } });
      const pages = { chat: '[parlour_chat]', block: '<!-- wp:parlour/chat {"mode":"floating"} /-->' };
      for (const [slug, content] of Object.entries({ ...pages, frame: '[parlour_chat mode="iframe"]' }))
        await wordpress.wp(
          ...['post', 'create', '--post_type=page', '--post_status=publish'],
          ...[`--post_title=${slug}`, `--post_content=${content}`],
        );
      copyFolder('dist/parlour', join(wordpress.dir, 'wp-content/plugins/parlour'));
      admin = await Person.signedIn(wordpress);
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

    it('is activated and connected', async () => {
      await follow('activate');
      const nonce = /name="_wpnonce" value="(\w+)"/.exec(await admin.html(PAGE))?.[1] ?? '';
      const answer = await admin.post('/wp-admin/admin-post.php', {
        action: 'parlour_connect',
        _wpnonce: nonce,
        parlour_connect_code: connectCode(backend.url, 'demo', KEY),
      });
      expect(answer.headers.get('location')).to.include('parlour_notice=saved-ok');
    });

    for (const [who, path, there] of TOUR)
      it(`shows ${path}`, async () => {
        const person = who === 'admin' ? admin : new Person(wordpress);
        expect(await person.html(path)).to.match(there);
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
