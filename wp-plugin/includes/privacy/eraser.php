<?php
/**
 * Tools -> Erase Personal Data: everything about a person in Parlour goes too.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const ERASER_KEY = 'parlour';

/**
 * Adds the eraser, once there is a Parlour to ask.
 *
 * @param array $erasers The erasers so far.
 */
function register_eraser( array $erasers ): array {
	if ( is_connected() ) {
		$erasers[ ERASER_KEY ] = array(
			'eraser_friendly_name' => __( 'Parlour chat', 'parlour' ),
			'callback'             => __NAMESPACE__ . '\erase_personal_data',
		);
	}
	return $erasers;
}
add_filter( 'wp_privacy_personal_data_erasers', __NAMESPACE__ . '\register_eraser' );

/**
 * Erases a person. One page is enough: the backend does it in one piece, or not at all.
 *
 * @param string $email The person's address.
 * @return array{items_removed: bool, items_retained: bool, messages: string[], done: bool}
 */
function erase_personal_data( $email ): array {
	$erased = erase_person( (string) $email );
	$answer = array(
		'items_removed'  => false,
		'items_retained' => false,
		'messages'       => array(),
		'done'           => true,
	);
	if ( is_wp_error( $erased ) ) {
		$error  = (string) $erased->get_error_code();
		$reason = describe_person_error( $error ) . ' ' . __( 'What it holds about this person is still there. The erasure is tried again by itself; this page tells when it is done.', 'parlour' );
		return array_merge(
			$answer,
			array(
				'items_retained' => true,
				'messages'       => array( esc_html( __( 'Parlour chat:', 'parlour' ) . ' ' . $reason ) ),
				'parlour_error'  => $error,
			)
		);
	}
	if ( array_sum( $erased ) > 0 ) {
		$answer['items_removed'] = true;
		$answer['messages'][]    = esc_html( __( 'Parlour chat:', 'parlour' ) . ' ' . describe_erased( $erased ) );
	}
	return $answer;
}

/**
 * What was erased, in plain words without markup.
 *
 * @param array{conversations: int, mentions: int} $erased See erase_person.
 */
function describe_erased( array $erased ): string {
	/* translators: %s: number of conversations. */
	$text = sprintf( _n( '%s conversation was erased.', '%s conversations were erased.', $erased['conversations'], 'parlour' ), number_format_i18n( $erased['conversations'] ) );
	if ( $erased['mentions'] > 0 ) {
		/* translators: %s: number of mentions. */
		$text .= ' ' . sprintf( _n( '%s mention elsewhere was taken out.', '%s mentions elsewhere were taken out.', $erased['mentions'], 'parlour' ), number_format_i18n( $erased['mentions'] ) );
	}
	return $text;
}

/**
 * Notes with the request that Parlour did not erase, or that it has by now. Runs before WordPress calls the request
 * completed and writes to the person, so that the mail can tell the truth.
 *
 * @param array  $response   What an eraser answered.
 * @param int    $index      The eraser's number.
 * @param string $email      The person's address.
 * @param int    $page       The page.
 * @param int    $request_id The request.
 * @param string $key        The eraser's name.
 */
function note_erasure_result( $response, $index, $email, $page, $request_id, $key ) {
	if ( ERASER_KEY !== $key || ! is_array( $response ) ) {
		return $response;
	}
	if ( isset( $response['parlour_error'] ) ) {
		keep_erasure_waiting( (int) $request_id, (string) $response['parlour_error'] );
		unset( $response['parlour_error'] );
	} else {
		forget_erasure( (int) $request_id );
	}
	return $response;
}
add_filter( 'wp_privacy_personal_data_erasure_page', __NAMESPACE__ . '\note_erasure_result', 5, 6 );

/**
 * Says in the mail to the person that the chat follows, where it does.
 *
 * @param string $content The mail.
 * @param array  $data    About the mail, with its request.
 */
function tell_erasure_follows( $content, $data ) {
	$request_id = is_object( $data['request'] ?? null ) ? (int) $data['request']->ID : 0;
	if ( 'waiting' === get_erasure( $request_id )['state'] ) {
		$content .= "\n\n" . __( 'What you wrote in the chat on this site has not been erased yet, because the chat’s server could not be reached. This follows by itself.', 'parlour' );
	}
	return $content;
}
add_filter( 'user_erasure_fulfillment_email_content', __NAMESPACE__ . '\tell_erasure_follows', 10, 2 );
