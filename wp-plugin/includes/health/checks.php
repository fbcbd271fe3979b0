<?php
/**
 * The list of checks, the same for Site Health and `wp parlour test`. Each file beside this one judges what was found;
 * here is who is asked for it. No server is contacted before there is a connection.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

require_once __DIR__ . '/verdict.php';
require_once __DIR__ . '/fetch.php';
require_once __DIR__ . '/facts.php';
require_once __DIR__ . '/look-at-page.php';
require_once __DIR__ . '/page-facts.php';
require_once __DIR__ . '/csp-policy.php';
require_once __DIR__ . '/csp-sources.php';
require_once __DIR__ . '/check-connection.php';
require_once __DIR__ . '/check-backend.php';
require_once __DIR__ . '/check-origin.php';
require_once __DIR__ . '/check-script.php';
require_once __DIR__ . '/check-page.php';
require_once __DIR__ . '/check-tag.php';
require_once __DIR__ . '/check-csp.php';

/** Checks that ask another server or load a page, in the order in which they run. */
const SLOW_CHECKS = array( 'backend', 'page', 'origin', 'script', 'csp', 'key', 'clock' );

/** Of these, the ones that mean nothing while the backend does not answer. */
const BACKEND_CHECKS = array( 'origin', 'script', 'key', 'clock' );

/**
 * The checks that are of use now, and what each is about. Without a connection there is only one.
 *
 * @return array<string, string>
 */
function health_checks(): array {
	$connection = array( 'connection' => __( 'Parlour connection', 'parlour' ) );
	if ( ! is_connected() ) {
		return $connection;
	}
	return $connection + array(
		'address' => __( 'Parlour address for visitors', 'parlour' ),
		'backend' => __( 'Parlour server', 'parlour' ),
		'page'    => __( 'Parlour chat in the page', 'parlour' ),
		'origin'  => __( 'Parlour and this site’s addresses', 'parlour' ),
		'script'  => __( 'Parlour script', 'parlour' ),
		'csp'     => __( 'Parlour and the Content-Security-Policy', 'parlour' ),
		'key'     => __( 'Parlour API key', 'parlour' ),
		'clock'   => __( 'Parlour clock', 'parlour' ),
	);
}

/**
 * Runs one check.
 *
 * @param string $name A key of health_checks.
 * @return array See verdict.
 */
function run_health_check( string $name ): array {
	$settings = get_settings();
	if ( 'connection' === $name || '' === $settings['url'] ) {
		return judge_connection( $settings, parlour_constants() );
	}
	if ( 'address' === $name ) {
		return judge_address( $settings['url'], home_url( '/' ) );
	}
	if ( 'page' === $name || 'csp' === $name ) {
		$page = health_facts( 'page', $settings, 'page' === $name );
		if ( 'csp' === $name && 200 !== $page['http'] ) {
			return verdict( 'skipped', __( 'The Content-Security-Policy will be checked once the page with the chat can be looked at', 'parlour' ) );
		}
		return 'page' === $name ? judge_page( $page, $settings ) : judge_csp( $page, $settings );
	}
	$backend = health_facts( 'backend', $settings, 'backend' === $name );
	if ( in_array( $name, BACKEND_CHECKS, true ) && ! in_array( $backend['status'], array( 'ok', 'origin' ), true ) ) {
		/* translators: %s: what a check is about, such as Parlour API key. */
		return verdict( 'skipped', sprintf( __( '%s: will be checked once Parlour answers', 'parlour' ), health_checks()[ $name ] ) );
	}
	switch ( $name ) {
		case 'origin':
			return check_origins( $settings, $backend, seen_page( $settings ) );
		case 'script':
			$origin = origin_of( home_url() );
			return judge_script( health_fetch( widget_url( $settings['url'] ), array( 'Origin' => $origin ) ), $origin );
		case 'key':
			$answer = ask_backend( 'GET', '/api/v1/stats/summary?' . http_build_query( array( 'from' => gmdate( 'Y-m-d' ) ) ) );
			return judge_key( is_wp_error( $answer ) ? (string) $answer->get_error_code() : '', $settings );
		case 'clock':
			return judge_clock( $backend['skew'], tells_identity() );
		default:
			return judge_backend( $backend, $settings );
	}
}

/**
 * All checks, one after the other, looking anew.
 *
 * @return array<string, array> See verdict.
 */
function run_health_checks(): array {
	forget_health_facts();
	$names = array_keys( health_checks() );
	return array_combine( $names, array_map( __NAMESPACE__ . '\run_health_check', $names ) );
}

/**
 * Address of the page that was looked at, or '' when it was not to be had.
 *
 * @param array $settings The settings in force.
 */
function seen_page( array $settings ): string {
	$page = health_facts( 'page', $settings );
	return 200 === $page['http'] ? $page['page'] : '';
}

/**
 * What wp-config.php says about the connection.
 *
 * @return array<string, mixed>
 */
function parlour_constants(): array {
	$constants = array();
	foreach ( array( 'PARLOUR_URL', 'PARLOUR_SITE_KEY', 'PARLOUR_API_KEY', 'PARLOUR_IDENTITY_SECRET' ) as $name ) {
		if ( defined( $name ) ) {
			$constants[ $name ] = constant( $name );
		}
	}
	return $constants;
}
