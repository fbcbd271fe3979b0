<?php
/**
 * Calls functions of the plugin: `wp eval-file judge.php CALLS`, where CALLS is JSON, a list of [name, arguments].
 * Prints the list of results as JSON.
 */

require_once WP_PLUGIN_DIR . '/parlour/includes/health/checks.php';

$results = array();
foreach ( json_decode( $args[0], true ) as list( $name, $arguments ) ) {
	$results[] = call_user_func_array( 'Parlour\\' . $name, $arguments );
}
echo wp_json_encode( $results );
