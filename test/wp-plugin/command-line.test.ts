/** `wp parlour`, wp-config.php constants, and what is left after the plugin is deleted. */
import { expect } from 'chai';
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

  it('takes address, site and key from wp-config.php, and then only from there', async () => {
    await wordpress.wp('parlour', 'connect', connectCode('https://elsewhere.example.com', 'old', KEY));
    await wordpress.wp('config', 'set', 'PARLOUR_URL', backend.url);
    await wordpress.wp('config', 'set', 'PARLOUR_SITE_KEY', 'fixed');
    expect(await status()).to.include({ url: backend.url, site: 'fixed', key: false });
    await wordpress.wp('config', 'set', 'PARLOUR_API_KEY', KEY);
    expect(await status()).to.include({ key: true, check: 'ok' });
    expect(await failure('parlour', 'connect', connectCode(backend.url))).to.include('set in wp-config.php');
    expect(await failure('parlour', 'disconnect')).to.include('set in wp-config.php');
    for (const name of ['URL', 'SITE_KEY', 'API_KEY'])
      await wordpress.wp('config', 'delete', `PARLOUR_${name}`);
    expect((await status()).site).to.equal('old');
  });

  it('leaves nothing behind when the plugin is deleted', async () => {
    await wordpress.wp('plugin', 'uninstall', 'parlour', '--deactivate');
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
