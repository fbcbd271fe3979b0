<?php
/**
 * A cookie that says "somebody is signed in" and nothing else. WordPress's own cookies cannot be read by scripts, so
 * without this one every visitor's browser would have to ask the server.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const IDENTITY_HINT = 'parlour_signed_in';

/**
 * Sets the cookie beside WordPress's own, for as long as that one.
 *
 * @param mixed $cookie  WordPress's cookie.
 * @param int   $expires When it ends, in Unix time; 0 with the browser.
 */
function set_identity_hint( $cookie, $expires ): void {
	if ( tells_identity() ) {
		send_identity_hint( '1', (int) $expires );
	}
}
add_action( 'set_logged_in_cookie', __NAMESPACE__ . '\set_identity_hint', 10, 2 );

/**
 * Takes it away when somebody signs out.
 */
function clear_identity_hint(): void {
	if ( isset( $_COOKIE[ IDENTITY_HINT ] ) ) {
		send_identity_hint( ' ', time() - YEAR_IN_SECONDS );
	}
}
add_action( 'clear_auth_cookie', __NAMESPACE__ . '\clear_identity_hint' );

/**
 * Gives it to whoever was signed in before it was turned on, when they next come to wp-admin, which no cache keeps.
 */
function renew_identity_hint(): void {
	if ( ! isset( $_COOKIE[ IDENTITY_HINT ] ) && is_user_logged_in() && tells_identity() ) {
		send_identity_hint( '1', 0 );
	}
}
add_action( 'admin_init', __NAMESPACE__ . '\renew_identity_hint' );

/**
 * Sends the cookie.
 *
 * @param string $value   What it holds.
 * @param int    $expires Unix time; 0 with the browser.
 */
function send_identity_hint( string $value, int $expires ): void {
	if ( headers_sent() ) {
		return;
	}
	setcookie(
		IDENTITY_HINT,
		$value,
		array(
			'expires'  => $expires,
			'path'     => COOKIEPATH,
			'domain'   => (string) COOKIE_DOMAIN,
			'secure'   => is_ssl(),
			'httponly' => false,
			'samesite' => 'Lax',
		)
	);
}
