<?php
/**
 * Connecting and disconnecting, the same for the settings page and WP-CLI. Callers check the person's rights first.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_Error;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Stores what a connect code says and asks the backend once. The settings are kept when the backend cannot be
 * reached, because it may simply not be running yet.
 *
 * @param string $code           The code as it was pasted.
 * @param bool   $may_be_private Whether it may lead to this machine or its private network.
 * @return string|WP_Error The backend's status (see check_backend), or what is wrong with the code.
 */
function connect( string $code, bool $may_be_private = true ) {
	if ( is_set_in_config() ) {
		return new WP_Error( 'code_config' );
	}
	$settings = read_connect_code( $code );
	if ( is_wp_error( $settings ) ) {
		return $settings;
	}
	if ( ! $may_be_private && is_local_host( gethostbyname( (string) wp_parse_url( $settings['url'], PHP_URL_HOST ) ) ) ) {
		return new WP_Error( 'code_private' );
	}
	$settings['connected_at'] = time();
	// Whoever let Parlour be told who is signed in meant the server that was named there, and no other.
	$before               = stored_settings();
	$settings['identity'] = $before['identity'] && $before['url'] === $settings['url'];
	$answer               = check_backend( $settings );
	save_settings( array_merge( $settings, $answer ) );
	return $answer['status'];
}

/**
 * Asks the backend again and remembers what it found, unless somebody connected or disconnected meanwhile.
 *
 * @return string The backend's status, see check_backend.
 */
function check_connection(): string {
	$asked  = get_settings();
	$answer = check_backend( $asked );
	// Other requests changed the database, and not what this one has in memory.
	wp_cache_delete( OPTION, 'options' );
	$stored = stored_settings();
	if ( ! is_set_in_config() && $stored['url'] === $asked['url'] && $stored['site'] === $asked['site'] ) {
		$title = 'ok' === $answer['status'] ? $answer['title'] : $stored['title'];
		save_settings( array_merge( $stored, array( 'status' => $answer['status'] ), compact( 'title' ) ) );
	}
	return $answer['status'];
}

/**
 * Forgets the connection. The chat disappears from the pages at once.
 */
function disconnect(): void {
	delete_settings();
}

/**
 * A status in plain words, with what to do about it.
 *
 * @param string $status   See check_backend.
 * @param array  $settings The settings in force.
 */
function describe_status( string $status, array $settings ): string {
	switch ( $status ) {
		case 'ok':
			return __( 'Parlour answers, and accepts chats from this site.', 'parlour' );
		case 'unreachable':
			/* translators: 1: address of the Parlour backend, 2: number of seconds. */
			$text = __( 'Parlour at %1$s did not answer within %2$d seconds. Check that it is running and that this server can reach it. The chat will work as soon as it does.', 'parlour' );
			return sprintf( $text, $settings['url'], BACKEND_TIMEOUT );
		case 'origin':
			/* translators: %s: address of this WordPress site. */
			return sprintf( __( 'Parlour answers, but does not accept chats from %s yet. In the Parlour dashboard, add this address to the site’s settings under “Where the chat may appear”.', 'parlour' ), site_origin() );
		case 'unknown_site':
			/* translators: 1: address of the Parlour backend, 2: site key. */
			return sprintf( __( 'Parlour at %1$s answers, but does not know a site with the key %2$s. Make a new connect code in the Parlour dashboard.', 'parlour' ), $settings['url'], $settings['site'] );
		default:
			/* translators: %s: address of the Parlour backend. */
			return sprintf( __( 'Something answers at %s, but it does not look like Parlour. Check the address in the Parlour dashboard and make a new connect code.', 'parlour' ), $settings['url'] );
	}
}

/**
 * What is wrong with a connect code, in plain words.
 *
 * @param string $error One of the errors of read_connect_code, or code_config or code_private.
 */
function describe_code_error( string $error ): string {
	switch ( $error ) {
		case 'code_empty':
			return __( 'The field is empty. Paste the connect code from the Parlour dashboard.', 'parlour' );
		case 'code_address':
			return __( 'The address in this code cannot be used. It must begin with https://, unless Parlour runs on the same machine or private network.', 'parlour' );
		case 'code_damaged':
			return __( 'This code is incomplete or was changed on the way. Copy the whole code from the Parlour dashboard once more.', 'parlour' );
		case 'code_private':
			return __( 'The address in this code is on a private network. Only an administrator of the whole network of sites can connect to it.', 'parlour' );
		case 'code_config':
			return __( 'The connection is set in wp-config.php. Remove PARLOUR_URL and PARLOUR_SITE_KEY there first.', 'parlour' );
		default:
			return __( 'This is not a Parlour connect code. A connect code begins with plr1_ and is made in the Parlour dashboard.', 'parlour' );
	}
}
