<?php
/**
 * Checks: is there a connection, do the constants in wp-config.php hold, can visitors' browsers use the address.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Whether there is a connection, and whether what wp-config.php says about it can be used. Asks nobody.
 *
 * @param array $settings  The settings in force.
 * @param array $constants See parlour_constants.
 */
function judge_connection( array $settings, array $constants ): array {
	$connected = '' !== $settings['url'];
	$fixed     = isset( $constants['PARLOUR_URL'], $constants['PARLOUR_SITE_KEY'] );
	if ( $fixed && ! $connected ) {
		$wrong = '' === clean_backend_url( $constants['PARLOUR_URL'] )
			? __( 'PARLOUR_URL is not an address that can be used. It must begin with https://, unless Parlour runs on the same machine or private network.', 'parlour' )
			: __( 'PARLOUR_SITE_KEY is not a site key. The site’s settings in the Parlour dashboard show it.', 'parlour' );
		return verdict( 'critical', __( 'The Parlour connection in wp-config.php cannot be used', 'parlour' ), array( $wrong, __( 'Correct wp-config.php, or remove both constants and paste a connect code. Until then the chat is on no page.', 'parlour' ) ), link_to_settings() );
	}
	if ( ! $fixed && array_intersect_key( $constants, array_flip( array( 'PARLOUR_URL', 'PARLOUR_SITE_KEY' ) ) ) ) {
		return verdict( 'recommended', __( 'wp-config.php names only half of a Parlour connection', 'parlour' ), array( __( 'PARLOUR_URL and PARLOUR_SITE_KEY have an effect only together. Define the other one too, or remove the one that is there.', 'parlour' ) ), link_to_settings() );
	}
	if ( ! $connected ) {
		return verdict( 'recommended', __( 'Parlour is not connected yet', 'parlour' ), array( __( 'The chat is on no page until you paste a connect code from the Parlour dashboard. This plugin contacts no server until then.', 'parlour' ) ), link_to_settings() );
	}
	if ( isset( $constants['PARLOUR_API_KEY'] ) && '' === $settings['key'] ) {
		return verdict( 'recommended', __( 'PARLOUR_API_KEY in wp-config.php is not a Parlour key', 'parlour' ), array( __( 'A key begins with plr_. The chat works without one, but figures and privacy requests do not. Correct or remove the constant; it replaces the key of the connect code.', 'parlour' ) ), link_to_settings() );
	}
	if ( isset( $constants['PARLOUR_IDENTITY_SECRET'] ) && '' === $settings['identity_secret'] ) {
		return verdict( 'recommended', __( 'PARLOUR_IDENTITY_SECRET in wp-config.php cannot be used', 'parlour' ), array( __( 'Parlour is not told who is signed in here. Correct the constant, or remove it to use the secret of the connect code.', 'parlour' ) ), link_to_settings() );
	}
	/* translators: 1: site key, 2: address of the Parlour backend. */
	return verdict( 'good', sprintf( __( 'Connected to the Parlour site %1$s at %2$s', 'parlour' ), $settings['site'], $settings['url'] ) );
}

/**
 * Whether browsers can reach the backend's address from this site's pages. Asks nobody.
 *
 * A secure page may only load secure scripts; the visitor's own machine counts as secure (W3C, Mixed Content; Secure
 * Contexts 3.1).
 *
 * @param string $backend The backend's address.
 * @param string $page    The address of the site's pages.
 */
function judge_address( string $backend, string $page ): array {
	$to   = address_parts( $backend );
	$from = address_parts( $page );
	if ( 'https' === $from['scheme'] && 'http' === $to['scheme'] && ! is_this_machine( $to['host'] ) ) {
		return verdict(
			'critical',
			__( 'Browsers block the chat: this site is secure and Parlour’s address is not', 'parlour' ),
			/* translators: %s: address of the Parlour backend. */
			array( sprintf( __( 'Pages that come by https may not load scripts from %s. Give Parlour an address with https, then make a new connect code.', 'parlour' ), $backend ) ),
			link_to_settings()
		);
	}
	if ( is_local_host( $to['host'] ) && ! is_local_host( $from['host'] ) ) {
		return verdict(
			'critical',
			__( 'Visitors cannot reach Parlour’s address', 'parlour' ),
			/* translators: %s: address of the Parlour backend. */
			array( sprintf( __( '%s can only be reached from this machine or its private network, but visitors of this site come from elsewhere. Set PUBLIC_URL of Parlour to its public address, then make a new connect code.', 'parlour' ), $backend ) ),
			link_to_settings()
		);
	}
	return verdict( 'good', __( 'Browsers may load the chat from Parlour’s address', 'parlour' ) );
}

/**
 * Whether a host is the machine that asks.
 *
 * @param string $host Host as it stands in a URL.
 */
function is_this_machine( string $host ): bool {
	return 1 === preg_match( '/^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/', $host );
}
