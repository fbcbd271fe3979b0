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
 * Domain Path:       /languages
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VERSION     = '0.1.0';
const PLUGIN_FILE = __FILE__;

require_once __DIR__ . '/includes/translations.php';

// The connection to a backend.
require_once __DIR__ . '/includes/connection/fields.php';
require_once __DIR__ . '/includes/connection/settings.php';
require_once __DIR__ . '/includes/connection/connect-code.php';
require_once __DIR__ . '/includes/connection/backend.php';
require_once __DIR__ . '/includes/connection/ask-backend.php';
require_once __DIR__ . '/includes/connection/connection.php';

// The chat on public pages.
require_once __DIR__ . '/includes/chat/optimisers.php';
require_once __DIR__ . '/includes/chat/widget-script.php';
require_once __DIR__ . '/includes/chat/chat-attributes.php';
require_once __DIR__ . '/includes/chat/chat-html.php';
require_once __DIR__ . '/includes/chat/chat.php';
require_once __DIR__ . '/includes/chat/shortcode.php';
require_once __DIR__ . '/includes/chat/block.php';
require_once __DIR__ . '/includes/chat/pattern.php';
require_once __DIR__ . '/includes/chat/placement.php';
require_once __DIR__ . '/includes/chat/placement-rules.php';
require_once __DIR__ . '/includes/chat/whole-site.php';

// Visitors who are signed in.
require_once __DIR__ . '/includes/identity/identity.php';
require_once __DIR__ . '/includes/identity/token.php';
require_once __DIR__ . '/includes/identity/endpoint.php';
require_once __DIR__ . '/includes/identity/hint-cookie.php';
require_once __DIR__ . '/includes/identity/script.php';
if ( is_admin() ) {
	require_once __DIR__ . '/includes/identity/visitors-view.php';
	require_once __DIR__ . '/includes/identity/visitors-actions.php';
}

// What is held about a person: WordPress's own tools reach Parlour, also from its timetable.
require_once __DIR__ . '/includes/privacy/person.php';
require_once __DIR__ . '/includes/privacy/exporter.php';
require_once __DIR__ . '/includes/privacy/export-items.php';
require_once __DIR__ . '/includes/privacy/export-facts.php';
require_once __DIR__ . '/includes/privacy/eraser.php';
require_once __DIR__ . '/includes/privacy/erase-again.php';
if ( is_admin() ) {
	require_once __DIR__ . '/includes/privacy/policy-text.php';
	require_once __DIR__ . '/includes/privacy/erasure-notices.php';
	require_once __DIR__ . '/includes/privacy/privacy-view.php';
}

// For developers: the snippets of the settings page.
if ( is_admin() ) {
	require_once __DIR__ . '/includes/developers/snippets.php';
	require_once __DIR__ . '/includes/developers/developers-view.php';
}

// The figures in wp-admin, and the plugin's own address that they are refreshed from.
require_once __DIR__ . '/includes/figures/capability.php';
require_once __DIR__ . '/includes/figures/numbers.php';
require_once __DIR__ . '/includes/figures/cache.php';
require_once __DIR__ . '/includes/figures/links.php';
require_once __DIR__ . '/includes/figures/tiles.php';
require_once __DIR__ . '/includes/figures/notices.php';
require_once __DIR__ . '/includes/figures/view.php';
require_once __DIR__ . '/includes/figures/rest.php';
if ( is_admin() ) {
	require_once __DIR__ . '/includes/figures/print.php';
	require_once __DIR__ . '/includes/figures/pages.php';
}

// Settings -> Parlour.
if ( is_admin() ) {
	require_once __DIR__ . '/includes/admin/notices.php';
	require_once __DIR__ . '/includes/admin/settings-page.php';
	require_once __DIR__ . '/includes/admin/settings-parts.php';
	require_once __DIR__ . '/includes/admin/settings-views.php';
	require_once __DIR__ . '/includes/admin/settings-actions.php';
	require_once __DIR__ . '/includes/admin/placement-words.php';
	require_once __DIR__ . '/includes/admin/placement-try.php';
	require_once __DIR__ . '/includes/admin/placement-pages.php';
	require_once __DIR__ . '/includes/admin/placement-view.php';
	require_once __DIR__ . '/includes/admin/placement-actions.php';
}

// Tools -> Site Health; the checks themselves are loaded when one runs.
require_once __DIR__ . '/includes/health/site-health.php';
require_once __DIR__ . '/includes/health/debug-information.php';

// The command line.
if ( defined( 'WP_CLI' ) && WP_CLI ) {
	require_once __DIR__ . '/includes/cli/commands.php';
	require_once __DIR__ . '/includes/cli/test-command.php';
}
