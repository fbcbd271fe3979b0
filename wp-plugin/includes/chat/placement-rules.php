<?php
/**
 * What the rules of the placement mean for one page.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Whether the rules show the chat on a page: `shown`, or the rule that speaks against it: `off`, `kind`, `only`,
 * `except` or `visitors`. The device is not asked here, as the page is the same for all of them.
 *
 * @param array $placement The rules, see clean_placement.
 * @param array $page      The page's `kind` (a post type or OTHER_PAGES), its `path`, and `signed_in`: whether the
 *                         person is; null where that is not known.
 */
function placement_verdict( array $placement, array $page ): string {
	if ( ! $placement['on'] ) {
		return 'off';
	}
	if ( ! $placement['every_kind'] && ! in_array( $page['kind'], $placement['kinds'], true ) ) {
		return 'kind';
	}
	if ( $placement['only'] && ! matches_any( $page['path'], $placement['only'] ) ) {
		return 'only';
	}
	if ( matches_any( $page['path'], $placement['except'] ) ) {
		return 'except';
	}
	if ( null !== $page['signed_in'] && 'everybody' !== $placement['visitors'] && ( 'signed-in' === $placement['visitors'] ) !== $page['signed_in'] ) {
		return 'visitors';
	}
	return 'shown';
}

/**
 * Whether one of the patterns fits the path.
 *
 * @param string   $path     See plain_path.
 * @param string[] $patterns See matches_pattern.
 */
function matches_any( string $path, array $patterns ): bool {
	foreach ( $patterns as $pattern ) {
		if ( matches_pattern( $path, $pattern ) ) {
			return true;
		}
	}
	return false;
}

/**
 * Whether a pattern fits a path. A star stands for any characters, also none and also slashes; capitals and a slash at
 * the end make no difference. The pieces between the stars are looked for from left to right, so that no pattern can
 * take long.
 *
 * @param string $path    See plain_path.
 * @param string $pattern Such as `/checkout` or `/shop/*`.
 */
function matches_pattern( string $path, string $pattern ): bool {
	$open_end = '*' === substr( $pattern, -1 );
	$pieces   = explode( '*', $open_end ? rtrim( plain_path( $pattern ), '/' ) : plain_path( $pattern ) );
	if ( '*' === $pattern[0] ) {
		$pieces[0] = ''; // Not the slash that every plain path begins with.
	}
	$first = array_shift( $pieces );
	if ( ! $pieces ) {
		return $path === $first;
	}
	if ( 0 !== strncmp( $path, $first, strlen( $first ) ) ) {
		return false;
	}
	$last = array_pop( $pieces );
	$from = strlen( $first );
	foreach ( $pieces as $piece ) {
		$found = '' === $piece ? $from : strpos( $path, $piece, $from );
		if ( false === $found ) {
			return false;
		}
		$from = $found + strlen( $piece );
	}
	return strlen( $path ) - $from >= strlen( $last ) && ( '' === $last || substr( $path, -strlen( $last ) ) === $last );
}

/**
 * The path of an address as patterns are compared with it: decoded, in small letters, with one slash at both ends.
 *
 * @param string $address A path, perhaps with a query.
 */
function plain_path( string $address ): string {
	$path = rawurldecode( explode( '#', explode( '?', $address, 2 )[0], 2 )[0] );
	$path = function_exists( 'mb_strtolower' ) && preg_match( '//u', $path ) ? mb_strtolower( $path, 'UTF-8' ) : strtolower( $path );
	return preg_replace( '~/{2,}~', '/', "/{$path}/" );
}
