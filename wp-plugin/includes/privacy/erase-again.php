<?php
/**
 * Erasures that Parlour could not be reached for are tried again by WordPress's own timetable, for a week. Nothing
 * about the person is kept for it: the privacy request holds the address, and the state of the erasure is noted with
 * the request and goes with it.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const ERASURE_META     = '_parlour_erasure';
const ERASURE_STATES   = array( 'waiting', 'done', 'given_up' );
const ERASE_AGAIN_HOOK = 'parlour_erase_again';
const ERASE_FOR        = WEEK_IN_SECONDS;
// After the first tries it is every twelve hours.
const ERASE_DELAYS = array( 5 * MINUTE_IN_SECONDS, 30 * MINUTE_IN_SECONDS, 2 * HOUR_IN_SECONDS, 6 * HOUR_IN_SECONDS, 12 * HOUR_IN_SECONDS );

/**
 * How the erasure of a request stands. `state` is '' when there is nothing to tell.
 *
 * @param int $request_id The privacy request.
 * @return array{state: string, error: string, tries: int, since: int, conversations: int, mentions: int}
 */
function get_erasure( int $request_id ): array {
	$stored = get_post_meta( $request_id, ERASURE_META, true );
	$stored = is_array( $stored ) ? $stored : array();
	return array(
		'state'         => in_array( $stored['state'] ?? '', ERASURE_STATES, true ) ? $stored['state'] : '',
		'error'         => sanitize_key( $stored['error'] ?? '' ),
		'tries'         => max( 0, (int) ( $stored['tries'] ?? 0 ) ),
		'since'         => max( 0, (int) ( $stored['since'] ?? 0 ) ),
		'conversations' => max( 0, (int) ( $stored['conversations'] ?? 0 ) ),
		'mentions'      => max( 0, (int) ( $stored['mentions'] ?? 0 ) ),
	);
}

/**
 * The requests whose erasure is waiting, done later, or given up; the newest first.
 *
 * @return int[]
 */
function find_erasures(): array {
	return get_posts(
		array(
			'post_type'      => 'user_request',
			'post_status'    => array( 'request-pending', 'request-confirmed', 'request-failed', 'request-completed' ),
			'fields'         => 'ids',
			'posts_per_page' => 20,
			// Few requests exist, and only two pages of wp-admin ask.
			// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key
			'meta_key'       => ERASURE_META,
		)
	);
}

/**
 * Notes a failed try and plans the next one, or gives up after a week.
 *
 * @param int    $request_id The privacy request.
 * @param string $error      One of the errors of ask_backend.
 */
function keep_erasure_waiting( int $request_id, string $error ): void {
	$erasure  = get_erasure( $request_id );
	$is_first = 'waiting' !== $erasure['state'];
	$tries    = $is_first ? 1 : $erasure['tries'] + 1;
	$since    = $is_first ? time() : $erasure['since'];
	$state    = time() - $since < ERASE_FOR ? 'waiting' : 'given_up';
	update_post_meta( $request_id, ERASURE_META, compact( 'state', 'error', 'tries', 'since' ) );
	wp_clear_scheduled_hook( ERASE_AGAIN_HOOK, array( $request_id ) );
	if ( 'waiting' === $state ) {
		plan_erasure( $request_id, ERASE_DELAYS[ min( $tries, count( ERASE_DELAYS ) ) - 1 ] );
	}
}

/**
 * Plans the next try.
 *
 * @param int $request_id The privacy request.
 * @param int $delay      Seconds from now.
 */
function plan_erasure( int $request_id, int $delay ): void {
	wp_schedule_single_event( time() + $delay, ERASE_AGAIN_HOOK, array( $request_id ) );
}

/**
 * Tries a waiting erasure again.
 *
 * @param int $request_id The privacy request.
 */
function erase_again( $request_id ): void {
	$request_id = (int) $request_id;
	$request    = wp_get_user_request( $request_id );
	if ( ! $request || 'waiting' !== get_erasure( $request_id )['state'] ) {
		return;
	}
	// Planned before it is tried: a process that is ended in the middle tries nothing again.
	wp_clear_scheduled_hook( ERASE_AGAIN_HOOK, array( $request_id ) );
	plan_erasure( $request_id, HOUR_IN_SECONDS );
	$erased = erase_person( $request->email );
	if ( is_wp_error( $erased ) ) {
		keep_erasure_waiting( $request_id, (string) $erased->get_error_code() );
		return;
	}
	update_post_meta( $request_id, ERASURE_META, array( 'state' => 'done' ) + $erased );
	wp_clear_scheduled_hook( ERASE_AGAIN_HOOK, array( $request_id ) );
}
add_action( ERASE_AGAIN_HOOK, __NAMESPACE__ . '\erase_again' );

/**
 * Forgets how an erasure stood, once nobody needs to know any more.
 *
 * @param int $request_id The privacy request.
 */
function forget_erasure( int $request_id ): void {
	delete_post_meta( $request_id, ERASURE_META );
	wp_clear_scheduled_hook( ERASE_AGAIN_HOOK, array( $request_id ) );
}

/**
 * Keeps a request from being removed while its erasure is waiting: nobody would know any more whom to erase.
 *
 * @param mixed    $answer What was decided so far; null: remove it.
 * @param \WP_Post $post   What is to be removed.
 */
function keep_waiting_request( $answer, $post ) {
	$is_waiting = 'user_request' === $post->post_type && 'waiting' === get_erasure( $post->ID )['state'];
	return $is_waiting ? false : $answer;
}
add_filter( 'pre_delete_post', __NAMESPACE__ . '\keep_waiting_request', 10, 2 );

/**
 * Plans tries that fell out of the timetable, such as while the plugin was switched off.
 */
function plan_lost_erasures(): void {
	foreach ( find_erasures() as $request_id ) {
		if ( 'waiting' === get_erasure( $request_id )['state'] && ! wp_next_scheduled( ERASE_AGAIN_HOOK, array( $request_id ) ) ) {
			plan_erasure( $request_id, MINUTE_IN_SECONDS );
		}
	}
}
register_activation_hook( PLUGIN_FILE, __NAMESPACE__ . '\plan_lost_erasures' );
add_action( 'load-erase-personal-data.php', __NAMESPACE__ . '\plan_lost_erasures' );
