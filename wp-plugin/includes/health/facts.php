<?php
/**
 * What several checks need to know, found out once: Site Health runs each check in a request of its own, and a backend
 * that does not answer must cost one timeout, not one for each of them.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const HEALTH_TRANSIENT = 'parlour_health';

/**
 * What is known about the backend or a page with the chat, found out now unless that was in the last minute.
 *
 * @param string $about    backend or page.
 * @param array  $settings The settings in force.
 * @param bool   $anew     Whether to look again in any case: the first check of a round does.
 * @return array See look_at_backend and look_at_page.
 */
function health_facts( string $about, array $settings, bool $anew = false ): array {
	$known = get_transient( HEALTH_TRANSIENT );
	$of    = $settings['url'] . ' ' . $settings['site'];
	if ( ! is_array( $known ) || ( $known['of'] ?? '' ) !== $of ) {
		$known = array( 'of' => $of );
	}
	if ( $anew || ! is_array( $known[ $about ] ?? null ) ) {
		$known[ $about ] = 'page' === $about ? look_at_page( $settings ) : look_at_backend( $settings );
		set_transient( HEALTH_TRANSIENT, $known, MINUTE_IN_SECONDS );
	}
	return $known[ $about ];
}

/**
 * Asks the backend for the chat's settings as a visitor's browser would. `status` is that of answer_status; `skew` by
 * how many seconds the backend's clock is ahead of this one, null when it is not known; `kind` what sort of answer
 * came: parlour, html, redirect or other.
 *
 * @param array $settings The settings in force.
 * @return array{status: string, http: int, error: string, seconds: float, skew: int|null, kind: string, location: string}
 */
function look_at_backend( array $settings ): array {
	$answer = ask_as_page( $settings, site_origin() );
	$body   = json_decode( $answer['body'], true, 16 );
	$body   = is_array( $body ) ? $body : array();
	$kind   = isset( $body['siteKey'] ) || isset( $body['error']['id'] ) ? 'parlour' : 'other';
	if ( $answer['status'] >= 300 && $answer['status'] < 400 ) {
		$kind = 'redirect';
	} elseif ( 'parlour' !== $kind && false !== stripos( header_line( $answer['headers'], 'content-type' ), 'html' ) ) {
		$kind = 'html';
	}
	return array(
		'status'   => answer_status( $answer['status'], $body, $settings['site'] ),
		'http'     => $answer['status'],
		'error'    => $answer['error'],
		'seconds'  => $answer['seconds'],
		'skew'     => clock_skew( $answer['headers'], time() ),
		'kind'     => $kind,
		'location' => header_line( $answer['headers'], 'location' ),
	);
}

/**
 * Asks for the chat's settings as a page of some origin.
 *
 * @param array  $settings The settings in force.
 * @param string $origin   See site_origin.
 * @return array See health_fetch.
 */
function ask_as_page( array $settings, string $origin ): array {
	$headers = array(
		'Accept' => 'application/json',
		'Origin' => $origin,
	);
	return health_fetch( $settings['url'] . '/api/v1/visitor/sites/' . rawurlencode( $settings['site'] ), $headers );
}

/**
 * By how many seconds the server's clock is ahead, or null. A cache before it tells the answer's age (RFC 9111).
 *
 * @param array $headers Headers of an answer that has just come in.
 * @param int   $now     This clock.
 */
function clock_skew( array $headers, int $now ): ?int {
	$date = strtotime( header_line( $headers, 'date' ) );
	return false === $date ? null : $date + (int) header_line( $headers, 'age' ) - $now;
}

/**
 * Forgets what was found out.
 */
function forget_health_facts(): void {
	delete_transient( HEALTH_TRANSIENT );
}
