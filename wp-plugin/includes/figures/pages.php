<?php
/**
 * Where the figures are in wp-admin: a page "Parlour" in the menu, and a box on WordPress's own dashboard.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const OVERVIEW_PAGE = 'parlour-overview';

/**
 * Adds the page to the menu.
 */
function add_overview_page(): void {
	$title = __( 'Parlour', 'parlour' );
	$hook  = add_menu_page( $title, $title, VIEW_STATS, OVERVIEW_PAGE, __NAMESPACE__ . '\render_overview_page', 'dashicons-format-chat', 26 );
	add_action( "admin_print_styles-{$hook}", __NAMESPACE__ . '\enqueue_figures' );
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_overview_page' );

/**
 * Adds the box to WordPress's own dashboard.
 */
function add_overview_box(): void {
	if ( ! current_user_can( VIEW_STATS ) ) {
		return;
	}
	wp_add_dashboard_widget( 'parlour_overview', __( 'Parlour', 'parlour' ), __NAMESPACE__ . '\render_overview_box' );
	enqueue_figures();
}
add_action( 'wp_dashboard_setup', __NAMESPACE__ . '\add_overview_box' );

/**
 * Loads what draws the figures. Nothing comes from elsewhere.
 */
function enqueue_figures(): void {
	wp_enqueue_style( 'parlour-figures', plugins_url( 'assets/figures.css', PLUGIN_FILE ), array(), VERSION );
	wp_enqueue_script(
		'parlour-figures',
		plugins_url( 'assets/figures.js', PLUGIN_FILE ),
		array(),
		VERSION,
		array(
			'in_footer' => true,
			'strategy'  => 'defer',
		)
	);
}

/**
 * Prints the page.
 */
function render_overview_page(): void {
	if ( ! current_user_can( VIEW_STATS ) ) {
		wp_die( esc_html__( 'You are not allowed to see these figures.', 'parlour' ), '', array( 'response' => 403 ) );
	}
	echo '<div class="wrap"><h1 class="wp-heading-inline">' . esc_html__( 'Parlour', 'parlour' ) . '</h1> ';
	print_overview_links( 'page-title-action' );
	echo '<hr class="wp-header-end">';
	print_overview( false );
	echo '</div>';
}

/**
 * Prints the box.
 */
function render_overview_box(): void {
	print_overview( true );
	echo '<p class="parlour-links">';
	printf( '<a href="%s">%s</a>', esc_url( admin_url( 'admin.php?page=' . OVERVIEW_PAGE ) ), esc_html__( 'All figures', 'parlour' ) );
	print_overview_links( '' );
	echo '</p>';
}

/**
 * Links to the dashboard of Parlour, and to the settings for those who may change them.
 *
 * @param string $style Name of a style; '' for plain links.
 */
function print_overview_links( string $style ): void {
	if ( is_connected() ) {
		printf(
			'<a class="%s" href="%s" target="_blank" rel="noopener noreferrer">%s<span class="screen-reader-text"> %s</span></a> ',
			esc_attr( $style ),
			esc_url( dashboard_link( overview_state()['numbers'] ) ),
			esc_html__( 'Open the dashboard', 'parlour' ),
			esc_html__( '(opens in a new tab)', 'parlour' )
		);
	}
	if ( current_user_can( 'manage_options' ) ) {
		printf( '<a class="%s" href="%s">%s</a>', esc_attr( $style ), esc_url( admin_url( 'options-general.php?page=parlour' ) ), esc_html__( 'Settings', 'parlour' ) );
	}
}
