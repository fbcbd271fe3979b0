/** The floating chat on the whole site: where an administrator's rules show it, to whom, and what a cache may keep. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Person } from '../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { connectCode } from './fake-backend.ts';

const TAB = '/wp-admin/options-general.php?page=parlour&tab=placement';

describe('The chat on the whole site', () => {
  let wordpress: WordPress;
  let visitor: Person;
  let admin: Person;

  before(async () => {
    wordpress = await startWordPress({ plugins: ['dist/parlour'] });
    visitor = new Person(wordpress);
    // Nothing listens there: what is printed does not depend on the backend.
    const code = connectCode('http://127.0.0.1:9', 'demo', 'plr_0123456789abcdefSECRETwxyz');
    const posts = [
      ['page', 'about', 'About us'],
      ['page', 'checkout', 'Pay here'],
      ['page', 'Über uns', 'Umlauts'],
      ['page', 'own', '[parlour_chat]'],
      ['post', 'news', 'News'],
    ];
    await wordpress.wp(
      'eval',
      `Parlour\\connect( '${code}' );
      foreach ( json_decode( '${JSON.stringify(posts)}' ) as $post ) {
        wp_insert_post( array( 'post_type' => $post[0], 'post_status' => 'publish', 'post_title' => $post[1], 'post_content' => $post[2] ) );
      }
      wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'done', 'post_parent' => get_page_by_path( 'checkout' )->ID ) );`,
    );
    mkdirSync(join(wordpress.dir, 'wp-content/mu-plugins'), { recursive: true });
    writeFileSync(
      join(wordpress.dir, 'wp-content/mu-plugins/filters.php'),
      `<?php
      if ( isset( $_GET['hide'] ) ) { add_filter( 'parlour_show_chat', function ( $show, $page ) { return $show && 'page' !== $page['kind']; }, 10, 2 ); }
      if ( isset( $_GET['amp'] ) ) { function amp_is_request() { return true; } }
      if ( isset( $_GET['change'] ) ) {
        add_filter( 'parlour_chat_attributes', function ( $all, $source ) { return array( 'mode' => 'floating', 'title' => '"><script>' . $source, 'accent' => '#123456', 'theme' => 'neon', 'onclick' => 'x' ); }, 10, 2 );
        add_filter( 'parlour_chat_html', function ( $html ) { return '<div class="box">' . $html . '<script>bad()</script></div>'; } );
      }`,
    );
    admin = await Person.signedIn(wordpress);
  });

  after(() => wordpress?.stop());

  /** Fills in the form of the tab, and resolves with the page that follows. */
  async function save(rules: Record<string, string>): Promise<string> {
    const page = await admin.html(TAB);
    const nonce = /name="_wpnonce" value="(\w+)"/.exec(page)![1]!;
    const form = Object.fromEntries(
      Object.entries(rules).map(([name, value]) => [`parlour_placement[${name}]`, value]),
    );
    const answer = await admin.post('/wp-admin/admin-post.php', {
      action: 'parlour_placement',
      _wpnonce: nonce,
      ...form,
    });
    expect(answer.status).to.equal(302);
    return admin.html(answer.headers.get('location')!);
  }
  const summaryIn = (page: string) => /parlour-placement-summary"[^>]*><p>(.*?)<\/p>/s.exec(page)?.[1];
  const chatsIn = (page: string) => page.match(/<parlour-chat\b[^>]*>/g) ?? [];
  /** Which of these paths show the chat, as a visitor meets them. */
  async function shownAt(paths: string[], person = visitor): Promise<string[]> {
    const pages = await Promise.all(paths.map((path) => person.html(path)));
    return paths.filter((_path, index) => chatsIn(pages[index]!).length > 0);
  }
  const ALL = ['/', '/about/', '/checkout/', '/checkout/done/', '/news/', '/nowhere/'];

  it('is off until an administrator says otherwise, and costs pages no question to the database', async () => {
    expect(await shownAt(ALL)).to.deep.equal([]);
    expect(summaryIn(await admin.html(TAB))).to.include('Off.');
    expect(await wordpress.wp('option', 'list', '--search=parlour_placement', '--format=count')).to.equal(
      '0',
    );
    writeFileSync(
      join(wordpress.dir, 'wp-content/mu-plugins/queries.php'),
      "<?php add_filter( 'query', function ( $query ) { $GLOBALS['parlour_asked'] = ( $GLOBALS['parlour_asked'] ?? 0 ) + ( false !== strpos( $query, 'parlour_' ) ? 1 : 0 ); return $query; } ); add_action( 'wp_footer', function () { echo '<i>asked ' . (int) ( $GLOBALS['parlour_asked'] ?? 0 ) . '</i>'; }, 999 );",
    );
    expect(await visitor.html('/about/')).to.include('<i>asked 0</i>');
  });

  it('shows one floating chat on every page, the same bytes for every visitor, and none where there is one', async () => {
    const saved = await save({ on: '1', every_kind: '1' });
    expect(saved).to.include('empty it, so that they show the change');
    expect(summaryIn(saved)).to.equal('Shown on every page, to everybody.');
    expect(await shownAt(ALL)).to.deep.equal(ALL);
    const page = await visitor.html('/about/');
    expect(chatsIn(page)).to.deep.equal(['<parlour-chat site="demo" mode="floating">']);
    expect(page.split('/widget.js').length - 1).to.equal(1);
    expect(page)
      .to.include('<i>asked 1</i>')
      .and.not.match(/nonce|plr_|SECRET/i);
    const other = new Person(wordpress, { 'user-agent': 'iPhone', 'accept-language': 'ar', cookie: 'x=1' });
    expect(await other.html('/about/')).to.equal(page);
    expect(chatsIn(await visitor.html('/own/'))).to.have.length(1);
  });

  it('stays out of feeds, embeds, the login page and the REST API', async () => {
    for (const path of ['/feed/', '/news/embed/', '/wp-login.php', '/wp-json/wp/v2/posts'])
      expect(await visitor.html(path), path).not.to.include('parlour-chat');
  });

  it('keeps to the kinds of pages and to the addresses that were chosen', async () => {
    await save({ on: '1', every_kind: '0', 'kinds][0': 'page' });
    expect(await shownAt(ALL)).to.deep.equal(['/about/', '/checkout/', '/checkout/done/']);
    await save({ on: '1', every_kind: '0', 'kinds][0': 'post', 'kinds][1': 'lists-and-other-pages' });
    expect(await shownAt(ALL)).to.deep.equal(['/', '/news/', '/nowhere/']);
    const page = await save({ on: '1', every_kind: '1', except: '/CheckOut/*\r\nnews\r\n' });
    expect(summaryIn(page)).to.equal('Shown on every page, except at /CheckOut/* and /news, to everybody.');
    expect(await shownAt(ALL)).to.deep.equal(['/', '/about/', '/nowhere/']);
    await save({ on: '1', every_kind: '1', only: `${wordpress.url}/checkout?x=1\n/über*\n*/DONE` });
    const paths = [...ALL, '/%C3%BCber-uns/', '/checkout/?y=2'];
    expect(await shownAt(paths)).to.deep.equal(['/checkout/', '/checkout/done/', ...paths.slice(-2)]);
  });

  it('says what the rules mean for an address', async () => {
    await save({ on: '1', every_kind: '0', 'kinds][0': 'page', except: '/checkout*' });
    const tried = async (address: string) =>
      /role="status">(.*?)<\/p>/s.exec(
        await admin.html(`${TAB}&parlour_try=${encodeURIComponent(address)}`),
      )![1];
    expect(await tried(`${wordpress.url}/about/`)).to.match(/^\/about\/: shown/);
    expect(await tried('checkout/done')).to.match(/^\/checkout\/done: not shown.*“Not at”/);
    expect(await tried('/news/')).to.include('kind of page');
    expect(await tried('"><script>alert(1)</script>')).not.to.include('<script');
  });

  it('knows who is signed in; leaves the device to the browser', async () => {
    await save({ on: '1', every_kind: '1', visitors: 'signed-out', device: 'phones' });
    expect(chatsIn(await visitor.html('/about/'))).to.deep.equal([
      '<parlour-chat site="demo" mode="floating" media="(max-width: 782px)">',
    ]);
    expect(await shownAt(['/about/'], admin)).to.deep.equal([]);
    const page = await save({ on: '1', every_kind: '1', visitors: 'signed-in', device: 'larger' });
    expect(summaryIn(page)).to.equal('Shown on every page, to people who are signed in, on larger screens.');
    expect(await shownAt(['/about/'])).to.deep.equal([]);
    expect(await shownAt(['/about/'], admin)).to.deep.equal(['/about/']);
  });

  it('lets code decide and change it, and checks afterwards what code returns', async () => {
    await save({ on: '1', every_kind: '1' });
    expect(await shownAt(['/about/?hide=1', '/news/?hide=1'])).to.deep.equal(['/news/?hide=1']);
    expect(await visitor.html('/about/?change=1')).to.include(
      '<div class="box"><parlour-chat site="demo" mode="floating" title="&quot;&gt;site" accent="#123456"></parlour-chat>bad()</div>',
    );
  });

  it('is a frame on AMP pages, which run no scripts of ours, and never floats there', async () => {
    const page = await visitor.html('/own/?amp=1');
    expect(page)
      .to.include('<iframe src="http://127.0.0.1:9/embed/demo"')
      .and.not.to.include('parlour-widget');
    expect(await visitor.html('/about/?amp=1')).not.to.include('parlour-chat');
  });

  it('is changed by administrators on our own page only', async () => {
    await wordpress.wp('user', 'create', 'edna', 'edna@example.com', '--role=editor', '--user_pass=password');
    const form = { action: 'parlour_placement', _wpnonce: 'made-up', 'parlour_placement[on]': '1' };
    const editor = await Person.signedIn(wordpress, 'edna');
    expect((await editor.post('/wp-admin/admin-post.php', form)).status).to.equal(403);
    expect((await admin.post('/wp-admin/admin-post.php', form)).status).to.equal(403);
    expect((await visitor.post('/wp-admin/admin-post.php', form)).status).to.not.equal(200);
  });

  it('takes whatever stands in the option, and answers endless patterns at once', async () => {
    const hostile = [
      'text',
      { on: { a: 1 }, kinds: 'page', only: [['x'], 7], except: { a: '*' } },
      { on: 1, except: [`/${'*a'.repeat(99)}b`], kinds: [[1]], visitors: ['x'], device: '"><script>' },
    ];
    for (const value of hostile) {
      await wordpress.wp('option', 'update', 'parlour_placement', JSON.stringify(value), '--format=json');
      const page = await visitor.get(`/nowhere/${'a'.repeat(2000)}`);
      expect(page.status).to.equal(404);
      expect(await page.text()).not.to.include('"><script>');
    }
  });

  it('has a pattern for landing pages with the chat in it', async () => {
    const html = await wordpress.wp(
      'eval',
      "echo do_blocks( WP_Block_Patterns_Registry::get_instance()->get_registered( 'parlour/landing-page' )['content'] );",
    );
    expect(html)
      .to.include('An answer at once')
      .and.to.match(/<parlour-chat site="demo" mode="inline" height="560px"/);
  });

  it('disappears with the connection, and the option with the plugin', async () => {
    await wordpress.wp('parlour', 'disconnect');
    expect(await shownAt(ALL)).to.deep.equal([]);
    expect(await shownAt(['/about/'], admin)).to.deep.equal([]);
    await wordpress.wp('plugin', 'uninstall', 'parlour', '--deactivate');
    expect(await wordpress.wp('option', 'list', '--search=parlour*', '--format=count')).to.equal('0');
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
