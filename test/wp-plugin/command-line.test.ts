/** `wp parlour`, wp-config.php constants, and what is left after the plugin is deleted. */
import { expect } from 'chai';
import { Person } from '../support/wordpress/person.ts';
import { startWordPress, type WordPress } from '../support/wordpress.ts';
import { connectCode, type FakeBackend, startFakeBackend } from './fake-backend.ts';

const KEY = 'plr_0123456789abcdefSECRETwxyz';

describe('wp parlour', () => {
  let wordpress: WordPress;
  let backend: FakeBackend;

  before(async () => {
    wordpress = await startWordPress();
    backend = await startFakeBackend();
  });

  after(async () => {
    await backend?.stop();
    await wordpress?.stop();
  });

  const status = async () => JSON.parse(await wordpress.wp('parlour', 'status', '--format=json'));
  const failure = (...args: string[]) =>
    wordpress.wp(...args).then(
      () => 'It did not fail.',
      (error: Error) => error.message,
    );

  it('comes with the zip, installed the way WordPress installs plugins', async () => {
    await wordpress.wp('plugin', 'install', 'dist/parlour.zip', '--activate');
    const plugins = JSON.parse(
      await wordpress.wp('plugin', 'list', '--name=parlour', '--fields=status,version', '--format=json'),
    );
    expect(plugins).to.deep.equal([{ status: 'active', version: '0.1.0' }]);
    expect(await status()).to.deep.equal({ connected: false });
  });

  it('connects, and tells to what without telling the key', async () => {
    const said = await wordpress.wp('parlour', 'connect', connectCode(backend.url, 'demo', KEY));
    expect(said).to.equal(`Success: Connected to site demo at ${backend.url}.`);
    const { since, ...facts } = await status();
    expect(facts).to.deep.equal({
      connected: true,
      url: backend.url,
      site: 'demo',
      title: 'Ask Acme & Co',
      key: true,
      check: 'ok',
    });
    expect(Date.parse(since)).to.be.closeTo(Date.now(), 120_000);
    expect(await wordpress.wp('parlour', 'status'))
      .to.include(backend.url)
      .and.not.include('SECRET');
  });

  it('keeps one option, which is not loaded on every page', async () => {
    const options = JSON.parse(
      await wordpress.wp(
        'option',
        'list',
        '--search=*parlour*',
        '--fields=option_name,autoload',
        '--format=json',
      ),
    );
    expect(options).to.deep.equal([{ option_name: 'parlour_settings', autoload: 'off' }]);
  });

  it('refuses a wrong code with a reason and keeps the connection', async () => {
    expect(await failure('parlour', 'connect', 'nonsense')).to.include('not a Parlour connect code');
    expect((await status()).url).to.equal(backend.url);
  });

  it('does not trust what other hands wrote into its option', async () => {
    const hostile = { url: 'javascript:alert(1)', site: '"><script>', key: '<b>', connected_at: 'x' };
    await wordpress.wp('option', 'update', 'parlour_settings', JSON.stringify(hostile), '--format=json');
    expect(await status()).to.deep.equal({ connected: false });
    expect(await wordpress.wp('eval', "echo do_shortcode( '[parlour_chat]' );")).to.equal('');
  });

  it('warns when the backend cannot be reached, and connects all the same', async () => {
    const nowhere = await startFakeBackend();
    await nowhere.stop();
    await wordpress.wp('parlour', 'connect', connectCode(nowhere.url));
    expect(await status()).to.include({ connected: true, check: 'unreachable', key: false });
  });

  it('disconnects', async () => {
    expect(await wordpress.wp('parlour', 'disconnect')).to.equal('Success: Disconnected.');
    expect(await status()).to.deep.equal({ connected: false });
  });

  it('leaves nothing behind when the plugin is deleted', async () => {
    await wordpress.wp('parlour', 'connect', connectCode(backend.url, 'demo', KEY));
    // What the list of plugins does for Deactivate and Delete.
    const remove =
      "require_once ABSPATH . 'wp-admin/includes/admin.php'; deactivate_plugins( 'parlour/parlour.php' ); var_dump( delete_plugins( array( 'parlour/parlour.php' ) ) );";
    expect(await wordpress.wp('eval', remove)).to.include('bool(true)');
    // WordPress itself remembers for a week which plugins were active.
    await wordpress.wp('option', 'delete', 'recently_activated');
    const dump =
      'global $wpdb; foreach ( $wpdb->tables() as $table ) { echo wp_json_encode( $wpdb->get_results( "SELECT * FROM $table" ) ); }';
    const everything = await wordpress.wp('eval', dump);
    expect(everything).to.include('siteurl');
    // The site's own folder may be named in it.
    expect(everything.replaceAll('parlour-wordpress', '')).not.to.match(/parlour/i);
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});

describe('wp parlour, with the connection in wp-config.php', () => {
  let wordpress: WordPress;
  let backend: FakeBackend;

  before(async () => {
    backend = await startFakeBackend();
    const constants = { PARLOUR_URL: backend.url, PARLOUR_SITE_KEY: 'fixed' };
    wordpress = await startWordPress({ plugins: ['dist/parlour'], constants });
  });

  after(async () => {
    await backend?.stop();
    await wordpress?.stop();
  });

  it('takes address and site from there, and never sends a stored key to that address', async () => {
    const stored = { url: 'https://elsewhere.example.com', site: 'old', key: KEY };
    await wordpress.wp('option', 'update', 'parlour_settings', JSON.stringify(stored), '--format=json');
    const facts = JSON.parse(await wordpress.wp('parlour', 'status', '--format=json'));
    expect(facts).to.include({ connected: true, url: backend.url, site: 'fixed', key: false, check: 'ok' });
  });

  it('says so when somebody connects or disconnects all the same', async () => {
    for (const args of [['connect', connectCode(backend.url)], ['disconnect']]) {
      const problem = await wordpress.wp('parlour', ...args).catch((error: Error) => error.message);
      expect(problem).to.include('The connection is set in wp-config.php');
    }
  });

  it('shows it on the settings page, without forms that would have no effect', async () => {
    const page = await (await Person.signedIn(wordpress)).html('/wp-admin/options-general.php?page=parlour');
    expect(page).to.include('Connected by wp-config.php').and.to.include('fixed');
    expect(page).not.to.include('parlour_connect_code').and.not.to.include('parlour_confirm');
  });

  it('left nothing in debug.log', () => {
    expect(wordpress.debugLog()).to.equal('');
  });
});
