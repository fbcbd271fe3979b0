<?php
/**
 * What the tab Visitors can do.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Turns it on or off.
 */
function handle_visitors(): void {
	require_admin( 'parlour_visitors' );
	// phpcs:ignore WordPress.Security.NonceVerification.Missing -- checked in require_admin.
	$on = isset( $_POST['parlour_tell_identity'] ) && '1' === $_POST['parlour_tell_identity'];
	save_settings( array_merge( stored_settings(), array( 'identity' => $on ) ) );
	return_to_page( 'visitors_saved', 'visitors' );
}
add_action( 'admin_post_parlour_visitors', __NAMESPACE__ . '\handle_visitors' );
