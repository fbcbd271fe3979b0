<?php
/**
 * The chat as HTML: the widget's element, or a frame for places where scripts are taken out.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Which browsers draw a chat that is for some devices only; decided there, as caches keep one page for all. */
const DEVICE_MEDIA = array(
	'phones' => '(max-width: 782px)',
	'larger' => '(min-width: 783px)',
);

/**
 * The chat element. Inside a page its room is kept free until the widget has loaded, so that the page does not jump;
 * from then on the widget's own styles rule.
 *
 * @param array<string, string> $attributes All attributes of a chat, checked.
 * @return string HTML.
 */
function chat_element( array $attributes ): string {
	$device = $attributes['device'];
	unset( $attributes['device'] );
	if ( 'inline' === $attributes['mode'] ) {
		$attributes['style'] = 'display:block;min-height:420px;height:' . ( '' === $attributes['height'] ? '100%' : $attributes['height'] );
	} else {
		$attributes['height'] = '';
		$attributes['media']  = DEVICE_MEDIA[ $device ] ?? '';
	}
	return '<parlour-chat' . html_attributes( $attributes ) . '></parlour-chat>';
}

/**
 * The chat as a frame. It looks as the site's settings in Parlour say; the page keeps its address to itself no more
 * than the element does, so that the team sees where somebody wrote.
 *
 * @param array<string, string> $attributes  All attributes of a chat, checked.
 * @param string                $backend_url The backend's public address.
 * @return string HTML.
 */
function chat_iframe( array $attributes, string $backend_url ): string {
	$height = '' === $attributes['height'] || '%' === substr( $attributes['height'], -1 ) ? '600px' : $attributes['height'];
	return '<iframe' . html_attributes(
		array(
			'src'            => $backend_url . '/embed/' . $attributes['site'] . ( '' === $attributes['locale'] ? '' : '?lang=' . $attributes['locale'] ),
			'title'          => '' === $attributes['title'] ? __( 'Chat', 'parlour' ) : $attributes['title'],
			'loading'        => 'lazy',
			'referrerpolicy' => 'no-referrer-when-downgrade',
			'width'          => '100%',
			'height'         => 'px' === substr( $height, -2 ) ? (string) (int) $height : '600',
			'style'          => "display:block;width:100%;height:{$height};border:0",
		)
	) . '></iframe>';
}

/**
 * Attributes as they stand in a tag, with a space before each; empty ones are left out.
 *
 * @param array<string, string> $attributes Names and values.
 * @return string HTML.
 */
function html_attributes( array $attributes ): string {
	$html = '';
	foreach ( array_filter( $attributes, 'strlen' ) as $name => $value ) {
		$html .= sprintf( ' %s="%s"', esc_attr( $name ), 'src' === $name ? esc_url( $value ) : esc_attr( $value ) );
	}
	return $html;
}

/**
 * HTML that somebody's code changed: what a post may hold, and the chat itself.
 *
 * @param mixed $html The changed HTML.
 * @return string HTML.
 */
function clean_chat_html( $html ): string {
	$own = array(
		'parlour-chat' => array_fill_keys( array( 'site', 'mode', 'title', 'greeting', 'height', 'theme', 'accent', 'position', 'locale', 'media', 'class', 'id', 'style' ), true ),
		'iframe'       => array_fill_keys( array( 'src', 'title', 'loading', 'referrerpolicy', 'width', 'height', 'class', 'id', 'style' ), true ),
	);
	return is_string( $html ) ? wp_kses( $html, array_merge( wp_kses_allowed_html( 'post' ), $own ) ) : '';
}
