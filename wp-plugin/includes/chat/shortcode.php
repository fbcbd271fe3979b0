<?php
/**
 * The shortcode `[parlour_chat]`.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const SHORTCODE = 'parlour_chat';

/**
 * Registers the shortcode.
 */
function register_shortcode(): void {
	add_shortcode( SHORTCODE, __NAMESPACE__ . '\render_shortcode' );
}
add_action( 'init', __NAMESPACE__ . '\register_shortcode' );

/**
 * The chat's HTML.
 *
 * @param array|string $attributes As written in the page; see clean_chat_attributes.
 * @return string HTML.
 */
function render_shortcode( $attributes ): string {
	return render_chat( shortcode_atts( empty_chat_attributes(), is_array( $attributes ) ? $attributes : array(), SHORTCODE ), 'shortcode' );
}
