<?php
/**
 * What Parlour holds about a person, by e-mail address: asking for it, and having it erased.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_Error;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

// The backend reads every text from end to end, which takes seconds in a large database.
const PERSON_TIMEOUT   = 20;
const PERSON_PAGE      = 20;
const PERSON_MAX_BYTES = 8 * MB_IN_BYTES;

/**
 * One page of the conversations of a person, the oldest first.
 *
 * @param string $email  The address.
 * @param string $cursor The `nextCursor` of the page before; '' for the first.
 * @return array{conversations: array, nextCursor: string|null}|WP_Error
 */
function export_person_page( string $email, string $cursor = '' ) {
	$query = array( 'limit' => PERSON_PAGE );
	if ( '' !== $cursor ) {
		$query['cursor'] = rawurlencode( $cursor );
	}
	$answer = ask_about_person( add_query_arg( $query, 'export' ), $email );
	if ( is_wp_error( $answer ) ) {
		return $answer;
	}
	$next = $answer['nextCursor'] ?? null;
	// A backend of before pages gives everything and no cursor at all.
	if ( ! is_array( $answer['conversations'] ?? null ) || ! ( null === $next || is_string( $next ) ) ) {
		return new WP_Error( 'unexpected' );
	}
	return array(
		'conversations' => array_filter( $answer['conversations'], 'is_array' ),
		'nextCursor'    => $next,
	);
}

/**
 * In how many places elsewhere a person is mentioned, such as in other people's conversations.
 *
 * @param string $email The address.
 * @return int|WP_Error
 */
function count_mentions( string $email ) {
	$answer = ask_about_person( 'find', $email );
	if ( is_wp_error( $answer ) ) {
		return $answer;
	}
	return isset( $answer['counts']['mentions'] ) ? (int) $answer['counts']['mentions'] : new WP_Error( 'unexpected' );
}

/**
 * Has everything about a person erased. Doing it again finds nothing more and does no harm.
 *
 * @param string $email The address.
 * @return array{conversations: int, mentions: int}|WP_Error What was erased.
 */
function erase_person( string $email ) {
	$answer = ask_about_person( 'erase', $email );
	if ( is_wp_error( $answer ) ) {
		return $answer;
	}
	if ( ! isset( $answer['erasedAt'], $answer['sessions'], $answer['mentions'] ) ) {
		return new WP_Error( 'unexpected' );
	}
	return array(
		'conversations' => (int) $answer['sessions'],
		'mentions'      => (int) $answer['mentions'],
	);
}

/**
 * Asks the backend, and once more after a quick "not now": a backend that is being restarted is back in a moment.
 *
 * @param string $what  find, export or erase, with its query.
 * @param string $email The address.
 * @return array|WP_Error
 */
function ask_about_person( string $what, string $email ) {
	$ask     = static function () use ( $what, $email ) {
		return ask_backend( 'POST', "/api/v1/privacy/{$what}", array( 'email' => $email ), PERSON_TIMEOUT, PERSON_MAX_BYTES );
	};
	$started = microtime( true );
	$answer  = $ask();
	if ( is_wp_error( $answer ) && 'unreachable' === $answer->get_error_code() && microtime( true ) - $started < 2 ) {
		sleep( 1 );
		$answer = $ask();
	}
	return $answer;
}

/**
 * Why the backend could not do what was asked, in plain words without markup.
 *
 * @param string $error One of the errors of ask_backend.
 */
function describe_person_error( string $error ): string {
	switch ( $error ) {
		case 'not_connected':
			return __( 'This site is no longer connected to Parlour.', 'parlour' );
		case 'no_key':
			return __( 'The connection to Parlour has no API key. Paste a new connect code under Settings, Parlour.', 'parlour' );
		case 'refused':
			return __( 'Parlour does not accept the API key of this site any more, or the key may not do this. Paste a new connect code under Settings, Parlour.', 'parlour' );
		case 'unreachable':
			return __( 'Parlour could not be reached, or took too long to answer.', 'parlour' );
		default:
			return __( 'Parlour gave an answer that could not be understood. It may be an older version.', 'parlour' );
	}
}
