<?php
/**
 * Where the chat's script asks who is signed in, once a conversation. The page itself never holds the answer, so that a
 * cache can keep one page for everybody.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const IDENTITY_ACTION = 'parlour_identity';

/**
 * Answers a token to a page of this site, for the person whose browser asks; 204 when there is nobody to tell of.
 *
 * There is no nonce: a page from a cache would bring one of another day, or of another person. It changes nothing, and
 * what a nonce keeps away is kept away by the browser's own word for who asks.
 */
function answer_identity(): void {
	nocache_headers();
	header( 'Cache-Control: no-store, private' );
	header( 'X-Robots-Tag: noindex' );
	if ( ! is_asked_by_own_page() ) {
		status_header( 403 );
		exit;
	}
	$identity = tells_identity() && current_user_can( 'read' ) ? current_identity() : null;
	if ( null === $identity ) {
		status_header( 204 );
		exit;
	}
	header( 'Content-Type: text/plain; charset=utf-8' );
	echo esc_html( identity_token( $identity, get_settings() ) );
	exit;
}
add_action( 'wp_ajax_' . IDENTITY_ACTION, __NAMESPACE__ . '\answer_identity' );
add_action( 'wp_ajax_nopriv_' . IDENTITY_ACTION, __NAMESPACE__ . '\answer_identity' );

/**
 * Whether a script of a page of this site asks. Browsers say so by Sec-Fetch-Site (W3C Fetch Metadata), which no script
 * can set; to a site without https they do not send it, but with each POST they send an Origin.
 */
function is_asked_by_own_page(): bool {
	if ( 'POST' !== request_header( 'REQUEST_METHOD' ) ) {
		return false;
	}
	$relation = request_header( 'HTTP_SEC_FETCH_SITE' );
	return '' === $relation ? site_origin() === request_header( 'HTTP_ORIGIN' ) : 'same-origin' === $relation;
}

/**
 * One line of what the browser sent, or ''.
 *
 * @param string $name Its name in $_SERVER.
 */
function request_header( string $name ): string {
	return isset( $_SERVER[ $name ] ) && is_string( $_SERVER[ $name ] ) ? sanitize_text_field( wp_unslash( $_SERVER[ $name ] ) ) : '';
}
