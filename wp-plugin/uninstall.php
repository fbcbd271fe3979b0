<?php
/**
 * Removes everything the plugin stored, on every site of a network. Conversations and leads live in the Parlour
 * backend, not in WordPress, and stay there.
 *
 * @package Parlour
 */

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

/**
 * Removes what the plugin stored on the present site.
 */
function parlour_uninstall_site(): void {
	global $wpdb;
	delete_option( 'parlour_settings' );
	delete_option( 'parlour_placement' );
	// How erasures stand that Parlour could not be reached for.
	delete_metadata( 'post', 0, '_parlour_erasure', '', true );
	wp_unschedule_hook( 'parlour_erase_again' );
	// What is kept for a while: a transient's name is not known in full. An object cache forgets them by itself.
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery
	$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s OR option_name LIKE %s", $wpdb->esc_like( '_transient_parlour_' ) . '%', $wpdb->esc_like( '_transient_timeout_parlour_' ) . '%' ) );
}

if ( is_multisite() ) {
	$parlour_site_ids = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $parlour_site_ids as $parlour_site_id ) {
		switch_to_blog( $parlour_site_id );
		parlour_uninstall_site();
		restore_current_blog();
	}
} else {
	parlour_uninstall_site();
}
