<?php
/**
 * Addresses of the dashboard that list what a figure counts.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The lists behind the figures of one time.
 *
 * @param array  $numbers See clean_overview.
 * @param string $from    The first day, such as 2026-03-29, or '' when there are no figures yet.
 * @param string $to      The last day.
 * @param string $period  What the page of figures calls that time.
 * @return array<string, string>
 */
function span_links( array $numbers, string $from, string $to, string $period ): array {
	$days  = compact( 'from', 'to' );
	$began = $days + array( 'sort' => '-startedAt' );
	return array(
		'sessions'  => dashboard_link( $numbers, 'conversations', $began ),
		'leads'     => dashboard_link( $numbers, 'leads', array( 'contact' => 'any' ) + $days ),
		'completed' => dashboard_link( $numbers, 'conversations', array( 'completion' => 'completed' ) + $began ),
		'figures'   => dashboard_link( $numbers, 'figures', array( 'period' => $period ) ),
	);
}

/**
 * The lists of what waits for people.
 *
 * @param array $numbers See clean_overview.
 * @return array<string, string>
 */
function waiting_links( array $numbers ): array {
	return array(
		'unchecked' => dashboard_link( $numbers, 'conversations', array( 'qa' => 'unchecked' ) ),
		'issues'    => dashboard_link( $numbers, 'conversations', array( 'qa' => 'issue' ) ),
		'dead'      => dashboard_link( $numbers, 'deliveries', array( 'status' => 'dead' ) ),
		'failing'   => dashboard_link( $numbers, 'deliveries', array( 'status' => 'failed' ) ),
		'faults'    => dashboard_link( $numbers, 'errors' ),
	);
}

/**
 * One page of the dashboard, narrowed to this site.
 *
 * @param array|null            $numbers See clean_overview; null when there are none yet.
 * @param string                $page    Its name in the address.
 * @param array<string, string> $args    Its filters.
 */
function dashboard_link( ?array $numbers, string $page = '', array $args = array() ): string {
	$base = '' === ( $numbers['dashboard'] ?? '' ) ? get_settings()['url'] . '/dashboard' : $numbers['dashboard'];
	$args = array_filter( $args + array( 'site' => '' === $page ? '' : $numbers['site'] ?? '' ), 'strlen' );
	return esc_url_raw( add_query_arg( array_map( 'rawurlencode', $args ), $base . '/' . $page ), array( 'http', 'https' ) );
}
