<?php
/**
 * Calls of the backend's API with the stored key, server to server: figures for wp-admin, privacy requests.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_Error;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Sends a request and gives the decoded answer. One try, no redirects, at most 1 MB unless said otherwise.
 *
 * Errors: not_connected; no_key; unreachable (no answer in time, or the backend says that it is busy: worth another
 * try later); refused (the key is not valid any more, or may not do this); unexpected (not an answer of Parlour's,
 * or one that says the request was wrong).
 *
 * @param string     $method    GET or POST.
 * @param string     $path      Such as /api/v1/stats/overview, with its query.
 * @param array|null $body      Sent as JSON; null for none.
 * @param int        $timeout   Seconds to wait at most.
 * @param int        $max_bytes Longest answer; a longer one counts as unexpected.
 * @return array|WP_Error
 */
function ask_backend( string $method, string $path, ?array $body = null, int $timeout = 3, int $max_bytes = MB_IN_BYTES ) {
	$settings = get_settings();
	if ( '' === $settings['url'] ) {
		return new WP_Error( 'not_connected' );
	}
	if ( '' === $settings['key'] ) {
		return new WP_Error( 'no_key' );
	}
	$headers = array(
		'Accept'        => 'application/json',
		'Authorization' => 'Bearer ' . $settings['key'],
	);
	if ( null !== $body ) {
		$headers['Content-Type'] = 'application/json';
	}
	$response = wp_remote_request(
		$settings['url'] . $path,
		array(
			'method'              => $method,
			'timeout'             => $timeout,
			'redirection'         => 0,
			'limit_response_size' => $max_bytes,
			'user-agent'          => 'Parlour for WordPress/' . VERSION,
			'headers'             => $headers,
			'body'                => null === $body ? null : wp_json_encode( $body ),
		)
	);
	$answer = json_decode( wp_remote_retrieve_body( $response ), true, 32 );
	$error  = ask_error( (int) wp_remote_retrieve_response_code( $response ), $answer );
	return '' === $error ? $answer : new WP_Error( $error );
}

/**
 * What is wrong with an answer, or '' when it can be used.
 *
 * @param int   $http_status HTTP status of the answer, 0 when there was none.
 * @param mixed $answer      The decoded answer; null when it was not JSON.
 */
function ask_error( int $http_status, $answer ): string {
	if ( 0 === $http_status || 429 === $http_status || $http_status >= 500 ) {
		return 'unreachable';
	}
	if ( in_array( $http_status, array( 401, 403 ), true ) && isset( $answer['error'] ) ) {
		return 'refused';
	}
	return 200 === $http_status && is_array( $answer ) ? '' : 'unexpected';
}
