<?php
/**
 * What the settings page can do. Each action asks for the capability and the nonce before anything else.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Stores the pasted connect code.
 */
function handle_connect(): void {
	require_admin( 'parlour_connect' );
	// phpcs:ignore WordPress.Security.NonceVerification.Missing -- checked in require_admin.
	$code   = isset( $_POST['parlour_connect_code'] ) ? sanitize_text_field( wp_unslash( $_POST['parlour_connect_code'] ) ) : '';
	// On a network of sites, who runs one of them may not reach what only the server can reach.
	$result = connect( $code, ! is_multisite() || current_user_can( 'manage_network_options' ) );
	return_to_page( is_wp_error( $result ) ? (string) $result->get_error_code() : "saved-{$result}" );
}
add_action( 'admin_post_parlour_connect', __NAMESPACE__ . '\handle_connect' );

/**
 * Asks the backend whether the chat works.
 */
function handle_check(): void {
	require_admin( 'parlour_check' );
	return_to_page( is_connected() ? 'checked-' . check_connection() : '' );
}
add_action( 'admin_post_parlour_check', __NAMESPACE__ . '\handle_check' );

/**
 * Forgets the connection.
 */
function handle_disconnect(): void {
	require_admin( 'parlour_disconnect' );
	disconnect();
	return_to_page( 'disconnected' );
}
add_action( 'admin_post_parlour_disconnect', __NAMESPACE__ . '\handle_disconnect' );

/**
 * Ends the request with 403 unless an administrator pressed the button on our own page.
 *
 * @param string $action The nonce's action.
 */
function require_admin( string $action ): void {
	if ( ! current_user_can( CAPABILITY ) ) {
		wp_die( esc_html__( 'You are not allowed to change these settings.', 'parlour' ), '', array( 'response' => 403 ) );
	}
	check_admin_referer( $action );
}

/**
 * Goes back to the settings page and ends the request.
 *
 * @param string $notice Name of a notice, see find_notice.
 * @param string $tab    Name of the tab to open, see settings_tabs; '' for the first.
 */
function return_to_page( string $notice, string $tab = '' ): void {
	wp_safe_redirect( settings_page_url( array_filter( array( TAB_ARG => $tab, NOTICE_ARG => $notice ), 'strlen' ) ) );
	exit;
}
