<?php
/**
 * The connect code: one line that the Parlour dashboard gives and an admin pastes here.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_Error;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const CONNECT_CODE_PREFIX = 'plr1_';

/**
 * Reads `plr1_` + base64url (RFC 4648, section 5) of the JSON `{"url": ..., "site": ..., "key": ..., "identity": ...}`;
 * the key, and the secret to sign with who is signed in, may be missing. Errors: code_empty, code_unknown (not a connect code), code_damaged (cut off or altered),
 * code_address (an address that cannot be used).
 *
 * @param string $code The code as it was pasted.
 * @return array{url: string, site: string, key: string, identity_secret: string}|WP_Error
 */
function read_connect_code( string $code ) {
	// Mail programs and chats break long lines; white space is never part of a code.
	$code = (string) preg_replace( '/\s+/', '', $code );
	if ( '' === $code ) {
		return new WP_Error( 'code_empty' );
	}
	if ( 0 !== strpos( $code, CONNECT_CODE_PREFIX ) || strlen( $code ) > 4096 ) {
		return new WP_Error( 'code_unknown' );
	}
	$json = decode_base64url( substr( $code, strlen( CONNECT_CODE_PREFIX ) ) );
	$data = null === $json ? null : json_decode( $json, true, 4 );
	if ( ! is_array( $data ) || ! isset( $data['url'], $data['site'] ) ) {
		return new WP_Error( 'code_damaged' );
	}
	$url = clean_backend_url( $data['url'] );
	if ( '' === $url ) {
		return new WP_Error( 'code_address' );
	}
	$site = clean_site_key( $data['site'] );
	$key  = clean_api_key( $data['key'] ?? '' );
	if ( '' === $site || ( ! empty( $data['key'] ) && '' === $key ) ) {
		return new WP_Error( 'code_damaged' );
	}
	$identity_secret = clean_identity_secret( $data['identity'] ?? '' );
	return compact( 'url', 'site', 'key', 'identity_secret' );
}

/**
 * The decoded text, or null when it is not base64url.
 *
 * @param string $text Without or with padding.
 */
function decode_base64url( string $text ): ?string {
	$text    = rtrim( $text, '=' );
	$decoded = preg_match( '/^[A-Za-z0-9_-]+$/D', $text ) ? base64_decode( strtr( $text, '-_', '+/' ), true ) : false;
	return false === $decoded ? null : $decoded;
}
