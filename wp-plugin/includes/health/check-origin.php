<?php
/**
 * Check: does Parlour accept chats from every address under which visitors see this site's pages.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Seconds to wait for a twin address of this site. */
const TWIN_TIMEOUT = 2;

/**
 * The origin (RFC 6454) of an address, such as https://example.com, or ''.
 *
 * @param string $url An address.
 */
function origin_of( string $url ): string {
	$parts = address_parts( $url );
	if ( '' === $parts['scheme'] || '' === $parts['host'] ) {
		return '';
	}
	return $parts['scheme'] . '://' . $parts['host'] . ( $parts['is_default_port'] ? '' : ":{$parts['port']}" );
}

/**
 * Other addresses under which the same pages are often to be seen: with and without www and TLS, and that of wp-admin.
 * None for addresses in numbers and on private networks.
 *
 * @param string $origin  Where the pages are.
 * @param string $site_url Where WordPress is.
 * @return string[] Origins.
 */
function twin_origins( string $origin, string $site_url ): array {
	$parts = address_parts( $origin );
	$twins = array( origin_of( $site_url ) );
	if ( $parts['is_default_port'] && ! is_local_host( $parts['host'] ) && ! filter_var( $parts['host'], FILTER_VALIDATE_IP ) ) {
		$other = 0 === strpos( $parts['host'], 'www.' ) ? substr( $parts['host'], 4 ) : "www.{$parts['host']}";
		foreach ( array( 'https', 'http' ) as $scheme ) {
			$twins[] = "{$scheme}://{$parts['host']}";
			$twins[] = "{$scheme}://{$other}";
		}
	}
	return array_values( array_diff( array_unique( array_filter( $twins ) ), array( $origin ) ) );
}

/**
 * Whether Parlour accepts chats from where the pages are, and from where else they are shown.
 *
 * @param array    $settings The settings in force.
 * @param string   $origin   Where visitors end who open this site.
 * @param bool     $accepted Whether Parlour accepts it.
 * @param string[] $twins    Other origins that show the pages, and that Parlour does not accept.
 */
function judge_origin( array $settings, string $origin, bool $accepted, array $twins ): array {
	$links = link_to_dashboard( $settings['url'] );
	if ( ! $accepted ) {
		return verdict(
			'critical',
			__( 'Parlour does not accept chats from this site’s address', 'parlour' ),
			/* translators: %s: address of this WordPress site. */
			array( sprintf( __( 'In the Parlour dashboard, add %s to the site’s settings under “Where the chat may appear”, exactly like this: with or without www, http or https.', 'parlour' ), $origin ) ),
			$links
		);
	}
	if ( $twins ) {
		return verdict(
			'recommended',
			__( 'Some visitors come by an address from which Parlour does not accept chats', 'parlour' ),
			/* translators: 1: addresses of this WordPress site, 2: the address Parlour accepts. */
			array( sprintf( __( 'Your pages are also shown at %1$s, where the chat does not work. Have your web server send these visitors on to %2$s, or add the addresses in the Parlour dashboard.', 'parlour' ), implode( ', ', $twins ), $origin ) ),
			$links
		);
	}
	/* translators: %s: address of this WordPress site. */
	return verdict( 'good', sprintf( __( 'Parlour accepts chats from %s', 'parlour' ), $origin ) );
}

/**
 * Asks Parlour about the address where visitors end, and about others that show the pages without sending on.
 *
 * @param array  $settings The settings in force.
 * @param array  $backend  See look_at_backend.
 * @param string $page     Address of the page that was looked at, '' when it was not to be had.
 */
function check_origins( array $settings, array $backend, string $page ): array {
	$home     = site_origin();
	$origin   = '' === $page ? $home : origin_of( $page );
	$accepted = $origin === $home ? 'origin' !== $backend['status'] : accepts_origin( $settings, $origin );
	$twins    = array();
	foreach ( $accepted ? twin_origins( $origin, site_url() ) : array() as $twin ) {
		if ( ! accepts_origin( $settings, $twin ) && 200 === health_fetch( $twin . '/', array(), 1024, TWIN_TIMEOUT )['status'] ) {
			$twins[] = $twin;
		}
	}
	return judge_origin( $settings, $origin, $accepted, $twins );
}

/**
 * Whether Parlour accepts chats from an origin. Whoever gives no answer does not refuse.
 *
 * @param array  $settings The settings in force.
 * @param string $origin   See origin_of.
 */
function accepts_origin( array $settings, string $origin ): bool {
	$answer = ask_as_page( $settings, $origin );
	$body   = json_decode( $answer['body'], true, 16 );
	return 'origin' !== answer_status( $answer['status'], is_array( $body ) ? $body : array(), $settings['site'] );
}
