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

if ( is_multisite() ) {
	$parlour_site_ids = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $parlour_site_ids as $parlour_site_id ) {
		switch_to_blog( $parlour_site_id );
		delete_option( 'parlour_settings' );
		restore_current_blog();
	}
} else {
	delete_option( 'parlour_settings' );
}
