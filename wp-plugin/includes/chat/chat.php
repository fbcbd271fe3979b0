<?php
/**
 * One chat on a page: what shortcode, block, pattern and the whole site have in common. The HTML is the same for every
 * visitor, so that page caches are harmless.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The chat's HTML, and the widget's script at the end of the page. Nothing in feeds; while Parlour is not connected, a
 * hint for people who edit the site.
 *
 * @param array  $attributes Any of the attributes of clean_chat_attributes. What is left out comes from Parlour.
 * @param string $source     Who asks: shortcode, block or site (the chat on the whole site).
 * @return string HTML.
 */
function render_chat( array $attributes, string $source = 'block' ): string {
	if ( is_feed() ) {
		return '';
	}
	$settings = get_settings();
	if ( '' === $settings['url'] ) {
		return 'site' === $source ? '' : not_connected_hint();
	}
	$attributes = clean_chat_attributes( $attributes );
	/**
	 * Filters the attributes of a chat. They are checked again afterwards.
	 *
	 * @since 0.1.0
	 *
	 * @param array<string, string> $attributes site, mode (inline, floating or iframe), title, greeting, height, theme
	 *                                          (auto, light or dark), accent (#rrggbb), position (right or left), locale
	 *                                          and device (phones or larger); '' leaves it to Parlour.
	 * @param string                $source     Where the chat comes from: shortcode, block or site (the whole site).
	 */
	$attributes = clean_chat_attributes( apply_filters( 'parlour_chat_attributes', $attributes, $source ) );
	if ( '' === $attributes['site'] ) {
		$attributes['site'] = $settings['site'];
	}
	if ( is_amp_page() ) {
		// Pages of this kind run no scripts of ours, but may hold a frame.
		if ( 'floating' === $attributes['mode'] ) {
			return '';
		}
		$attributes['mode'] = 'iframe';
	}
	note_chat( true );
	if ( 'iframe' === $attributes['mode'] ) {
		$html = chat_iframe( $attributes, $settings['url'] );
	} else {
		enqueue_widget();
		$html = chat_element( $attributes );
	}
	/**
	 * Filters the HTML of a chat, for example to put a box around it. Scripts are taken out afterwards.
	 *
	 * @since 0.1.0
	 *
	 * @param string                $html       The element, or the frame.
	 * @param array<string, string> $attributes See parlour_chat_attributes.
	 * @param string                $source     See parlour_chat_attributes.
	 */
	$filtered = apply_filters( 'parlour_chat_html', $html, $attributes, $source );
	return $filtered === $html ? $html : clean_chat_html( $filtered );
}

/**
 * Whether the page being rendered holds a chat already.
 *
 * @param bool $now_rendered True to note that one is being put on it.
 */
function note_chat( bool $now_rendered = false ): bool {
	static $rendered = false;
	$rendered        = $rendered || $now_rendered;
	return $rendered;
}

/**
 * Whether the page is made for AMP, as the plugins that make such pages say it.
 */
function is_amp_page(): bool {
	if ( function_exists( 'amp_is_request' ) ) {
		return did_action( 'wp' ) && amp_is_request();
	}
	return function_exists( 'ampforwp_is_amp_endpoint' ) && ampforwp_is_amp_endpoint();
}

/**
 * What stands in the place of the chat while Parlour is not connected: nothing for visitors, a hint for people who
 * edit the site.
 *
 * @return string HTML.
 */
function not_connected_hint(): string {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$text = __( 'The Parlour chat will appear here once Parlour is connected. Visitors see nothing until then.', 'parlour' );
	if ( ! current_user_can( 'manage_options' ) ) {
		$more = esc_html__( 'Ask an administrator to paste the connect code.', 'parlour' );
	} else {
		$more = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=parlour' ) ), esc_html__( 'Connect Parlour', 'parlour' ) );
	}
	return sprintf( '<p class="parlour-hint"><em>%s</em> %s</p>', esc_html( $text ), $more );
}
