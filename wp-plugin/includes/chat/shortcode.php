<?php
/**
 * The shortcode `[parlour_chat]`. What it prints is the same for every visitor, so that page caches are harmless.
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
 * The chat's HTML. Attributes: site (another site key of the same backend), mode (inline or floating), title,
 * greeting, height (inline only; a CSS length), theme (auto, light or dark). What is left out comes from Parlour.
 *
 * @param array|string $attributes As written in the page.
 */
function render_shortcode( $attributes ): string {
	if ( is_feed() ) {
		return '';
	}
	$settings = get_settings();
	if ( '' === $settings['url'] ) {
		return not_connected_hint();
	}
	enqueue_widget( $settings['url'] );
	return chat_html( chat_attributes( is_array( $attributes ) ? $attributes : array(), $settings ) );
}

/**
 * The attributes of the chat element: the known ones, each checked, without those that were left out.
 *
 * @param array $given    Attributes as written in the page.
 * @param array $settings The settings in force.
 * @return array<string, string>
 */
function chat_attributes( array $given, array $settings ): array {
	$given = shortcode_atts(
		array(
			'site'     => '',
			'mode'     => 'inline',
			'title'    => '',
			'greeting' => '',
			'height'   => '',
			'theme'    => '',
		),
		$given,
		SHORTCODE
	);
	$site  = clean_site_key( $given['site'] );
	$mode  = 'floating' === $given['mode'] ? 'floating' : 'inline';
	return array_filter(
		array(
			'site'     => '' === $site ? $settings['site'] : $site,
			'mode'     => $mode,
			'title'    => clean_text( $given['title'], 80 ),
			'greeting' => clean_text( $given['greeting'], 1000 ),
			'height'   => 'inline' === $mode ? clean_height( $given['height'] ) : '',
			'theme'    => in_array( $given['theme'], array( 'auto', 'light', 'dark' ), true ) ? $given['theme'] : '',
		),
		'strlen'
	);
}

/**
 * A CSS length such as 600px or 80vh, or ''. A bare number means pixels.
 *
 * @param mixed $value What was given.
 */
function clean_height( $value ): string {
	if ( ! is_string( $value ) || ! preg_match( '/^(\d{1,4}(?:\.\d{1,2})?)(px|r?em|[sld]?vh|%)?$/D', trim( $value ), $match ) ) {
		return '';
	}
	return $match[1] . ( $match[2] ?? 'px' );
}

/**
 * The chat element. Inside a page its room is kept free until the widget has loaded, so that the page does not jump;
 * from then on the widget's own styles rule.
 *
 * @param array<string, string> $attributes Attribute names and values.
 */
function chat_html( array $attributes ): string {
	if ( 'inline' === $attributes['mode'] ) {
		$attributes['style'] = 'display:block;min-height:420px;height:' . ( $attributes['height'] ?? '100%' );
	}
	$html = '';
	foreach ( $attributes as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return "<parlour-chat{$html}></parlour-chat>";
}

/**
 * What stands in the place of the chat while Parlour is not connected: nothing for visitors, a hint for people who
 * edit the site.
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
