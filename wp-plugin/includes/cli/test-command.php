<?php
/**
 * `wp parlour test`: the checks of Site Health for the command line, monitors and deployments.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_CLI;
use WP_CLI\Utils;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Looks for whatever would keep the chat from working: the server, this site's addresses, the script, the page as
 * visitors get it, the Content-Security-Policy, the API key and the clocks. Ends with status 1 when something does.
 *
 * ## OPTIONS
 *
 * [--format=<format>]
 * : How to show it.
 * ---
 * default: table
 * options:
 *   - table
 *   - json
 * ---
 *
 * ## EXAMPLES
 *
 *     wp parlour test
 *     wp parlour test --format=json
 *
 * @param string[] $args  None.
 * @param string[] $assoc The format.
 */
function test_command( array $args, array $assoc ): void {
	require_once __DIR__ . '/../health/checks.php';
	$rows     = array();
	$critical = 0;
	foreach ( run_health_checks() as $name => $verdict ) {
		$rows[]    = array(
			'check'  => $name,
			'status' => $verdict['status'],
			'found'  => $verdict['label'],
			'do'     => implode( ' ', $verdict['text'] ),
		);
		$critical += (int) ( 'critical' === $verdict['status'] );
	}
	if ( 'json' === ( $assoc['format'] ?? 'table' ) ) {
		WP_CLI::print_value( $rows, array( 'format' => 'json' ) );
	} else {
		Utils\format_items( 'table', $rows, array( 'check', 'status', 'found' ) );
		print_advice( $rows );
	}
	if ( $critical > 0 ) {
		WP_CLI::halt( 1 );
	}
}

/**
 * Says below the table what to do about what is not well; in the table it would be broken into pieces.
 *
 * @param array[] $rows The table's rows.
 */
function print_advice( array $rows ): void {
	foreach ( $rows as $row ) {
		if ( in_array( $row['status'], array( 'critical', 'recommended' ), true ) ) {
			WP_CLI::line( sprintf( "\n%s: %s\n%s", $row['check'], $row['found'], $row['do'] ) );
		}
	}
}

WP_CLI::add_command( 'parlour test', __NAMESPACE__ . '\test_command' );
