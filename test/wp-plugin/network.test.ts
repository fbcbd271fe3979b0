/** A network of sites: each is connected, placed and counted for itself, and the plugin leaves all of them as it came. */
import { expect } from 'chai';
import { Person } from '../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { connectCode, type FakeBackend, startFakeBackend } from './fake-backend.ts';

const KEY = 'plr_0123456789abcdefSECRETwxyz';
/** What the plugin keeps on a site in the course of time. */
const USE_IT = `
Parlour\\save_placement( array( 'on' => true ) );
set_transient( 'parlour_overview', array( 'numbers' => array() ), DAY_IN_SECONDS );
set_transient( 'parlour_health', array(), MINUTE_IN_SECONDS );
set_transient( 'parlour_export_0123', array(), HOUR_IN_SECONDS );
add_post_meta( 1, '_parlour_erasure', array( 'state' => 'waiting' ) );
wp_schedule_single_event( time() + HOUR_IN_SECONDS, 'parlour_erase_again', array( 1 ) );
`;
const DELETE_IT = `
require_once ABSPATH . 'wp-admin/includes/admin.php';
deactivate_plugins( 'parlour/parlour.php', false, true );
var_dump( delete_plugins( array( 'parlour/parlour.php' ) ) );
delete_site_option( 'recently_activated' );
`;
/** Every row of every table of the network and of all its sites. */
const DUMP = `
global $wpdb;
foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) { echo wp_json_encode( $wpdb->get_results( "SELECT * FROM $table" ) ); }
`;

describe('The plugin on a network of sites', () => {
  let wordpress: WordPress;
  let first: FakeBackend;
  let second: FakeBackend;

  before(async () => {
    [first, second] = await Promise.all([startFakeBackend(), startFakeBackend()]);
    wordpress = await startWordPress({ network: true, plugins: ['dist/parlour'] });
    await wordpress.wp('site', 'create', '--slug=second');
  });

  after(async () => {
    await wordpress?.stop();
    await Promise.all([first?.stop(), second?.stop()]);
  });

  const onSecond = (...args: string[]) => wordpress.wp(...args, `--url=${wordpress.url}/second/`);
  const status = async (wp: WordPress['wp']) => JSON.parse(await wp('parlour', 'status', '--format=json'));

  it('connects one site without connecting the others', async () => {
    await wordpress.wp('parlour', 'connect', connectCode(first.url, 'first-key', KEY));
    expect(await status(onSecond)).to.deep.equal({ connected: false });
    expect(await new Person(wordpress).html('/second/')).not.to.include('parlour');
  });

  it('connects each site to a backend of its own', async () => {
    await onSecond('parlour', 'connect', connectCode(second.url, 'second-key', KEY));
    expect(await status(onSecond)).to.include({ url: second.url, site: 'second-key' });
    expect(await status(wordpress.wp)).to.include({ url: first.url, site: 'first-key' });
  });

  it('places the chat where the site’s own rules say so', async () => {
    await onSecond('eval', USE_IT);
    const visitor = new Person(wordpress);
    expect(await visitor.html('/second/')).to.include('<parlour-chat site="second-key"');
    expect(await visitor.html('/')).not.to.include('<parlour-chat');
  });

  it('shows each site’s administrator that site’s settings', async () => {
    const admin = await Person.signedIn(wordpress);
    const page = (site: string) => admin.html(`${site}/wp-admin/options-general.php?page=parlour`);
    expect(await page(''))
      .to.include('first-key')
      .and.not.to.include('second-key');
    expect(await page('/second'))
      .to.include('second-key')
      .and.not.to.include('first-key');
  });

  it('lets only those who run the network connect a site to the server’s own network', async () => {
    await onSecond(
      'user',
      'create',
      'samuel',
      'samuel@example.com',
      '--role=administrator',
      '--user_pass=password',
    );
    const sam = await Person.signedIn(wordpress, 'samuel');
    const page = await sam.html('/second/wp-admin/options-general.php?page=parlour');
    const asked = second.requests.length;
    const answer = await sam.post('/second/wp-admin/admin-post.php', {
      action: 'parlour_connect',
      parlour_connect_code: connectCode(second.url.replace('127.0.0.1', 'localhost'), 'inside'),
      _wpnonce: /value="parlour_connect">\s*<input[^>]*name="_wpnonce" value="(\w+)"/.exec(page)?.[1] ?? '',
    });
    expect(await sam.html(answer.headers.get('location') ?? '')).to.include('on a private network');
    expect(second.requests.length).to.equal(asked);
    expect(await status(onSecond)).to.include({ site: 'second-key' });
  });

  it('begins on a new site as if nothing was there', async () => {
    await wordpress.wp('site', 'create', '--slug=third');
    const third: WordPress['wp'] = (...args) => wordpress.wp(...args, `--url=${wordpress.url}/third/`);
    expect(await status(third)).to.deep.equal({ connected: false });
  });

  it('leaves nothing behind on any site when it is deleted', async () => {
    await wordpress.wp('eval', USE_IT);
    // Asked before, so that the test would notice if nothing was looked at.
    expect(await wordpress.wp('eval', DUMP))
      .to.include('second-key')
      .and.to.include('_parlour_erasure');
    expect(await wordpress.wp('eval', DELETE_IT)).to.include('bool(true)');
    const left = (await wordpress.wp('eval', DUMP)).replaceAll('parlour-wordpress', '');
    expect(left).to.include('siteurl');
    expect(left.match(/.{0,60}parlour.{0,60}/gi)).to.equal(null);
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
