<?php
/**
 * Plugin Name:       Parlour
 * Description:       Puts the Parlour chat on your pages: visitors talk to an assistant, and your team receives the leads.
 * Version:           0.1.0
 * Requires at least: 6.6
 * Requires PHP:      7.4
 * Author:            Parlour
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       parlour
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VERSION     = '0.1.0';
const PLUGIN_FILE = __FILE__;

require_once __DIR__ . '/includes/fields.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/connect-code.php';
require_once __DIR__ . '/includes/backend.php';
require_once __DIR__ . '/includes/connection.php';
require_once __DIR__ . '/includes/widget-script.php';
require_once __DIR__ . '/includes/shortcode.php';

if ( is_admin() ) {
	require_once __DIR__ . '/includes/notices.php';
	require_once __DIR__ . '/includes/settings-page.php';
	require_once __DIR__ . '/includes/settings-parts.php';
	require_once __DIR__ . '/includes/settings-views.php';
	require_once __DIR__ . '/includes/settings-actions.php';
}

if ( defined( 'WP_CLI' ) && WP_CLI ) {
	require_once __DIR__ . '/includes/cli.php';
}
