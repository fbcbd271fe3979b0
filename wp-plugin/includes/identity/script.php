<?php
/**
 * The script by which the chat can ask who is signed in. It is the same for everybody, and only on pages with a chat.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Prints it where the widget's own is printed, and in the same way; see widget-script.php.
 */
function print_identity_script(): void {
	if ( has_action( 'wp_footer', __NAMESPACE__ . '\print_widget_script' ) && tells_identity() ) {
		wp_print_inline_script_tag( identity_script(), array( 'id' => WIDGET_SCRIPT . '-identity-js' ) + optimiser_marks() );
	}
}
add_action( 'wp_footer', __NAMESPACE__ . '\print_identity_script', PHP_INT_MAX );

/**
 * The script's text.
 */
function identity_script(): string {
	$flags = JSON_UNESCAPED_SLASHES | JSON_HEX_TAG | JSON_HEX_AMP;
	return sprintf(
		'/* %s */import(%s).then(function(m){m.answer(%s)}).catch(function(){});',
		WIDGET_SCRIPT,
		wp_json_encode( add_query_arg( 'ver', VERSION, plugins_url( 'assets/identity.js', PLUGIN_FILE ) ), $flags ),
		wp_json_encode( add_query_arg( 'action', IDENTITY_ACTION, admin_url( 'admin-ajax.php' ) ), $flags )
	);
}
