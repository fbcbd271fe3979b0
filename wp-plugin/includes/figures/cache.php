<?php
/**
 * The last figures, kept so that wp-admin never waits for Parlour: pages show what is kept, and a small script asks for
 * newer ones afterwards. They are fresh for five minutes and kept for a day; when Parlour does not answer, it is not
 * asked again for a minute, whoever looks.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const OVERVIEW_CACHE  = 'parlour_overview';
const OVERVIEW_FRESH  = 5 * MINUTE_IN_SECONDS;
const OVERVIEW_RETRY  = MINUTE_IN_SECONDS;
const OVERVIEW_ERRORS = array( 'not_connected', 'no_key', 'unreachable', 'refused', 'unexpected' );

/** Seconds that Parlour has to answer, and that others leave whoever is asking alone. */
const OVERVIEW_TIMEOUT = 3;
const OVERVIEW_ASKING  = 5;

/**
 * What is known of the connection in force. Nothing of another connection is ever shown.
 *
 * @return array{numbers: ?array, at: int, tried: int, error: string} at: when the numbers came; tried: when Parlour was
 *         asked last; error: see ask_backend, '' when there was none.
 */
function overview_state(): array {
	$settings = get_settings();
	$state    = array(
		'numbers' => null,
		'at'      => 0,
		'tried'   => 0,
		'error'   => '',
	);
	if ( '' === $settings['url'] || '' === $settings['key'] ) {
		return array( 'error' => '' === $settings['url'] ? 'not_connected' : 'no_key' ) + $state;
	}
	$kept = get_transient( OVERVIEW_CACHE );
	if ( ! is_array( $kept ) || overview_owner( $settings ) !== ( $kept['for'] ?? '' ) ) {
		return $state;
	}
	$numbers = clean_overview( $kept['numbers'] ?? null );
	return array(
		'numbers' => $numbers,
		'at'      => null === $numbers ? 0 : min( time(), (int) ( $kept['at'] ?? 0 ) ),
		'tried'   => min( time(), (int) ( $kept['tried'] ?? 0 ) ),
		'error'   => in_array( $kept['error'] ?? '', OVERVIEW_ERRORS, true ) ? $kept['error'] : '',
	);
}

/**
 * In how many seconds Parlour may be asked again; 0 for now.
 *
 * @param array $state See overview_state.
 */
function overview_wait( array $state ): int {
	$due = '' === $state['error']
		? max( $state['at'] + OVERVIEW_FRESH, $state['tried'] + OVERVIEW_ASKING )
		: $state['tried'] + OVERVIEW_RETRY;
	return max( 0, $due - time() );
}

/**
 * Asks Parlour, if it is time to, and gives what is known then. Takes as long as one short timeout at most.
 *
 * @return array{numbers: ?array, at: int, tried: int, error: string}
 */
function refresh_overview(): array {
	$state = overview_state();
	if ( in_array( $state['error'], array( 'not_connected', 'no_key' ), true ) || overview_wait( $state ) > 0 ) {
		return $state;
	}
	$state['tried'] = time();
	// Before the question: somebody who looks meanwhile does not ask, too.
	save_overview( $state );
	$answer  = ask_backend( 'GET', overview_path(), null, OVERVIEW_TIMEOUT );
	$numbers = is_wp_error( $answer ) ? null : clean_overview( $answer );
	if ( null !== $numbers ) {
		$state = array(
			'numbers' => $numbers,
			'at'      => time(),
			'tried'   => time(),
			'error'   => '',
		);
	} else {
		$state['tried'] = time();
		$state['error'] = is_wp_error( $answer ) ? (string) $answer->get_error_code() : 'unexpected';
	}
	save_overview( $state );
	return $state;
}

/**
 * What Parlour is asked. Its days are those of this site where it has a time zone with a name, else those that the site
 * has in Parlour: "UTC+2" says nothing of summer.
 */
function overview_path(): string {
	$zone = (string) get_option( 'timezone_string' );
	return '/api/v1/stats/overview' . ( '' === $zone ? '' : '?timezone=' . rawurlencode( $zone ) );
}

/**
 * Keeps what is known.
 *
 * @param array $state See overview_state.
 */
function save_overview( array $state ): void {
	set_transient( OVERVIEW_CACHE, array( 'for' => overview_owner( get_settings() ) ) + $state, DAY_IN_SECONDS );
}

/**
 * Tells one connection from another, without telling its key.
 *
 * @param array $settings The settings in force.
 */
function overview_owner( array $settings ): string {
	return wp_hash( $settings['url'] . ' ' . $settings['site'] . ' ' . $settings['key'] );
}
