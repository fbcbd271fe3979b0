<?php
/**
 * The token that says who is signed in: a JSON Web Token (RFC 7519) in compact form, signed with HS256 and the secret
 * that came with the connect code. Nobody without that secret can make one.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** For how many seconds a token counts; Parlour takes at most ten minutes. It is used at once. */
const IDENTITY_LIFETIME = 300;

/**
 * A token that counts at this site's chat alone.
 *
 * @param array{name: string, email: string} $identity Who is signed in.
 * @param array                              $settings The settings in force.
 */
function identity_token( array $identity, array $settings ): string {
	$claims = array_filter( $identity, 'strlen' ) + array(
		'site' => $settings['site'],
		'iat'  => time(),
		'exp'  => time() + IDENTITY_LIFETIME,
	);
	$signed = encode_base64url(
		(string) wp_json_encode(
			array(
				'alg' => 'HS256',
				'typ' => 'JWT',
			)
		)
	) . '.' . encode_base64url( (string) wp_json_encode( $claims ) );
	return $signed . '.' . encode_base64url( hash_hmac( 'sha256', $signed, $settings['identity_secret'], true ) );
}

/**
 * As base64url (RFC 4648, section 5), without padding.
 *
 * @param string $bytes Any bytes.
 */
function encode_base64url( string $bytes ): string {
	return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
}
