<?php
/**
 * Loads the widget from the backend as a script module, only on pages that show the chat.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const WIDGET_MODULE = 'parlour-widget';

/**
 * Asks WordPress to load the widget on the page being rendered.
 *
 * No version is added to the URL: the backend answers with an ETag and knows best when the widget changed.
 *
 * @param string $backend_url The backend's public address.
 */
function enqueue_widget( string $backend_url ): void {
	wp_enqueue_script_module( WIDGET_MODULE, widget_url( $backend_url ), array(), null );
	add_action( 'wp_footer', __NAMESPACE__ . '\print_missed_widget', 100 );
}

/**
 * The widget's address.
 *
 * @param string $backend_url The backend's public address.
 */
function widget_url( string $backend_url ): string {
	return $backend_url . '/widget.js';
}

/**
 * Prints the script tag where WordPress did not. Before 6.9, block themes print modules in the head only, which is
 * too early for a shortcode that runs later, for example in a widget or a template part called by a plugin.
 */
function print_missed_widget(): void {
	if ( ! widget_was_printed() ) {
		wp_print_script_tag(
			array(
				'type' => 'module',
				'src'  => widget_url( get_settings()['url'] ),
				'id'   => WIDGET_MODULE . '-js-module',
			)
		);
	}
}

/**
 * Whether the widget's script tag is in the page already.
 *
 * @param bool $now_printed True to note that it is being printed.
 */
function widget_was_printed( bool $now_printed = false ): bool {
	static $printed = false;
	$printed        = $printed || $now_printed;
	return $printed;
}

/**
 * Asks optimisers to leave the widget's tag as it is. Combined or copied to another host it would no longer find its
 * backend, and delayed it would show the chat too late. It is small and, being a module, never blocks the page.
 *
 * @param array $attributes Attributes of any script tag.
 */
function protect_widget_tag( $attributes ) {
	if ( ! is_array( $attributes ) || WIDGET_MODULE . '-js-module' !== ( $attributes['id'] ?? '' ) ) {
		return $attributes;
	}
	widget_was_printed( true );
	return $attributes + array(
		'data-cfasync'           => 'false', // Cloudflare Rocket Loader, LiteSpeed Cache.
		'data-no-optimize'       => '1',     // LiteSpeed Cache: combine, minify.
		'data-no-defer'          => '1',     // LiteSpeed Cache: delay.
		'data-no-minify'         => '1',     // WP Rocket: minify.
		'nowprocket'             => true,    // WP Rocket: delay.
		'data-noptimize'         => '1',     // Autoptimize.
		'data-jetpack-boost'     => 'ignore', // Jetpack Boost.
		'data-pagespeed-no-defer' => true,   // PageSpeed module of the web server.
	);
}
add_filter( 'wp_script_attributes', __NAMESPACE__ . '\protect_widget_tag' );
