<?php
/**
 * Asks the Parlour backend, server to server, whether the chat would work here. Only called by an admin's action.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const BACKEND_TIMEOUT  = 5;
const BACKEND_STATUSES = array( 'ok', 'unreachable', 'origin', 'unknown_site', 'unexpected' );

/**
 * Fetches the widget settings the way a visitor's browser on this site would.
 *
 * The status is one of: ok; unreachable (no answer); origin (Parlour does not allow this site's address);
 * unknown_site (no such site key); unexpected (the answer is not Parlour's).
 *
 * @param array $settings The url and site to ask for.
 * @return array{status: string, title: string}
 */
function check_backend( array $settings ): array {
	$response = wp_remote_get(
		$settings['url'] . '/api/v1/visitor/sites/' . rawurlencode( $settings['site'] ),
		array(
			'timeout'             => BACKEND_TIMEOUT,
			'redirection'         => 0,
			'limit_response_size' => 64 * KB_IN_BYTES,
			'user-agent'          => 'Parlour for WordPress/' . VERSION,
			'headers'             => array(
				'Accept' => 'application/json',
				'Origin' => site_origin(),
			),
		)
	);
	// For a failed request, WordPress gives an empty body and no status.
	$body = json_decode( wp_remote_retrieve_body( $response ), true, 16 );
	$body = is_array( $body ) ? $body : array();
	return array(
		'status' => answer_status( (int) wp_remote_retrieve_response_code( $response ), $body, $settings['site'] ),
		'title'  => clean_text( $body['title'] ?? '', 80 ),
	);
}

/**
 * What an answer means.
 *
 * @param int    $http_status HTTP status of the answer, 0 when there was none.
 * @param array  $body        The decoded answer.
 * @param string $site        The site key that was asked for.
 */
function answer_status( int $http_status, array $body, string $site ): string {
	$error = is_array( $body['error'] ?? null ) ? $body['error'] : array();
	if ( 200 === $http_status && ( $body['siteKey'] ?? '' ) === $site ) {
		return 'ok';
	}
	if ( 403 === $http_status && 'origin_not_allowed' === ( $error['id'] ?? '' ) ) {
		return 'origin';
	}
	if ( 404 === $http_status && isset( $error['id'] ) ) {
		return 'unknown_site';
	}
	return in_array( $http_status, array( 0, 502, 503, 504 ), true ) ? 'unreachable' : 'unexpected';
}

/**
 * The origin (RFC 6454) that browsers send from this site's public pages, such as https://example.com.
 */
function site_origin(): string {
	$parts = wp_parse_url( home_url() );
	$port  = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	return strtolower( ( $parts['scheme'] ?? 'https' ) . '://' . ( $parts['host'] ?? '' ) ) . $port;
}
