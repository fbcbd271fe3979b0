/** In wp-admin and on pages, with Parlour full of strangers' words and the plugin full of an administrator's (promise 16). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { SiteView } from '../../backend/sites/schema.ts';
import { testBrowser } from '../support/browser.ts';
import { Marks } from '../support/corpus/marks.ts';
import { EVIL_HOST, MARKUP } from '../support/corpus/markup.ts';
import { shownText, strangersMarkup, watch } from '../support/corpus/watched-page.ts';
import { EverywhereWriter } from '../support/corpus/write-everywhere.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { unzip } from '../support/wordpress/unzip.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';

const SETTINGS = '/wp-admin/options-general.php?page=parlour';
/** Whose conversations are exported: the first that the writer makes. */
const PERSON = 'somebody1@example.com';

/** Screens where strangers' words never stand, and what is there once they have loaded. */
const SCREENS: ReadonlyArray<[path: string, ready: string]> = [
  ['/wp-admin/admin.php?page=parlour-overview', '.parlour-overview a[href*="/dashboard/"]'],
  ['/wp-admin/index.php', '#parlour_overview a[href*="/dashboard/"]'],
  [SETTINGS, '.parlour-settings form'],
  [`${SETTINGS}&tab=visitors`, '.parlour-settings form'],
  [`${SETTINGS}&tab=privacy`, '.parlour-settings a'],
  [`${SETTINGS}&tab=developers`, '.parlour-settings pre, .parlour-settings textarea'],
  ['/wp-admin/site-health.php?tab=debug', '#wpbody-content h1'],
  ['/wp-admin/options-privacy.php?tab=policyguide', '#wpbody-content h1'],
  ['/wp-admin/export-personal-data.php', '#wpbody-content h1'],
  ['/wp-admin/erase-personal-data.php', '#wpbody-content h1'],
];

