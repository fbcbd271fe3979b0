<?php
/**
 * Loads the widget from the backend, only on pages that show the chat.
 *
 * It is loaded by `import()` from a small script in the page and not by a script tag with the widget's address. A tag
 * would hold up the page's `load` event for as long as the backend does not answer, and as a module also
 * DOMContentLoaded; `import()` holds up nothing. It also survives what optimisers do to tags: dropping
 * `type="module"`, delaying, moving, combining, turning the script into a data address, printing it twice.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The script's id in the page, and the word by which optimisers know it; see optimisers.php. */
const WIDGET_SCRIPT = 'parlour-widget';

/**
 * Asks for the widget on the page being rendered. It is printed at the very end, so that a chat which a plugin prints
 * late still gets it.
 */
function enqueue_widget(): void {
	add_action( 'wp_footer', __NAMESPACE__ . '\print_widget_script', PHP_INT_MAX );
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
 * Prints the script. A site with a strict Content Security Policy adds its nonce by WordPress's own filter
 * wp_inline_script_attributes.
 */
function print_widget_script(): void {
	wp_print_inline_script_tag(
		widget_script( get_settings()['url'] ),
		array( 'id' => WIDGET_SCRIPT . '-js' ) + optimiser_marks()
	);
}

/**
 * The script's text. A backend that is down is no error of the page, so nothing is reported to whoever counts those.
 *
 * No version is added to the address: the backend answers with an ETag and knows best when the widget changed.
 *
 * @param string $backend_url The backend's public address.
 */
function widget_script( string $backend_url ): string {
	return sprintf(
		'/* %s */import(%s).catch(function(){});',
		WIDGET_SCRIPT,
		wp_json_encode( widget_url( $backend_url ), JSON_UNESCAPED_SLASHES | JSON_HEX_TAG | JSON_HEX_AMP )
	);
}
