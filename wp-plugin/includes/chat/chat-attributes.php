<?php
/**
 * The attributes that a chat may have, wherever they were written.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Attributes that are one of a few words. The first one of `mode` is what a chat is without it. */
const CHAT_CHOICES = array(
	'mode'     => array( 'inline', 'floating', 'iframe' ),
	'theme'    => array( 'auto', 'light', 'dark' ),
	'position' => array( 'right', 'left' ),
	'device'   => array( 'phones', 'larger' ),
);

/**
 * Every attribute a chat may have, empty.
 *
 * @return array<string, string>
 */
function empty_chat_attributes(): array {
	return array_fill_keys( array( 'site', 'mode', 'title', 'greeting', 'height', 'theme', 'accent', 'position', 'locale', 'device' ), '' );
}

/**
 * All attributes, each checked; one that cannot be used is ''.
 *
 * @param mixed $given Attributes as somebody wrote them: site (another site key of the same backend), mode, title,
 *                     greeting, height (a CSS length), theme, accent (#rrggbb), position, locale (such as de-AT),
 *                     device.
 * @return array<string, string>
 */
function clean_chat_attributes( $given ): array {
	$given = array_merge( empty_chat_attributes(), is_array( $given ) ? $given : array() );
	$clean = array(
		'site'     => clean_site_key( $given['site'] ),
		'mode'     => '',
		'title'    => clean_text( $given['title'], 80 ),
		'greeting' => clean_text( $given['greeting'], 1000 ),
		'height'   => clean_height( $given['height'] ),
		'theme'    => '',
		'accent'   => matching( '/^#[0-9a-f]{6}$/iD', $given['accent'] ),
		'position' => '',
		'locale'   => matching( '/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iD', $given['locale'] ),
		'device'   => '',
	);
	foreach ( CHAT_CHOICES as $name => $choices ) {
		$clean[ $name ] = in_array( $given[ $name ], $choices, true ) ? $given[ $name ] : '';
	}
	$clean['mode'] = '' === $clean['mode'] ? CHAT_CHOICES['mode'][0] : $clean['mode'];
	return $clean;
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
 * The value where it is a text of this form, else ''.
 *
 * @param string $pattern Regular expression, one of ours.
 * @param mixed  $value   What was given.
 */
function matching( string $pattern, $value ): string {
	return is_string( $value ) && preg_match( $pattern, $value ) ? $value : '';
}
