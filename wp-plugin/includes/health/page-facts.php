<?php
/**
 * What stands in a page's HTML that matters to the chat. Pure functions.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_HTML_Tag_Processor;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Most tags of a kind to remember of one page. */
const MAX_PAGE_FACTS = 20;

/**
 * Reads a page. `elements` is how many chat elements it has; `frames` the addresses of iframes with a chat; `scripts`
 * the tags that load the widget, see script_facts; `merged` an address of a script that an optimiser put together;
 * `policies` the contents of Content-Security-Policy meta elements; `starts_itself` whether a script tag carries its
 * own site key and needs no element.
 *
 * @param string $html The page.
 * @return array{elements: int, frames: string[], scripts: array[], merged: string, policies: string[], starts_itself: bool}
 */
function read_page( string $html ): array {
	$facts = array(
		'elements'      => 0,
		'frames'        => array(),
		'scripts'       => array(),
		'merged'        => '',
		'policies'      => array(),
		'starts_itself' => false,
	);
	$tags  = new WP_HTML_Tag_Processor( $html );
	while ( $tags->next_tag() ) {
		switch ( $tags->get_tag() ) {
			case 'PARLOUR-CHAT':
				++$facts['elements'];
				break;
			case 'IFRAME':
				$frame = attribute_with( $tags, '~/embed/[A-Za-z0-9_-]{1,64}(?:[?#]|$)~' );
				if ( '' !== $frame ) {
					$facts['frames'][] = $frame;
				}
				break;
			case 'SCRIPT':
				$script = script_facts( $tags );
				if ( null !== $script ) {
					$facts['scripts'][]     = $script;
					$facts['starts_itself'] = $facts['starts_itself'] || null !== $tags->get_attribute( 'data-site' );
				} elseif ( '' === $facts['merged'] ) {
					$facts['merged'] = attribute_with( $tags, '~/(?:autoptimize|litespeed|wpo-minify|siteground-optimizer-assets|wp-rocket|w3tc|cache/min|cache/perfmatters|hummingbird-assets|wpfc-minified)[/_.-]~' );
				}
				break;
			case 'META':
				if ( 'content-security-policy' === strtolower( (string) $tags->get_attribute( 'http-equiv' ) ) ) {
					$facts['policies'][] = (string) $tags->get_attribute( 'content' );
				}
		}
	}
	foreach ( array( 'frames', 'scripts', 'policies' ) as $list ) {
		$facts[ $list ] = array_slice( $facts[ $list ], 0, MAX_PAGE_FACTS );
	}
	return $facts;
}

/**
 * A script tag that loads the widget, by a `src` or by code that imports it; null for any other script. `held` is the
 * address where something else than `src` holds it, as optimisers do that load scripts later.
 *
 * @param WP_HTML_Tag_Processor $tags At a script tag.
 * @return array{src: string, held: string, code: string, type: string, nonce: string}|null
 */
function script_facts( WP_HTML_Tag_Processor $tags ): ?array {
	$src  = $tags->get_attribute( 'src' );
	$src  = is_string( $src ) ? $src : '';
	$code = '' === $src ? $tags->get_modifiable_text() : '';
	$id   = $tags->get_attribute( 'id' );
	$held = attribute_with( $tags, '~/widget\.js(?:[?#]|$)~' );
	$ours = is_string( $id ) && 0 === strpos( $id, WIDGET_SCRIPT . '-js' );
	if ( ! $ours && '' === $held && '' === imported_address( $code ) ) {
		return null;
	}
	$type  = $tags->get_attribute( 'type' );
	$nonce = $tags->get_attribute( 'nonce' );
	return array(
		'src'   => substr( $src, 0, 2048 ),
		'held'  => $held === $src ? '' : $held,
		'code'  => substr( $code, 0, 2048 ),
		'type'  => is_string( $type ) ? strtolower( trim( $type ) ) : '',
		'nonce' => is_string( $nonce ) ? $nonce : '',
	);
}

/**
 * The address of the widget that code imports, or ''.
 *
 * @param string $code JavaScript.
 */
function imported_address( string $code ): string {
	return preg_match( '~import\(\s*["\'`]([^"\'`]{1,2048}/widget\.js(?:\?[^"\'`]*)?)["\'`]~', str_replace( '\/', '/', $code ), $match ) ? $match[1] : '';
}

/**
 * The first attribute of the tag whose value fits, or ''.
 *
 * @param WP_HTML_Tag_Processor $tags    At a tag.
 * @param string                $pattern What the value has to fit.
 */
function attribute_with( WP_HTML_Tag_Processor $tags, string $pattern ): string {
	foreach ( (array) $tags->get_attribute_names_with_prefix( '' ) as $name ) {
		$value = $tags->get_attribute( $name );
		if ( is_string( $value ) && strlen( $value ) <= 2048 && preg_match( $pattern, $value ) ) {
			return $value;
		}
	}
	return '';
}
