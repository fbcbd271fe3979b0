<?php
/**
 * Tools -> Site Health: the checks among WordPress's own. Those that ask a server run one by one from the screen,
 * through the REST API, so that the screen itself never waits.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_REST_Request;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Adds the checks.
 *
 * @param array $tests Tests of Site Health: direct and async ones.
 */
function add_health_checks( $tests ) {
	require_once __DIR__ . '/checks.php';
	foreach ( health_checks() as $name => $label ) {
		$run = static function () use ( $name ): array {
			return site_health_result( $name );
		};
		if ( ! in_array( $name, SLOW_CHECKS, true ) ) {
			$tests['direct'][ "parlour_{$name}" ] = array(
				'label' => $label,
				'test'  => $run,
			);
			continue;
		}
		$tests['async'][ "parlour_{$name}" ] = array(
			'label'             => $label,
			'test'              => rest_url( "parlour/v1/health/{$name}" ),
			'has_rest'          => true,
			'async_direct_test' => $run,
		);
	}
	return $tests;
}
add_filter( 'site_status_tests', __NAMESPACE__ . '\add_health_checks' );

/**
 * Registers the address of the checks that ask a server.
 */
function register_health_route(): void {
	register_rest_route(
		'parlour/v1',
		'/health/(?P<check>[a-z]+)',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\answer_health_check',
			'permission_callback' => __NAMESPACE__ . '\may_see_health',
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_health_route' );

/**
 * Whether the person may see Site Health.
 */
function may_see_health(): bool {
	return current_user_can( 'view_site_health_checks' );
}

/**
 * Runs one check for the screen.
 *
 * @param WP_REST_Request $request Names the check.
 * @return array|\WP_Error
 */
function answer_health_check( WP_REST_Request $request ) {
	require_once __DIR__ . '/checks.php';
	$name = (string) $request['check'];
	if ( ! isset( health_checks()[ $name ] ) ) {
		return new \WP_Error( 'rest_no_route', __( 'There is no such check.', 'parlour' ), array( 'status' => 404 ) );
	}
	return site_health_result( $name );
}

/**
 * A verdict in the form that Site Health wants. A check that has to wait for another counts as passed: it asks for
 * nothing that the other does not ask for already.
 *
 * @param string $name A key of health_checks.
 * @return array{label: string, status: string, badge: array, description: string, actions: string, test: string}
 */
function site_health_result( string $name ): array {
	$verdict = run_health_check( $name );
	$text    = $verdict['text'] ? $verdict['text'] : array( __( 'There is nothing to do.', 'parlour' ) );
	$html    = '';
	foreach ( $text as $paragraph ) {
		$html .= '<p>' . esc_html( $paragraph ) . '</p>';
	}
	return array(
		'label'       => $verdict['label'],
		'status'      => 'skipped' === $verdict['status'] ? 'good' : $verdict['status'],
		'badge'       => array(
			'label' => __( 'Parlour', 'parlour' ),
			'color' => 'blue',
		),
		'description' => $html,
		'actions'     => actions_html( 'good' === $verdict['status'] ? array() : $verdict['links'] ),
		'test'        => "parlour_{$name}",
	);
}

/**
 * Links to where something can be mended. Those that lead out of wp-admin open a new tab and say so.
 *
 * @param array<string, string> $links Addresses and their words.
 */
function actions_html( array $links ): string {
	$html = '';
	foreach ( $links as $url => $words ) {
		$inside = 0 === strpos( $url, admin_url() );
		$more   = $inside ? '' : sprintf( '<span class="screen-reader-text"> %s</span><span aria-hidden="true" class="dashicons dashicons-external"></span>', esc_html__( '(opens in a new tab)', 'parlour' ) );
		$html  .= sprintf( '<p><a href="%s"%s>%s%s</a></p>', esc_url( $url ), $inside ? '' : ' target="_blank" rel="noopener noreferrer"', esc_html( $words ), $more );
	}
	return $html;
}