describe('strangers’ words in WordPress (promise 16)', () => {
  let wordpress: WordPress;
  let parlour: TestParlour;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let site: SiteView;
  let findings: string[];
  let walked = 0;
  const marks = new Marks();

  before(async () => {
    [parlour, wordpress, browser] = await Promise.all([
      startTestParlour({ RATE_LIMIT_FACTOR: '0' }),
      // As on networks and with careful hosts: not even an administrator may write what runs.
      startWordPress({ plugins: ['dist/parlour'], constants: { DISALLOW_UNFILTERED_HTML: true } }),
      testBrowser(),
    ]);
    site = await parlour.createSite({
      name: marks.write('the name of the site', 120),
      allowedOrigins: [wordpress.url],
      widget: {
        title: marks.write('the title of the chat', 80),
        greeting: marks.write('the greeting', 1_000),
      },
    } as never);
    await (await EverywhereWriter.for({ ...parlour, site })).write(marks.write);
    const { code } = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${site.id}/connect`);
    await wordpress.wp('parlour', 'connect', code);
    context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
    findings = await watch(context, [parlour.url, wordpress.url]);
    page = await context.newPage();
    await page.goto(`${wordpress.url}/wp-login.php`);
    await page.fill('#user_login', 'admin');
    await page.fill('#user_pass', 'password');
    await page.click('#wp-submit');
    await page.waitForURL('**/wp-admin/');
  });
  after(async () => {
    await browser?.close();
    await wordpress?.stop();
    await parlour?.stop();
  });

  const isShown = (text: string) => text.includes('__xss') || text.includes(EVIL_HOST);

  async function expectNothingElse(where: string) {
    expect(await ours(page), where).to.deep.equal([]);
    expect(findings, where).to.deep.equal([]);
    walked += 1;
  }

  it('stand on no screen of ours: figures are numbers, and settings the administrator’s', async () => {
    for (const [path, ready] of SCREENS) {
      await page.goto(wordpress.url + path);
      await page.locator(ready).first().waitFor({ state: 'attached' });
      const found = marks.in(await shownText(page)).filter((field) => !/^the (name|title)/.test(field));
      expect(found, path).to.deep.equal([]);
      await expectNothingElse(path);
    }
  });

  it('stay words in rules that an administrator stored, by the form and behind its back', async () => {
    const rules = MARKUP.slice(0, 40).map((words) => words.replaceAll('\n', ' '));
    await page.goto(`${wordpress.url}${SETTINGS}&tab=placement`);
    await page.fill('#parlour-only', rules.join('\n'));
    await page.fill('#parlour-except', rules.slice(20).join('\n'));
    await page.locator('.parlour-settings form[method=post] #submit').click();
    // The address forgets the notice at once; the page does not.
    await page.locator('.notice-success').first().waitFor();
    expect(isShown(await shownText(page))).to.equal(true);
    await expectNothingElse('the rules');
    await page.goto(
      `${wordpress.url}${SETTINGS}&tab=placement&parlour_try=${encodeURIComponent(MARKUP[42]!)}`,
    );
    await expectNothingElse('an address that is tried');
    await wordpress.wp('eval', storeUnchecked());
    for (const path of [
      SETTINGS,
      `${SETTINGS}&tab=placement`,
      '/wp-admin/admin.php?page=parlour-overview',
      '/',
    ]) {
      await page.goto(wordpress.url + path);
      await expectNothingElse(`${path}, with hostile options`);
    }
    const { code } = await parlour.admin.post<{ code: string }>(`/api/v1/sites/${site.id}/connect`);
    await wordpress.wp('option', 'delete', 'parlour_placement');
    await wordpress.wp('parlour', 'connect', code);
  });

  it('stay words on pages with the shortcode, the block and the frame', async () => {
    const words = MARKUP.filter((text) => !/["[\]]/.test(text)).slice(0, 12);
    const shortcodes = words.map(
      (text) => `[parlour_chat title="${text}" greeting="${text}" height="${text}" accent='${text}']`,
    );
    const block = (text: string) =>
      `<!-- wp:parlour/chat ${JSON.stringify({ title: text, greeting: text, anchor: text, className: text }).replace(/[<>&]|--/g, (sign) => [...sign].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join(''))} /-->`;
    const pages = {
      plain: '[parlour_chat]',
      shortcodes: shortcodes.join('\n'),
      blocks: MARKUP.slice(28, 40).map(block).join('\n'),
      frame: `[parlour_chat mode="iframe" title="${words[0]}"]`,
    };
    for (const [slug, content] of Object.entries(pages))
      await wordpress.wp(
        ...['post', 'create', '--post_type=page', '--post_status=publish'],
        ...[`--post_title=${slug}`, `--post_content=${content}`],
      );
    for (const slug of Object.keys(pages)) {
      await page.goto(`${wordpress.url}/${slug}/?utm_source=${encodeURIComponent(MARKUP[3]!)}`);
      await page.locator('parlour-chat, iframe[src*="/embed/"]').first().waitFor({ state: 'attached' });
      if (slug === 'plain')
        await until(async () => marks.in(await shownText(page)).includes('the greeting'), 'the greeting');
      await expectNothingElse(slug);
    }
  });

  it('are seen in the export of a person, and do nothing there', async () => {
    const report = await wordpress.wp('eval', exportOf(PERSON));
    const folder = join(wordpress.dir, 'export');
    unzip(join(wordpress.dir, 'wp-content/uploads/wp-personal-data-exports', report), folder);
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    await page.goto(`${wordpress.url}/wp-admin/profile.php`);
    await page.setContent(html);
    const seen = marks.in(await shownText(page));
    expect(seen)
      .to.include('POST /api/v1/visitor/session/messages text')
      .and.include('POST /api/v1/visitor/sessions page.title');
    expect(await page.evaluate(() => '__xss' in window)).to.equal(false);
    expect(findings).to.deep.equal([]);
  });

  it('left nothing in debug.log', () => {
    // Site Health asks WordPress.org for languages, which the rig does not reach.
    const lines = wordpress.debugLog().split('\n');
    expect(lines.filter((line) => line && !/WordPress\.org or this server/.test(line))).to.deep.equal([]);
    measured(16, counted`${walked} pages of WordPress walked, ${findings.length} ran or fetched`);
  });
});

/** WordPress's own screens have handlers and bases of their own: only what carries the corpus counts. */
async function ours(page: Page): Promise<string[]> {
  return (await strangersMarkup(page)).filter((found) => /__xss|evil\.example|data-xss/.test(found));
}

/** PHP that stores words where the settings are read from, as other hands in the database could. */
function storeUnchecked(): string {
  const words = JSON.stringify(MARKUP[33]);
  return `$w = json_decode( ${phpText(words)} );
    update_option( 'parlour_placement', array( 'on' => $w, 'kinds' => array( $w ), 'only' => $w, 'except' => array( $w ), 'visitors' => $w, 'device' => $w ) );
    update_option( 'parlour_settings', array_merge( get_option( 'parlour_settings' ), array( 'title' => $w, 'status' => $w, 'key' => $w, 'identity_secret' => $w, 'connected_at' => $w ) ) );`;
}

/** PHP that makes the file of a person's export as WordPress's own screen does, and prints its name. */
function exportOf(email: string): string {
  return `require_once ABSPATH . 'wp-admin/includes/privacy-tools.php';
    $id = wp_create_user_request( '${email}', 'export_personal_data', array(), 'confirmed' );
    $groups = array();
    for ( $page = 1; $page < 9; $page++ ) {
      $answer = Parlour\\export_personal_data( '${email}', $page );
      foreach ( $answer['data'] as $item ) {
        $groups[ $item['group_id'] ]['group_label'] = $item['group_label'];
        $groups[ $item['group_id'] ]['items'][ $item['item_id'] ][] = $item['data'];
      }
      if ( $answer['done'] ) { break; }
    }
    foreach ( $groups as &$group ) { $group['items'] = array_map( function ( $parts ) { return array_merge( ...$parts ); }, $group['items'] ); }
    update_post_meta( $id, '_export_data_grouped', $groups );
    wp_privacy_generate_personal_data_export_file( $id );
    echo get_post_meta( $id, '_export_file_name', true );`;
}

const phpText = (text: string) => `'${text.replace(/[\\\\']/g, '\\\\$&')}'`;
