<?php
/**
 * Tells on Tools -> Erase Personal Data what became of erasures that Parlour could not be reached for.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Whether this person may handle erasures; the same as WordPress asks on its page.
 */
function may_erase(): bool {
	return current_user_can( 'erase_others_personal_data' ) && current_user_can( 'delete_users' );
}

/**
 * Prints a notice for each erasure that there is something to tell about.
 */
function print_erasure_notices(): void {
	$screen = get_current_screen();
	if ( null === $screen || 'erase-personal-data' !== $screen->id || ! may_erase() ) {
		return;
	}
	foreach ( find_erasures() as $request_id ) {
		$request = wp_get_user_request( $request_id );
		$erasure = get_erasure( $request_id );
		if ( $request && '' !== $erasure['state'] ) {
			print_erasure_notice( $request, $erasure );
		}
	}
}
add_action( 'admin_notices', __NAMESPACE__ . '\print_erasure_notices' );

/**
 * Prints one notice: what happened, and what can be done.
 *
 * @param \WP_User_Request $request The privacy request.
 * @param array            $erasure See get_erasure.
 */
function print_erasure_notice( $request, array $erasure ): void {
	$kinds = array(
		'waiting'  => 'warning',
		'done'     => 'success',
		'given_up' => 'error',
	);
	$html  = sprintf( '<p><strong>%s</strong> %s</p><p>', esc_html( $request->email ), esc_html( describe_erasure( $request->ID, $erasure ) ) );
	if ( 'done' !== $erasure['state'] ) {
		$html .= erasure_link( 'parlour_erase_now', $request->ID, __( 'Try again now', 'parlour' ) ) . ' ';
	}
	if ( 'waiting' !== $erasure['state'] ) {
		$html .= erasure_link( 'parlour_erasure_seen', $request->ID, __( 'Do not show this again', 'parlour' ) );
	}
	wp_admin_notice(
		$html . '</p>',
		array(
			'type'           => $kinds[ $erasure['state'] ],
			'paragraph_wrap' => false,
			'attributes'     => array( 'data-parlour-erasure' => $erasure['state'] ),
		)
	);
}

/**
 * How an erasure stands, in plain words without markup.
 *
 * @param int   $request_id The privacy request.
 * @param array $erasure    See get_erasure.
 */
function describe_erasure( int $request_id, array $erasure ): string {
	if ( 'done' === $erasure['state'] ) {
		return __( 'Parlour has now erased this person.', 'parlour' ) . ' ' . describe_erased( $erasure );
	}
	$reason = describe_person_error( $erasure['error'] );
	if ( 'given_up' === $erasure['state'] ) {
		/* translators: %s: why it failed, a sentence. */
		return sprintf( __( 'This person is still in Parlour. %s It was tried for a week; please try again here, or erase the person in the Parlour dashboard under Settings, Privacy.', 'parlour' ), $reason );
	}
	$next = wp_next_scheduled( ERASE_AGAIN_HOOK, array( $request_id ) );
	$next = false === $next || $next <= time() ? __( 'The next try is due now.', 'parlour' ) : sprintf(
		/* translators: %s: a span of time, such as "5 minutes". */
		__( 'The next try is in %s.', 'parlour' ),
		human_time_diff( time(), $next )
	);
	/* translators: 1: why it failed, a sentence, 2: when it is tried again, a sentence. */
	return sprintf( __( 'This person is still in Parlour. %1$s %2$s Until then this request cannot be removed.', 'parlour' ), $reason, $next );
}

/**
 * A button that does something about an erasure.
 *
 * @param string $action     Name of the action.
 * @param int    $request_id The privacy request.
 * @param string $label      Plain text.
 */
function erasure_link( string $action, int $request_id, string $label ): string {
	$url = add_query_arg(
		array(
			'action'     => $action,
			'request_id' => $request_id,
		),
		admin_url( 'admin-post.php' )
	);
	return sprintf( '<a class="button" href="%s">%s</a>', esc_url( wp_nonce_url( $url, "{$action}_{$request_id}" ) ), esc_html( $label ) );
}

/**
 * Tries an erasure at once.
 */
function handle_erase_now(): void {
	$request_id = require_eraser( 'parlour_erase_now' );
	$erasure    = get_erasure( $request_id );
	if ( 'given_up' === $erasure['state'] ) {
		// Another week begins.
		update_post_meta( $request_id, ERASURE_META, array( 'since' => time(), 'state' => 'waiting' ) + $erasure );
	}
	erase_again( $request_id );
	wp_safe_redirect( admin_url( 'erase-personal-data.php' ) );
	exit;
}
add_action( 'admin_post_parlour_erase_now', __NAMESPACE__ . '\handle_erase_now' );

/**
 * Puts a notice away. A waiting erasure cannot be put away.
 */
function handle_erasure_seen(): void {
	$request_id = require_eraser( 'parlour_erasure_seen' );
	if ( 'waiting' !== get_erasure( $request_id )['state'] ) {
		forget_erasure( $request_id );
	}
	wp_safe_redirect( admin_url( 'erase-personal-data.php' ) );
	exit;
}
add_action( 'admin_post_parlour_erasure_seen', __NAMESPACE__ . '\handle_erasure_seen' );

/**
 * Ends the request with 403 unless somebody who may erase people pressed our own button.
 *
 * @param string $action Name of the action.
 * @return int The privacy request it is about.
 */
function require_eraser( string $action ): int {
	if ( ! may_erase() ) {
		wp_die( esc_html__( 'You are not allowed to erase personal data.', 'parlour' ), '', array( 'response' => 403 ) );
	}
	// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- the next line checks it; its name holds the id.
	$request_id = isset( $_GET['request_id'] ) ? absint( $_GET['request_id'] ) : 0;
	check_admin_referer( "{$action}_{$request_id}" );
	return $request_id;
}
