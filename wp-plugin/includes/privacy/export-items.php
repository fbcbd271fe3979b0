<?php
/**
 * A conversation as it stands in a person's export: what was said, what was left, and to whom it was passed on, each
 * with a label that people understand.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The items of one conversation, in the form of WordPress.
 *
 * @param array $conversation As the backend exports it: session, leads, messages, ...
 * @return array<int, array{group_id: string, group_label: string, item_id: string, data: array}>
 */
function conversation_items( array $conversation ): array {
	$session = is_array( $conversation['session'] ?? null ) ? $conversation['session'] : array();
	$id      = is_string( $session['id'] ?? null ) ? $session['id'] : '';
	$groups  = array(
		'conversations' => array( __( 'Chat: conversations', 'parlour' ), session_facts( $session ) ),
		'details'       => array( __( 'Chat: details left', 'parlour' ), lead_facts( export_rows( $conversation, 'leads' ) ) ),
		'changes'       => array( __( 'Chat: earlier details', 'parlour' ), change_facts( export_rows( $conversation, 'leadChanges' ) ) ),
		'messages'      => array( __( 'Chat: messages', 'parlour' ), message_facts( export_rows( $conversation, 'messages' ) ) ),
		'notes'         => array( __( 'Chat: notes of the team', 'parlour' ), note_facts( export_rows( $conversation, 'sessionNotes' ) ) ),
		'deliveries'    => array( __( 'Chat: passed on to', 'parlour' ), delivery_facts( export_rows( $conversation, 'deliveries' ) ) ),
	);
	$items   = array();
	foreach ( $groups as $name => list( $label, $facts ) ) {
		if ( array() !== $facts ) {
			$items[] = array(
				'group_id'    => "parlour-{$name}",
				'group_label' => $label,
				'item_id'     => "parlour-{$name}-{$id}",
				'data'        => $facts,
			);
		}
	}
	return $items;
}

/**
 * That a person is mentioned elsewhere. The texts themselves are about other people, so they are not handed out.
 *
 * @param int $count In how many places.
 */
function mention_items( int $count ): array {
	if ( $count < 1 ) {
		return array();
	}
	/* translators: %s: number of places. */
	$text = _n( '%s place, such as a conversation of somebody else or a record of what was sent. Ask us if you want to know more.', '%s places, such as conversations of other people or records of what was sent. Ask us if you want to know more.', $count, 'parlour' );
	return array(
		array(
			'group_id'    => 'parlour-mentions',
			'group_label' => __( 'Chat: mentioned elsewhere', 'parlour' ),
			'item_id'     => 'parlour-mentions',
			'data'        => array( export_fact( __( 'Your address stands in', 'parlour' ), sprintf( $text, number_format_i18n( $count ) ) ) ),
		),
	);
}

/**
 * The rows of one kind that belong to a conversation.
 *
 * @param array  $conversation As the backend exports it.
 * @param string $kind         Such as messages.
 * @return array<int, array>
 */
function export_rows( array $conversation, string $kind ): array {
	return is_array( $conversation[ $kind ] ?? null ) ? array_filter( $conversation[ $kind ], 'is_array' ) : array();
}

/**
 * One line of an item.
 *
 * @param string $name  Its label.
 * @param mixed  $value What stands beside it; anything but text and numbers becomes ''.
 * @return array{name: string, value: string}
 */
function export_fact( string $name, $value ): array {
	return array(
		'name'  => $name,
		'value' => is_scalar( $value ) && ! is_bool( $value ) ? (string) $value : '',
	);
}

/**
 * Only the lines that say something.
 *
 * @param array<int, array{name: string, value: string}> $facts The lines.
 */
function told_facts( array $facts ): array {
	return array_values(
		array_filter(
			$facts,
			static function ( array $fact ): bool {
				return '' !== $fact['value'];
			}
		)
	);
}

/**
 * A time in the site's own zone and format, or '' when there is none.
 *
 * @param mixed $time ISO 8601, as the backend gives it.
 */
function export_time( $time ): string {
	$stamp = is_string( $time ) ? strtotime( $time ) : false;
	return false === $stamp ? '' : (string) wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $stamp );
}
