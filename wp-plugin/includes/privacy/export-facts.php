<?php
/**
 * The lines of a person's export: which columns of the backend's rows are told, and under which label.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * When and how a conversation was held.
 *
 * @param array $session The conversation's row.
 */
function session_facts( array $session ): array {
	$campaign = is_array( $session['utm'] ?? null ) ? implode( ', ', array_filter( $session['utm'], 'is_string' ) ) : '';
	return told_facts(
		array(
			export_fact( __( 'Began', 'parlour' ), export_time( $session['startedAt'] ?? null ) ),
			export_fact( __( 'Last message', 'parlour' ), export_time( $session['lastMessageAt'] ?? null ) ),
			export_fact( __( 'Page', 'parlour' ), $session['pageUrl'] ?? '' ),
			export_fact( __( 'Title of the page', 'parlour' ), $session['pageTitle'] ?? '' ),
			export_fact( __( 'Came from', 'parlour' ), $session['referrer'] ?? '' ),
			export_fact( __( 'Campaign', 'parlour' ), $campaign ),
			export_fact( __( 'Language', 'parlour' ), $session['locale'] ?? '' ),
			export_fact( __( 'Time zone', 'parlour' ), $session['timezone'] ?? '' ),
			export_fact( __( 'Browser', 'parlour' ), $session['device'] ?? '' ),
			export_fact( __( 'Network, shortened', 'parlour' ), $session['ipPrefix'] ?? '' ),
			export_fact( __( 'Mark kept in the browser', 'parlour' ), $session['visitorId'] ?? '' ),
			export_fact( __( 'Rating, out of 5', 'parlour' ), $session['rating'] ?? '' ),
			export_fact( __( 'Words with the rating', 'parlour' ), $session['ratingComment'] ?? '' ),
		)
	);
}

/**
 * What a person left about themselves, and what they agreed to.
 *
 * @param array $leads Rows of details; a conversation has one at most.
 */
function lead_facts( array $leads ): array {
	$facts = array();
	foreach ( $leads as $lead ) {
		foreach ( array( 'name', 'email', 'phone', 'company' ) as $field ) {
			$facts[] = export_fact( detail_label( $field ), $lead[ $field ] ?? '' );
		}
		foreach ( is_array( $lead['custom'] ?? null ) ? $lead['custom'] : array() as $field => $value ) {
			$facts[] = export_fact( detail_label( (string) $field ), $value );
		}
		$facts[] = export_fact( __( 'Told by this site, as you were signed in', 'parlour' ), export_time( $lead['identityVerifiedAt'] ?? null ) );
		if ( ! empty( $lead['consentGiven'] ) ) {
			/* translators: 1: version of the text, 2: date and time. */
			$given   = sprintf( __( 'Given to version %1$s of the text, %2$s', 'parlour' ), $lead['consentVersion'] ?? '?', export_time( $lead['consentAt'] ?? null ) );
			$facts[] = export_fact( __( 'Consent', 'parlour' ), $given );
			$facts[] = export_fact( __( 'Consent given on', 'parlour' ), $lead['consentPage'] ?? '' );
		}
	}
	return told_facts( $facts );
}

/**
 * Details that were replaced by others later.
 *
 * @param array $changes Rows of changes.
 */
function change_facts( array $changes ): array {
	$facts = array();
	foreach ( $changes as $change ) {
		if ( 'detail' === ( $change['kind'] ?? '' ) && is_scalar( $change['oldValue'] ?? null ) ) {
			/* translators: 1: name of a detail, such as "E-mail", 2: date and time. */
			$label   = sprintf( __( '%1$s, until %2$s', 'parlour' ), detail_label( (string) ( $change['field'] ?? '' ) ), export_time( $change['at'] ?? null ) );
			$facts[] = export_fact( $label, $change['oldValue'] );
		}
	}
	return told_facts( $facts );
}

/**
 * Everything that was said, in order.
 *
 * @param array $messages Rows of messages.
 */
function message_facts( array $messages ): array {
	$speakers = array(
		'visitor'   => __( 'Visitor', 'parlour' ),
		'assistant' => __( 'Assistant', 'parlour' ),
		'staff'     => __( 'Team', 'parlour' ),
		'system'    => __( 'Chat', 'parlour' ),
	);
	$facts    = array();
	foreach ( $messages as $message ) {
		$speaker = $speakers[ $message['role'] ?? '' ] ?? __( 'Chat', 'parlour' );
		/* translators: 1: who wrote, 2: date and time. */
		$label   = sprintf( __( '%1$s, %2$s', 'parlour' ), $speaker, export_time( $message['createdAt'] ?? null ) );
		$facts[] = export_fact( $label, $message['text'] ?? '' );
	}
	return told_facts( $facts );
}

/**
 * What the team noted.
 *
 * @param array $notes Rows of notes.
 */
function note_facts( array $notes ): array {
	$facts = array();
	foreach ( $notes as $note ) {
		$facts[] = export_fact( export_time( $note['createdAt'] ?? null ), $note['text'] ?? '' );
	}
	return told_facts( $facts );
}

/**
 * To whom the conversation was passed on. Of an address only the host is told: the rest may hold a password.
 *
 * @param array $deliveries Rows of deliveries.
 */
function delivery_facts( array $deliveries ): array {
	$kinds = array(
		'webhook'   => __( 'Another program', 'parlour' ),
		'monday'    => __( 'Monday.com', 'parlour' ),
		'email'     => __( 'E-mail', 'parlour' ),
		'messenger' => __( 'Facebook Messenger', 'parlour' ),
	);
	$facts = array();
	foreach ( $deliveries as $delivery ) {
		if ( 'delivered' === ( $delivery['status'] ?? '' ) ) {
			$host    = is_string( $delivery['target'] ?? null ) ? (string) wp_parse_url( $delivery['target'], PHP_URL_HOST ) : '';
			$kind    = $kinds[ $delivery['kind'] ?? '' ] ?? __( 'Another program', 'parlour' );
			$facts[] = export_fact( export_time( $delivery['deliveredAt'] ?? $delivery['createdAt'] ?? null ), '' === $host ? $kind : "{$kind} ({$host})" );
		}
	}
	return told_facts( $facts );
}

/**
 * The label of a detail. Those that a site invented have only their name.
 *
 * @param string $field Name of the field.
 */
function detail_label( string $field ): string {
	$labels = array(
		'name'    => __( 'Name', 'parlour' ),
		'email'   => __( 'E-mail', 'parlour' ),
		'phone'   => __( 'Phone', 'parlour' ),
		'company' => __( 'Company', 'parlour' ),
	);
	return $labels[ $field ] ?? ucfirst( strtr( $field, '_-', '  ' ) );
}
