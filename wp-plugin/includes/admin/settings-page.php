<?php
/**
 * Settings -> Parlour: where the page is and which of its views is shown.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const PAGE       = 'parlour';
const TAB_ARG    = 'tab';
const CAPABILITY = 'manage_options';

/**
 * Adds the page to the Settings menu.
 */
function add_settings_page(): void {
	$hook = add_options_page( __( 'Parlour', 'parlour' ), __( 'Parlour', 'parlour' ), CAPABILITY, PAGE, __NAMESPACE__ . '\render_settings_page' );
	if ( $hook ) {
		add_action( "admin_print_styles-{$hook}", __NAMESPACE__ . '\enqueue_settings_assets' );
	}
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );

/**
 * Loads the page's style and its copy button, on this page only.
 */
function enqueue_settings_assets(): void {
	wp_enqueue_style( 'parlour-settings', plugins_url( 'assets/settings.css', PLUGIN_FILE ), array(), VERSION );
	wp_enqueue_script( 'parlour-settings', plugins_url( 'assets/settings.js', PLUGIN_FILE ), array( 'clipboard', 'wp-a11y' ), VERSION, true );
}

/**
 * The page's address.
 *
 * @param array<string, string> $args More address arguments.
 */
function settings_page_url( array $args = array() ): string {
	return add_query_arg( array( 'page' => PAGE ) + $args, admin_url( 'options-general.php' ) );
}

/**
 * The tabs of the page once there is a connection: the name in the address, the label, and the function that prints
 * it, which is given the settings in force.
 *
 * @return array<string, array{label: string, view: callable}>
 */
function settings_tabs(): array {
	return array(
		'connection' => array(
			'label' => __( 'Connection', 'parlour' ),
			'view'  => __NAMESPACE__ . '\view_connected',
		),
		'placement'  => array(
			'label' => __( 'Placement', 'parlour' ),
			'view'  => __NAMESPACE__ . '\view_placement',
		),
		'visitors'   => array(
			'label' => __( 'Visitors', 'parlour' ),
			'view'  => __NAMESPACE__ . '\view_visitors',
		),
		'privacy'    => array(
			'label' => __( 'Privacy', 'parlour' ),
			'view'  => __NAMESPACE__ . '\view_privacy',
		),
		'developers' => array(
			'label' => __( 'Developers', 'parlour' ),
			'view'  => __NAMESPACE__ . '\view_developers',
		),
	);
}

/**
 * Prints the page.
 */
function render_settings_page(): void {
	if ( ! current_user_can( CAPABILITY ) ) {
		wp_die( esc_html__( 'You are not allowed to change these settings.', 'parlour' ), '', array( 'response' => 403 ) );
	}
	$settings = get_settings();

	echo '<div class="wrap parlour-settings"><h1>' . esc_html__( 'Parlour', 'parlour' ) . '</h1>';
	print_notice();
	if ( '' === $settings['url'] ) {
		view_not_connected();
	} elseif ( 'disconnect' === page_argument( 'parlour_confirm' ) && ! is_set_in_config() ) {
		view_confirm_disconnect( $settings );
	} else {
		$tabs  = settings_tabs();
		$shown = page_argument( TAB_ARG );
		$shown = isset( $tabs[ $shown ] ) ? $shown : (string) array_key_first( $tabs );
		print_tabs( $tabs, $shown );
		$tabs[ $shown ]['view']( $settings );
	}
	echo '</div>';
}

/**
 * An argument of the page's address, or ''. It only chooses what is shown; every deed asks for a nonce.
 *
 * @param string $name Its name.
 */
function page_argument( string $name ): string {
	// phpcs:ignore WordPress.Security.NonceVerification.Recommended
	return isset( $_GET[ $name ] ) && is_string( $_GET[ $name ] ) ? sanitize_key( wp_unslash( $_GET[ $name ] ) ) : '';
}

/**
 * The row of tabs, as on other pages of WordPress. A single one needs no row.
 *
 * @param array  $tabs  See settings_tabs.
 * @param string $shown Name of the tab that is open.
 */
function print_tabs( array $tabs, string $shown ): void {
	if ( count( $tabs ) < 2 ) {
		return;
	}
	printf( '<nav class="nav-tab-wrapper" aria-label="%s">', esc_attr__( 'Parlour settings', 'parlour' ) );
	foreach ( $tabs as $name => $tab ) {
		printf(
			'<a href="%s" class="nav-tab%s"%s>%s</a>',
			esc_url( settings_page_url( array( TAB_ARG => $name ) ) ),
			$name === $shown ? ' nav-tab-active' : '',
			$name === $shown ? ' aria-current="page"' : '',
			esc_html( $tab['label'] )
		);
	}
	echo '</nav>';
}

/**
 * Adds a Settings link to the plugin's row in the list of plugins.
 *
 * @param string[] $links The row's links.
 */
function add_settings_link( array $links ): array {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( settings_page_url() ), esc_html__( 'Settings', 'parlour' ) );
	return array_merge( array( 'settings' => $link ), $links );
}
add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN_FILE ), __NAMESPACE__ . '\add_settings_link' );
