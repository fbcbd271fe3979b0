<?php
/**
 * Translations that come with the plugin. One from wordpress.org, where there is one, wins.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Says where the translations are, before anything asks for a text.
 */
function load_translations(): void {
	load_plugin_textdomain( 'parlour', false, dirname( plugin_basename( PLUGIN_FILE ) ) . '/languages' );
}
add_action( 'init', __NAMESPACE__ . '\load_translations', 0 );
