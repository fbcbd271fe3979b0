<?php
/**
 * Whether an address is in a source list (W3C, Content Security Policy Level 3, 6.7.2). Pure functions.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const HOST_SOURCE = '~^(?:([a-z][a-z0-9+.-]*)://)?(\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::(\d+|\*))?(/[^?#]*)?$~i';

/**
 * Whether any value of a source list stands for an address. An empty list stands for none.
 *
 * @param string[] $values Values of the directive.
 * @param string   $url    The address to load.
 * @param string   $page   The address of the page with the policy.
 */
function source_list_matches( array $values, string $url, string $page ): bool {
	foreach ( $values as $value ) {
		if ( source_matches( $value, address_parts( $url ), address_parts( $page ) ) ) {
			return true;
		}
	}
	return false;
}

/**
 * Whether one source expression stands for an address (CSP3 6.7.2.8).
 *
 * @param string $source One value.
 * @param array  $url    Parts of the address to load.
 * @param array  $page   Parts of the page's address.
 */
function source_matches( string $source, array $url, array $page ): bool {
	if ( '*' === $source ) {
		return in_array( $url['scheme'], array( 'http', 'https' ), true ) || scheme_matches( $page['scheme'], $url['scheme'] );
	}
	if ( "'self'" === strtolower( $source ) ) {
		return $url['host'] === $page['host'] && scheme_matches( $page['scheme'], $url['scheme'] )
			&& ( $url['port'] === $page['port'] || ( $url['is_default_port'] && $page['is_default_port'] ) );
	}
	if ( preg_match( '/^([a-z][a-z0-9+.-]*):$/i', $source, $match ) ) {
		return scheme_matches( strtolower( $match[1] ), $url['scheme'] );
	}
	if ( ! preg_match( HOST_SOURCE, $source, $match ) ) {
		return false;
	}
	list( , $scheme, $host, $port, $path ) = $match + array( '', '', '', '', '' );
	return scheme_matches( '' === $scheme ? $page['scheme'] : strtolower( $scheme ), $url['scheme'] )
		&& host_matches( strtolower( $host ), $url['host'] )
		&& port_matches( $port, $url )
		&& path_matches( $path, $url['path'] );
}

/**
 * The parts that matter, with the port that is meant where none is written.
 *
 * @param string $url An address.
 * @return array{scheme: string, host: string, port: int, is_default_port: bool, path: string}
 */
function address_parts( string $url ): array {
	$parts   = wp_parse_url( $url );
	$parts   = is_array( $parts ) ? $parts : array();
	$scheme  = strtolower( $parts['scheme'] ?? '' );
	$default = array(
		'http'  => 80,
		'ws'    => 80,
		'https' => 443,
		'wss'   => 443,
	)[ $scheme ] ?? 0;
	$port    = (int) ( $parts['port'] ?? $default );
	return array(
		'scheme'          => $scheme,
		'host'            => strtolower( $parts['host'] ?? '' ),
		'port'            => $port,
		'is_default_port' => $port === $default,
		'path'            => $parts['path'] ?? '/',
	);
}

/**
 * A safer scheme always goes (CSP3 6.7.2.9).
 *
 * @param string $allowed The scheme that is allowed.
 * @param string $scheme  The address's.
 */
function scheme_matches( string $allowed, string $scheme ): bool {
	$safer = array(
		'http' => array( 'https' ),
		'ws'   => array( 'wss', 'http', 'https' ),
		'wss'  => array( 'https' ),
	);
	return $allowed === $scheme || in_array( $scheme, $safer[ $allowed ] ?? array(), true );
}

/**
 * A leading star stands for one or more names before the rest, never for none (CSP3 6.7.2.10). Addresses in numbers
 * match themselves, as browsers have it.
 *
 * @param string $pattern The host that is allowed.
 * @param string $host    The address's.
 */
function host_matches( string $pattern, string $host ): bool {
	if ( '*' === $pattern ) {
		return true;
	}
	if ( 0 === strpos( $pattern, '*.' ) ) {
		$ending = substr( $pattern, 1 );
		return strlen( $host ) > strlen( $ending ) && substr( $host, -strlen( $ending ) ) === $ending;
	}
	return $pattern === $host;
}

/**
 * Without a port, only the usual one of the address's scheme is meant (CSP3 6.7.2.11).
 *
 * @param string $port A number, a star or ''.
 * @param array  $url  Parts of the address.
 */
function port_matches( string $port, array $url ): bool {
	return '*' === $port || ( '' === $port ? $url['is_default_port'] : (int) $port === $url['port'] );
}

/**
 * A path that ends with a slash stands for all below it, any other for itself alone (CSP3 6.7.2.12).
 *
 * @param string $pattern The path that is allowed, or ''.
 * @param string $path    The address's.
 */
function path_matches( string $pattern, string $path ): bool {
	if ( '' === $pattern || '/' === $pattern ) {
		return true;
	}
	$pattern = rawurldecode( $pattern );
	$path    = rawurldecode( $path );
	return '/' === substr( $pattern, -1 ) ? 0 === strpos( $path, $pattern ) : $pattern === $path;
}
