<?php
/**
 * The figures as Parlour answers them, checked. Used when they arrive, when they are read back from the cache, and on
 * what other plugins made of them, so that nothing else ever reaches a page.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const COUNTS_OF_A_TIME = array( 'sessions', 'leads', 'completed' );
const COUNTS_OF_NOW    = array( 'unchecked', 'issues', 'deliveriesGivenUp', 'deliveriesFailing', 'faults' );

/** The backend counts what waits up to here. */
const MOST_COUNTED = 1000;

/** Days in the chart. */
const MAX_DAYS = 31;

/**
 * The figures with every value checked, or null when it is not an overview of Parlour's.
 *
 * @param mixed $raw What was answered or stored.
 * @return array{timezone: string, dashboard: string, site: string, today: array, month: array, now: array, series: array}|null
 */
function clean_overview( $raw ): ?array {
	if ( ! is_array( $raw ) || ! is_array( $raw['today'] ?? null ) || ! is_array( $raw['month'] ?? null ) || ! is_array( $raw['now'] ?? null ) ) {
		return null;
	}
	$site = is_array( $raw['site'] ?? null ) ? $raw['site']['id'] ?? '' : $raw['site'] ?? '';
	return array(
		'timezone'  => clean_text( $raw['timezone'] ?? '', 64 ),
		'dashboard' => clean_backend_url( $raw['dashboardUrl'] ?? $raw['dashboard'] ?? '' ),
		'site'      => is_string( $site ) && wp_is_uuid( $site ) ? $site : '',
		'today'     => clean_span( $raw['today'] ),
		'month'     => clean_span( $raw['month'] ),
		'now'       => clean_counts( $raw['now'], COUNTS_OF_NOW ),
		'series'    => clean_series( $raw['series'] ?? array() ),
	);
}

/**
 * The figures of a day or a month, beside those of as much of the one before.
 *
 * @param array $raw What was answered or stored.
 */
function clean_span( array $raw ): array {
	$before = is_array( $raw['previous'] ?? null ) ? $raw['previous'] : array();
	return clean_counts( $raw, COUNTS_OF_A_TIME ) + array( 'previous' => clean_counts( $before, COUNTS_OF_A_TIME ) );
}

/**
 * Whole numbers from 0 on; 0 for what is missing.
 *
 * @param array    $raw   What was answered or stored.
 * @param string[] $names The numbers that are wanted.
 * @return array<string, int>
 */
function clean_counts( array $raw, array $names ): array {
	$counts = array();
	foreach ( $names as $name ) {
		$value           = $raw[ $name ] ?? 0;
		$counts[ $name ] = is_numeric( $value ) ? (int) min( max( 0, $value ), PHP_INT_MAX / 2 ) : 0;
	}
	return $counts;
}

/**
 * The days of the chart, the oldest first.
 *
 * @param mixed $raw What was answered or stored.
 * @return array<int, array{date: string, sessions: int, leads: int}>
 */
function clean_series( $raw ): array {
	$days = array();
	foreach ( is_array( $raw ) ? array_slice( $raw, -MAX_DAYS ) : array() as $point ) {
		$date = is_array( $point ) ? $point['date'] ?? '' : '';
		if ( is_string( $date ) && preg_match( '/^\d{4}-\d{2}-\d{2}$/D', $date ) ) {
			$days[] = array( 'date' => $date ) + clean_counts( $point, array( 'sessions', 'leads' ) );
		}
	}
	return $days;
}
