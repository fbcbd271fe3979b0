<?php
/**
 * Checks of the backend itself: does it answer, is its clock right, is the key good.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const SLOW_SECONDS = 2.0;
const SKEW_SECONDS = 60;

/**
 * Whether Parlour answers, knows the site and is quick.
 *
 * @param array $facts    See look_at_backend.
 * @param array $settings The settings in force.
 */
function judge_backend( array $facts, array $settings ): array {
	$host = (string) wp_parse_url( $settings['url'], PHP_URL_HOST );
	if ( '' !== $facts['error'] ) {
		/* translators: %s: address of the Parlour backend. */
		$label = sprintf( __( 'Parlour at %s does not answer', 'parlour' ), $settings['url'] );
		return verdict( 'critical', $label, array( explain_fetch_error( $facts['error'], $host ), __( 'Your pages load as always; the chat is back as soon as Parlour is.', 'parlour' ) ), link_to_settings() );
	}
	if ( 'redirect' === $facts['kind'] ) {
		/* translators: 1: address of the Parlour backend, 2: another address. */
		$text = sprintf( __( '%1$s sends on to %2$s. Set PUBLIC_URL of Parlour to the address where it really is, then make a new connect code.', 'parlour' ), $settings['url'], $facts['location'] );
		return verdict( 'critical', __( 'Parlour has moved to another address', 'parlour' ), array( $text ), link_to_settings() );
	}
	if ( in_array( $facts['http'], array( 429, 502, 503, 504 ), true ) ) {
		/* translators: %d: HTTP status code. */
		$text = sprintf( __( 'It answers that it is busy or just starting (status %d). If that stays so, look into its logs, and those of the proxy before it.', 'parlour' ), $facts['http'] );
		return verdict( 429 === $facts['http'] ? 'recommended' : 'critical', __( 'Parlour is there but cannot answer just now', 'parlour' ), array( $text ), link_to_settings() );
	}
	if ( 'unknown_site' === $facts['status'] && 'parlour' === $facts['kind'] ) {
		return verdict( 'critical', __( 'Parlour does not know this site’s key', 'parlour' ), array( describe_status( 'unknown_site', $settings ) ), link_to_dashboard( $settings['url'] ) + link_to_settings() );
	}
	if ( 'parlour' !== $facts['kind'] ) {
		$text = array( describe_status( 'unexpected', $settings ) );
		if ( 'html' === $facts['kind'] ) {
			/* translators: %d: HTTP status code. */
			$text[] = sprintf( __( 'A web page came back (status %d). A firewall, a login wall or a maintenance page may stand before Parlour.', 'parlour' ), $facts['http'] );
		}
		return verdict( 'critical', __( 'What answers does not look like Parlour', 'parlour' ), $text, link_to_settings() );
	}
	if ( ! in_array( $facts['status'], array( 'ok', 'origin' ), true ) ) {
		/* translators: %d: HTTP status code. */
		$text = sprintf( __( 'It answers with an error of its own (status %d). Look into its logs.', 'parlour' ), $facts['http'] );
		return verdict( 'critical', __( 'Parlour answers with an error', 'parlour' ), array( $text ), link_to_settings() );
	}
	if ( $facts['seconds'] > SLOW_SECONDS ) {
		/* translators: %s: number of seconds. */
		$label = sprintf( __( 'Parlour takes %s seconds to answer', 'parlour' ), number_format_i18n( $facts['seconds'], 1 ) );
		return verdict( 'recommended', $label, array( __( 'Your pages do not wait for it, but visitors of the chat do. Check how busy its machine and database are, and how far it is from this server.', 'parlour' ) ), link_to_settings() );
	}
	return verdict( 'good', __( 'Parlour answers', 'parlour' ) );
}

/**
 * Whether both clocks agree. The chat does not mind; names of signed-in visitors are passed on with a time.
 *
 * @param int|null $skew          See clock_skew.
 * @param bool     $passes_people Whether signed-in visitors are passed on.
 */
function judge_clock( ?int $skew, bool $passes_people ): array {
	if ( null === $skew ) {
		return verdict( 'good', __( 'Parlour does not tell the time', 'parlour' ), array( __( 'Its answer has no date, so the clocks cannot be compared.', 'parlour' ) ) );
	}
	if ( abs( $skew ) <= SKEW_SECONDS ) {
		return verdict( 'good', __( 'The clocks of WordPress and Parlour agree', 'parlour' ) );
	}
	$apart = human_time_diff( 0, abs( $skew ) );
	$text  = array(
		$skew > 0
			/* translators: %s: a span of time such as 5 minutes. */
			? sprintf( __( 'Parlour’s clock is %s ahead of the one of this server.', 'parlour' ), $apart )
			/* translators: %s: a span of time such as 5 minutes. */
			: sprintf( __( 'Parlour’s clock is %s behind the one of this server.', 'parlour' ), $apart ),
		__( 'Switch on time synchronisation (NTP) on both machines. Until then Parlour may not believe who is signed in here, and times do not fit together.', 'parlour' ),
	);
	return verdict( $passes_people ? 'critical' : 'recommended', __( 'The clocks of WordPress and Parlour do not agree', 'parlour' ), $text );
}

/**
 * Whether the API key is there and good.
 *
 * @param string $error    '' or an error of ask_backend.
 * @param array  $settings The settings in force.
 */
function judge_key( string $error, array $settings ): array {
	$needed = __( 'The chat works without it, but figures in wp-admin and privacy requests do not.', 'parlour' );
	$remedy = __( 'Make a new connect code in the Parlour dashboard and paste it; it brings a new key.', 'parlour' );
	$links  = link_to_dashboard( $settings['url'] ) + link_to_settings();
	if ( defined( 'PARLOUR_API_KEY' ) ) {
		$remedy = __( 'Make a new key in the Parlour dashboard and put it into PARLOUR_API_KEY in wp-config.php.', 'parlour' );
	}
	switch ( $error ) {
		case '':
			return verdict( 'good', __( 'Parlour accepts the API key', 'parlour' ) );
		case 'no_key':
			return verdict( 'recommended', __( 'There is no API key', 'parlour' ), array( $needed, $remedy ), $links );
		case 'refused':
			return verdict( 'recommended', __( 'Parlour refuses the API key', 'parlour' ), array( __( 'It was removed or replaced, or may not read figures.', 'parlour' ) . ' ' . $needed, $remedy ), $links );
		default:
			return verdict( 'recommended', __( 'The API key could not be tried', 'parlour' ), array( __( 'Parlour gave no usable answer to a question with the key. A proxy or firewall may treat calls with a key in another way; else try again later.', 'parlour' ), $needed ), $links );
	}
}
