<?php
/**
 * What the Placement tab can do.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Stores the rules.
 */
function handle_placement(): void {
	require_admin( 'parlour_placement' );
	// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- checked in require_admin; cleaned in save_placement.
	save_placement( isset( $_POST['parlour_placement'] ) ? wp_unslash( $_POST['parlour_placement'] ) : array() );
	return_to_page( 'placement_saved', 'placement' );
}
add_action( 'admin_post_parlour_placement', __NAMESPACE__ . '\handle_placement' );
