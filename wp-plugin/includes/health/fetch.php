<?php
/**
 * Fetches one address for a check, and tells in plain words why there was no answer.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const HEALTH_TIMEOUT = 5;

/**
 * One GET without cookies and without following redirects.
 *
 * `error` is '' or WordPress's code and message; `seconds` how long it took; `headers` have small letters, and a list
 * where one came several times.
 *
 * @param string                $url     The address.
 * @param array<string, string> $headers Headers to send.
 * @param int                   $limit   Bytes to read at most.
 * @param int                   $timeout Seconds to wait at most.
 * @return array{url: string, error: string, status: int, headers: array, body: string, seconds: float}
 */
function health_fetch( string $url, array $headers = array(), int $limit = 65536, int $timeout = HEALTH_TIMEOUT ): array {
	$started = microtime( true );
	/** This filter is documented in wp-includes/class-wp-http-streams.php */
	$verify   = ! is_own_address( $url ) || apply_filters( 'https_local_ssl_verify', false, $url );
	$response = wp_remote_get(
		$url,
		array(
			'timeout'             => $timeout,
			'redirection'         => 0,
			'limit_response_size' => $limit,
			'user-agent'          => 'Mozilla/5.0 (compatible; Parlour for WordPress/' . VERSION . '; Site Health)',
			'headers'             => $headers,
			'sslverify'           => $verify,
		)
	);
	$answered = ! is_wp_error( $response );
	$found    = $answered ? wp_remote_retrieve_headers( $response ) : array();
	return array(
		'url'     => $url,
		'error'   => $answered ? '' : $response->get_error_code() . ': ' . $response->get_error_message(),
		'status'  => (int) wp_remote_retrieve_response_code( $response ),
		'headers' => is_object( $found ) ? $found->getAll() : $found,
		'body'    => wp_remote_retrieve_body( $response ),
		'seconds' => microtime( true ) - $started,
	);
}

/**
 * Whether an address is this WordPress's own. It often cannot check its own certificate from inside, so WordPress
 * does not ask for that by default.
 *
 * @param string $url Any address.
 */
function is_own_address( string $url ): bool {
	return wp_parse_url( $url, PHP_URL_HOST ) === wp_parse_url( home_url(), PHP_URL_HOST );
}

/**
 * One header of an answer, as one line.
 *
 * @param array  $headers See health_fetch.
 * @param string $name    In small letters.
 */
function header_line( array $headers, string $name ): string {
	$value = $headers[ $name ] ?? '';
	return is_array( $value ) ? implode( ', ', $value ) : (string) $value;
}

/**
 * Why there was no answer. The messages are those of cURL (libcurl error codes) and of PHP's streams.
 *
 * @param string $error The error of health_fetch.
 * @param string $host  Whom was asked.
 */
function explain_fetch_error( string $error, string $host ): string {
	$reasons = array(
		'/http_request_not_executed/'                          => /* translators: %s: host name. */ __( 'This WordPress may not call other servers: WP_HTTP_BLOCK_EXTERNAL is set in wp-config.php. Add %s to WP_ACCESSIBLE_HOSTS there.', 'parlour' ),
		'/cURL error 6\b|getaddrinfo|resolve host/i'           => /* translators: %s: host name. */ __( 'The name %s is not known to this server. Check that it is spelled right and that its DNS entry exists.', 'parlour' ),
		'/cURL error 28\b|timed out/i'                         => /* translators: %s: host name. */ __( '%s took too long to answer. It may be down or overloaded, or a firewall drops the connection.', 'parlour' ),
		'/certificate has expired/i'                           => /* translators: %s: host name. */ __( 'The TLS certificate of %s has expired. Renew it; browsers refuse it too.', 'parlour' ),
		'/self[- ]signed/i'                                    => /* translators: %s: host name. */ __( 'The TLS certificate of %s is self-signed. Browsers refuse it too: use one that an authority signed, such as Let’s Encrypt.', 'parlour' ),
		'/local issuer|unable to verify the first/i'           => /* translators: %s: host name. */ __( 'The TLS certificate of %s comes without its chain, or from an authority that this server does not know. Have the server send the whole chain.', 'parlour' ),
		'/subject name|does not match|no alternative/i'        => /* translators: %s: host name. */ __( 'The TLS certificate of %s is made for another name. Get one for this name; browsers refuse it too.', 'parlour' ),
		'/cURL error (35|51|53|58|59|60|64|66|77|80|83|90)\b|SSL|TLS/i' => /* translators: %s: host name. */ __( 'No safe connection (TLS) to %s could be made. Check its certificate, and that https is switched on there.', 'parlour' ),
		'/cURL error 7\b|refused|connect/i'                    => /* translators: %s: host name. */ __( 'Nothing accepts connections at %s. Check that Parlour is running and that no firewall stands between the two servers.', 'parlour' ),
		'/cURL error (18|52|55|56)\b|reset by peer|empty reply/i' => /* translators: %s: host name. */ __( '%s cut the connection off before it answered. Look into its logs, and those of the proxy before it.', 'parlour' ),
	);
	foreach ( $reasons as $pattern => $words ) {
		if ( preg_match( $pattern, $error ) ) {
			return sprintf( $words, $host );
		}
	}
	/* translators: 1: host name, 2: technical message. */
	return sprintf( __( '%1$s could not be reached: %2$s', 'parlour' ), $host, $error );
}
