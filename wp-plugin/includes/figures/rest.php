<?php
/**
 * The plugin's own address that the figures are refreshed from, after the page is there.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_REST_Request;
use WP_REST_Response;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const REST_NAMESPACE = 'parlour/v1';

/**
 * Adds GET parlour/v1/overview.
 */
function register_overview_route(): void {
	register_rest_route(
		REST_NAMESPACE,
		'/overview',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\answer_overview',
			'permission_callback' => __NAMESPACE__ . '\may_view_stats',
			'args'                => array(
				'compact' => array(
					'type'    => 'boolean',
					'default' => false,
				),
			),
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_overview_route' );

/**
 * Whether this person may see the figures. WordPress checks the nonce before: without one, nobody is signed in here.
 */
function may_view_stats(): bool {
	return current_user_can( VIEW_STATS );
}

/**
 * What to show, after asking Parlour if it is time to.
 *
 * @param WP_REST_Request $request With `compact`, for the small box.
 */
function answer_overview( WP_REST_Request $request ): WP_REST_Response {
	$response = new WP_REST_Response( overview_view( refresh_overview(), (bool) $request['compact'] ) );
	$response->header( 'Cache-Control', 'no-store, private' );
	return $response;
}
