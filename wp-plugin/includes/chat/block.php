<?php
/**
 * The block parlour/chat. The editor's part of it is built from blocks/chat; what a page shows is the shortcode's HTML.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const BLOCK_SCRIPT = 'parlour-chat-editor-script';

/**
 * Registers the block and its script for the editor, with the script's translations.
 */
function register_block(): void {
	register_block_type( dirname( PLUGIN_FILE ) . '/blocks/chat', array( 'render_callback' => __NAMESPACE__ . '\render_block' ) );
	wp_set_script_translations( BLOCK_SCRIPT, 'parlour', dirname( PLUGIN_FILE ) . '/languages' );
}
add_action( 'init', __NAMESPACE__ . '\register_block' );

/**
 * The chat's HTML. A box goes around it only where the block was given a width, a name or a class: the floating button
 * must not leave an empty box on the page.
 *
 * @param mixed $attributes The block's attributes.
 */
function render_block( $attributes ): string {
	$attributes = is_array( $attributes ) ? $attributes : array();
	$html       = render_chat( $attributes, 'block' );
	// WordPress looks for shortcodes once more in the finished page, also inside attributes.
	$html = str_replace( '[', '&#091;', $html );
	if ( '' === $html || ! array_intersect_key( array_filter( $attributes ), array_flip( array( 'align', 'anchor', 'className' ) ) ) ) {
		return $html;
	}
	$anchor = isset( $attributes['anchor'] ) && is_string( $attributes['anchor'] ) ? $attributes['anchor'] : '';
	$box    = get_block_wrapper_attributes( '' === $anchor ? array() : array( 'id' => $anchor ) );
	return "<div {$box}>{$html}</div>";
}

/**
 * Tells the editor what its picture of the chat needs to know. No secret is among it.
 */
function tell_editor(): void {
	$settings = get_settings();
	$facts    = array(
		'connected'   => '' !== $settings['url'],
		'title'       => $settings['title'],
		'settingsUrl' => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=parlour' ) : '',
	);
	wp_add_inline_script( BLOCK_SCRIPT, 'window.parlourBlock = ' . wp_json_encode( $facts, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
}
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\tell_editor' );
