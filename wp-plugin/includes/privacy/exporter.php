<?php
/**
 * Tools -> Export Personal Data: the conversations of a person in Parlour, page by page.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_Error;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Adds the exporter, once there is a Parlour to ask.
 *
 * @param array $exporters The exporters so far.
 */
function register_exporter( array $exporters ): array {
	if ( is_connected() ) {
		$exporters['parlour'] = array(
			'exporter_friendly_name' => __( 'Parlour chat', 'parlour' ),
			'callback'               => __NAMESPACE__ . '\export_personal_data',
		);
	}
	return $exporters;
}
add_filter( 'wp_privacy_personal_data_exporters', __NAMESPACE__ . '\register_exporter' );

/**
 * One page of the export. It is never called done while something is missing: where Parlour does not answer, the
 * whole export fails and says why.
 *
 * @param string $email The person's address.
 * @param int    $page  From 1 on.
 * @return array{data: array, done: bool}|WP_Error
 */
function export_personal_data( $email, $page = 1 ) {
	$email  = (string) $email;
	$page   = (int) $page;
	$cursor = $page > 1 ? kept_cursor( $email, $page ) : '';
	if ( null === $cursor ) {
		return fail_export( __( 'The export of the chat lost its place. Please start it again.', 'parlour' ) );
	}
	$answer = export_person_page( $email, $cursor );
	if ( is_wp_error( $answer ) ) {
		return fail_export( describe_person_error( (string) $answer->get_error_code() ) );
	}
	$items = array();
	foreach ( $answer['conversations'] as $conversation ) {
		array_push( $items, ...conversation_items( $conversation ) );
	}
	if ( null !== $answer['nextCursor'] ) {
		keep_cursor( $email, $page + 1, $answer['nextCursor'] );
		return array(
			'data' => $items,
			'done' => false,
		);
	}
	$mentions = count_mentions( $email );
	if ( is_wp_error( $mentions ) ) {
		return fail_export( describe_person_error( (string) $mentions->get_error_code() ) );
	}
	delete_transient( cursor_name( $email ) );
	return array(
		'data' => array_merge( $items, mention_items( $mentions ) ),
		'done' => true,
	);
}

/**
 * Ends an export with a reason. WordPress's page shows a reason only when it is a bare text, and not a WP_Error.
 *
 * @param string $reason Plain text.
 */
function fail_export( string $reason ): WP_Error {
	$reason = __( 'Parlour chat:', 'parlour' ) . ' ' . $reason;
	if ( wp_doing_ajax() ) {
		wp_send_json_error( esc_html( $reason ) );
	}
	return new WP_Error( 'parlour_export', $reason );
}

/**
 * WordPress only counts pages, and Parlour says where each begins: this is kept from one page to the next, under a
 * name that does not tell the address.
 *
 * @param string $email  The person's address.
 * @param int    $page   The page that begins there.
 * @param string $cursor Where it begins.
 */
function keep_cursor( string $email, int $page, string $cursor ): void {
	set_transient( cursor_name( $email ), compact( 'page', 'cursor' ), HOUR_IN_SECONDS );
}

/**
 * Where a page begins, or null when that is not known any more.
 *
 * @param string $email The person's address.
 * @param int    $page  The page.
 */
function kept_cursor( string $email, int $page ): ?string {
	$kept = get_transient( cursor_name( $email ) );
	return is_array( $kept ) && ( $kept['page'] ?? 0 ) === $page && is_string( $kept['cursor'] ?? null ) ? $kept['cursor'] : null;
}

/**
 * The name under which the place of an export is kept.
 *
 * @param string $email The person's address.
 */
function cursor_name( string $email ): string {
	return 'parlour_export_' . wp_hash( strtolower( $email ) );
}
