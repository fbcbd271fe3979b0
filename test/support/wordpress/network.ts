/** Makes a network of sites (multisite, in folders) of a site that is installed already. */
import { type Constants, writeConfig } from './site-files.ts';

/** What Tools -> Network Setup does in the database; addresses with a port are refused there. */
const CONVERT = `
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
foreach ( $wpdb->tables( 'ms_global' ) as $table => $name ) { $wpdb->$table = $name; }
update_option( 'home', URL );
update_option( 'siteurl', URL );
install_network();
populate_network( 1, wp_parse_url( URL, PHP_URL_HOST ) . ':' . wp_parse_url( URL, PHP_URL_PORT ), 'admin@example.com', 'Network', '/', false );
`;

/**
 * Converts the site in `dir`, which is to answer at `url`. Its home is in the database from then on, because each
 * site has another one.
 */
export async function convertToNetwork(
  dir: string,
  url: string,
  constants: Constants,
  wp: (...args: string[]) => Promise<string>,
): Promise<void> {
  writeConfig(dir, { ...constants, WP_INSTALLING_NETWORK: true });
  await wp('eval', `global $wpdb; const URL = '${url}'; ${CONVERT}`);
  writeConfig(dir, {
    ...constants,
    MULTISITE: true,
    SUBDOMAIN_INSTALL: false,
    DOMAIN_CURRENT_SITE: new URL(url).host,
    PATH_CURRENT_SITE: '/',
    SITE_ID_CURRENT_SITE: 1,
    BLOG_ID_CURRENT_SITE: 1,
  });
}
