<?php
/**
 * The floating chat on the whole site, where the rules say so.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Prints the chat at the end of the page, unless somebody put one on the page itself: that one was meant for it.
 */
function print_site_chat(): void {
	if ( is_admin() || is_feed() || is_embed() || note_chat() ) {
		return;
	}
	$placement = get_placement();
	$page      = present_page();
	/**
	 * Filters whether the floating chat of the whole site is shown on the page being rendered. What is decided here is
	 * kept by page caches, so it must not depend on the visitor.
	 *
	 * @since 0.1.0
	 *
	 * @param bool  $show What the rules under Settings, Parlour, Placement say.
	 * @param array $page The page: kind (a post type, or lists-and-other-pages), path, signed_in.
	 */
	if ( apply_filters( 'parlour_show_chat', 'shown' === placement_verdict( $placement, $page ), $page ) ) {
		$attributes = array(
			'mode'   => 'floating',
			'device' => $placement['device'],
		);
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped in html_attributes.
		echo render_chat( $attributes, 'site' ), "\n";
	}
}
add_action( 'wp_footer', __NAMESPACE__ . '\print_site_chat', 90 );

/**
 * The page being rendered, as the rules look at it.
 *
 * @return array{kind: string, path: string, signed_in: bool}
 */
function present_page(): array {
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- only compared.
	$address = isset( $_SERVER['REQUEST_URI'] ) ? wp_unslash( $_SERVER['REQUEST_URI'] ) : '';
	return array(
		'kind'      => is_singular() ? (string) get_post_type( get_queried_object_id() ) : OTHER_PAGES,
		'path'      => plain_path( is_string( $address ) ? $address : '' ),
		'signed_in' => is_user_logged_in(),
	);
}
