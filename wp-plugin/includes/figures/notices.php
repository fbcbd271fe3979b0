<?php
/**
 * What to say when there are no figures, or only old ones, and what to do about it.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The notice for a state, or null when all is well.
 *
 * @param array      $state   See overview_state.
 * @param array|null $numbers The figures that are shown.
 * @return array{kind: string, text: string, link: ?array{label: string, href: string}}|null
 */
function overview_notice( array $state, ?array $numbers ): ?array {
	switch ( $state['error'] ) {
		case 'not_connected':
			return notice_with_settings(
				'info',
				__( 'This site is not connected to Parlour yet. Copy the connect code from the Parlour dashboard and paste it in the settings. Your figures appear here afterwards.', 'parlour' ),
				__( 'Connect to Parlour', 'parlour' )
			);
		case 'no_key':
			return notice_with_settings( 'info', __( 'The chat is connected, but without a key for the figures. Make a new connect code in the Parlour dashboard and paste it in the settings.', 'parlour' ) );
		case 'refused':
			return notice_with_settings( 'warning', __( 'Parlour no longer accepts the key of this site. Make a new connect code in the Parlour dashboard and paste it in the settings.', 'parlour' ) . old_numbers_text( $state ) );
		case 'unreachable':
			return array(
				'kind' => 'warning',
				/* translators: %s: address of the Parlour backend. */
				'text' => sprintf( __( 'Parlour at %s does not answer right now. Your pages are not affected, and it is asked again in a minute.', 'parlour' ), get_settings()['url'] ) . old_numbers_text( $state ),
				'link' => null,
			);
		case 'unexpected':
			/* translators: %s: address of the Parlour backend. */
			return notice_with_settings( 'warning', sprintf( __( 'Something answers at %s, but it does not look like Parlour. Check the connection in the settings.', 'parlour' ), get_settings()['url'] ) . old_numbers_text( $state ) );
	}
	if ( null !== $numbers && has_no_conversations( $numbers ) ) {
		return notice_with_settings(
			'info',
			/* translators: %s: the shortcode. */
			sprintf( __( 'No visitor has written yet. To show the chat, put %s on a page, or turn it on for the whole site in the settings.', 'parlour' ), '[parlour_chat]' ),
			__( 'Choose where the chat is shown', 'parlour' ),
			'placement'
		);
	}
	return null;
}

/**
 * A notice that leads to the settings, for those who may change them.
 *
 * @param string $kind  info or warning.
 * @param string $text  What to say.
 * @param string $label The link's text; '' for the usual one.
 * @param string $tab   The tab it opens; '' for the first.
 */
function notice_with_settings( string $kind, string $text, string $label = '', string $tab = '' ): array {
	$link = array(
		'label' => '' === $label ? __( 'Open the settings', 'parlour' ) : $label,
		'href'  => admin_url( 'options-general.php?page=parlour' . ( '' === $tab ? '' : "&tab={$tab}" ) ),
	);
	$may  = current_user_can( 'manage_options' );
	return array(
		'kind' => $kind,
		'text' => $may ? $text : $text . ' ' . __( 'An administrator of this site can do that.', 'parlour' ),
		'link' => $may ? $link : null,
	);
}

/**
 * Of when the figures are that are shown all the same.
 *
 * @param array $state See overview_state.
 */
function old_numbers_text( array $state ): string {
	/* translators: %s: date and time. */
	return null === $state['numbers'] ? '' : ' ' . sprintf( __( 'These are the last figures, of %s.', 'parlour' ), date_and_time( $state['at'] ) );
}

/**
 * Of when the figures are, and whose days they count.
 *
 * @param int    $at       When they came.
 * @param string $timezone Name of a time zone.
 */
function as_of_text( int $at, string $timezone ): string {
	/* translators: 1: date and time, 2: name of a time zone. */
	$text = __( 'As of %1$s. Days of %2$s.', 'parlour' );
	return sprintf( $text, date_and_time( $at ), str_replace( '_', ' ', $timezone ) );
}

/**
 * A moment in this site's own date format and time zone; of today, the time alone.
 *
 * @param int $at Seconds since 1970.
 */
function date_and_time( int $at ): string {
	$time = (string) wp_date( get_option( 'time_format' ), $at );
	/* translators: 1: date, 2: time. */
	return wp_date( 'Y-m-d', $at ) === wp_date( 'Y-m-d' ) ? $time : sprintf( __( '%1$s, %2$s', 'parlour' ), wp_date( get_option( 'date_format' ), $at ), $time );
}
