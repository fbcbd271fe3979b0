<?php
/**
 * Must-use plugin of the test rig: keeps WordPress from asking servers that cannot be reached (updates, news,
 * avatars, emoji), which would take seconds in wp-admin and fill debug.log.
 */

foreach ( array( 'core', 'plugins', 'themes' ) as $rig_type ) {
	add_filter(
		"pre_site_transient_update_{$rig_type}",
		function () {
			return (object) array(
				'last_checked'    => time(),
				'version_checked' => $GLOBALS['wp_version'],
				'updates'         => array(),
				'response'        => array(),
				'no_update'       => array(),
				'translations'    => array(),
			);
		}
	);
}
remove_action( 'init', 'wp_schedule_update_checks' );
remove_action( 'admin_init', '_maybe_update_core' );
remove_action( 'admin_init', '_maybe_update_plugins' );
remove_action( 'admin_init', '_maybe_update_themes' );

add_filter( 'pre_option_show_avatars', '__return_zero' );
add_filter( 'emoji_svg_url', '__return_false' );
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );

add_action(
	'wp_dashboard_setup',
	function () {
		remove_meta_box( 'dashboard_primary', 'dashboard', 'side' );
		remove_action( 'welcome_panel', 'wp_welcome_panel' );
	},
	99
);

// Whatever else WordPress wants from outside is answered at once; the machine itself can be reached.
add_filter(
	'pre_http_request',
	function ( $answer, $args, $url ) {
		$host = wp_parse_url( $url, PHP_URL_HOST );
		if ( in_array( $host, array( '127.0.0.1', 'localhost', '[::1]' ), true ) ) {
			return $answer;
		}
		if ( false !== strpos( $url, '-check/' ) ) {
			// Update checks write a warning to debug.log unless they get a well-formed answer.
			return array(
				'headers'  => array(),
				'body'     => '{"offers":[],"plugins":[],"themes":[],"no_update":[],"translations":[]}',
				'response' => array(
					'code'    => 200,
					'message' => 'OK',
				),
				'cookies'  => array(),
				'filename' => null,
			);
		}
		return new WP_Error( 'rig_offline', 'The test rig is offline.' );
	},
	10,
	3
);
