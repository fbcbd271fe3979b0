<?php
/**
 * What the settings page says after an action. The action passes on a name; the words are only here, so that nothing
 * has to be stored and a made-up address cannot put words on the page.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const NOTICE_ARG = 'parlour_notice';

/**
 * The kind (success, warning, error) and text of a notice, or null for an unknown name.
 *
 * Names: saved-STATUS and checked-STATUS with a status of check_backend, disconnected, placement_saved, visitors_saved, and the errors of
 * read_connect_code.
 *
 * @param string $name The notice's name.
 * @return array{kind: string, text: string}|null
 */
function find_notice( string $name ): ?array {
	if ( 'disconnected' === $name ) {
		return array(
			'kind' => 'success',
			'text' => __( 'Disconnected. The chat no longer appears on your pages. Conversations and leads stay in Parlour.', 'parlour' ),
		);
	}
	if ( 'placement_saved' === $name ) {
		return array(
			'kind' => 'success',
			'text' => __( 'Saved. If a cache keeps your pages, empty it, so that they show the change.', 'parlour' ),
		);
	}
	if ( 'visitors_saved' === $name ) {
		return array(
			'kind' => 'success',
			'text' => tells_identity()
				? __( 'Saved. Parlour is told who is signed in. If a cache keeps your pages, empty it.', 'parlour' )
				: __( 'Saved. Parlour is not told who is signed in.', 'parlour' ),
		);
	}
	if ( preg_match( '/^code_(empty|unknown|damaged|address|private|config)$/D', $name ) ) {
		return array(
			'kind' => 'error',
			'text' => describe_code_error( $name ),
		);
	}
	list( $action, $status ) = explode( '-', $name, 2 ) + array( '', '' );
	if ( ! is_connected() || ! in_array( $action, array( 'saved', 'checked' ), true ) || ! in_array( $status, BACKEND_STATUSES, true ) ) {
		return null;
	}
	$saved = 'saved' === $action ? __( 'The connect code is saved.', 'parlour' ) . ' ' : '';
	return array(
		'kind' => 'ok' === $status ? 'success' : 'warning',
		'text' => $saved . describe_status( $status, get_settings() ),
	);
}

/**
 * Prints the notice named in the page's address, if any.
 */
function print_notice(): void {
	// Only chooses one of the fixed texts above, so there is nothing to protect with a nonce.
	// phpcs:ignore WordPress.Security.NonceVerification.Recommended
	$name   = isset( $_GET[ NOTICE_ARG ] ) ? sanitize_text_field( wp_unslash( $_GET[ NOTICE_ARG ] ) ) : '';
	$notice = find_notice( $name );
	if ( null !== $notice ) {
		wp_admin_notice(
			esc_html( $notice['text'] ) . ( 'warning' === $notice['kind'] ? health_link_html() : '' ),
			array(
				'type'        => $notice['kind'],
				'dismissible' => true,
			)
		);
	}
}

/**
 * Where to read on when something is wrong, for those who may.
 */
function health_link_html(): string {
	if ( ! current_user_can( 'view_site_health_checks' ) ) {
		return '';
	}
	return sprintf( ' <a href="%s">%s</a>', esc_url( admin_url( 'site-health.php' ) ), esc_html__( 'Site Health looks for everything else that could be wrong.', 'parlour' ) );
}

/**
 * Lets WordPress take the notice out of the address bar, so that a reload does not repeat it.
 *
 * @param string[] $args Names of address arguments that are shown once.
 */
function forget_notice( array $args ): array {
	$args[] = NOTICE_ARG;
	return $args;
}
add_filter( 'removable_query_args', __NAMESPACE__ . '\forget_notice' );
