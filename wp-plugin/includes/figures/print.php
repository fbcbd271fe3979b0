<?php
/**
 * Prints the figures as they are known now. It never asks Parlour: a script does that afterwards, and draws tiles and a
 * chart in this place. Without scripts the plain tables stay.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Prints them.
 *
 * @param bool $is_compact For the small box on WordPress's own dashboard.
 */
function print_overview( bool $is_compact ): void {
	$view = overview_view( overview_state(), $is_compact );
	printf(
		'<div class="parlour-overview%s" data-view="%s" data-texts="%s" data-url="%s" data-nonce="%s">',
		$is_compact ? ' parlour-compact' : '',
		esc_attr( (string) wp_json_encode( $view ) ),
		esc_attr( (string) wp_json_encode( overview_script_texts() ) ),
		esc_url( add_query_arg( 'compact', $is_compact ? '1' : '0', rest_url( REST_NAMESPACE . '/overview' ) ) ),
		esc_attr( wp_create_nonce( 'wp_rest' ) )
	);
	if ( null !== $view['notice'] ) {
		print_overview_notice( $view['notice'] );
	}
	foreach ( $view['groups'] as $group ) {
		print_overview_table( $group );
	}
	if ( $view['isWaiting'] ) {
		echo '<p class="hide-if-js">' . esc_html__( 'To load the figures, turn on JavaScript in your browser.', 'parlour' ) . '</p>';
	}
	echo '<p class="description">' . esc_html( $view['asOf'] ) . '</p></div>';
}

/**
 * What the script itself says.
 *
 * @return array<string, string>
 */
function overview_script_texts(): array {
	return array(
		'loading' => __( 'Loading the figures', 'parlour' ),
		'newTab'  => __( '(opens in a new tab)', 'parlour' ),
		'failed'  => __( 'The figures could not be refreshed. Reload this page to try again.', 'parlour' ),
	);
}

/**
 * One notice, inside the page.
 *
 * @param array $notice See overview_notice.
 */
function print_overview_notice( array $notice ): void {
	printf( '<div class="notice notice-%s inline"><p>%s', esc_attr( $notice['kind'] ), esc_html( $notice['text'] ) );
	if ( null !== $notice['link'] ) {
		printf( ' <a href="%s">%s</a>', esc_url( $notice['link']['href'] ), esc_html( $notice['link']['label'] ) );
	}
	echo '</p></div>';
}

/**
 * One group of figures.
 *
 * @param array $group See overview_groups.
 */
function print_overview_table( array $group ): void {
	printf( '<table class="widefat striped"><caption>%s <span>%s</span></caption><tbody>', esc_html( $group['title'] ), esc_html( $group['hint'] ) );
	foreach ( $group['tiles'] as $tile ) {
		$beside = implode( ', ', array_filter( array( $tile['note'] ?? '', $tile['change'] ?? '' ), 'strlen' ) );
		printf(
			'<tr><th scope="row"><a href="%s">%s</a></th><td>%s</td><td>%s</td></tr>',
			esc_url( $tile['href'] ),
			esc_html( $tile['label'] ),
			esc_html( $tile['value'] ),
			esc_html( $beside )
		);
	}
	echo '</tbody></table>';
}
