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
 * Prints the page.
 */
function render_settings_page(): void {
	if ( ! current_user_can( CAPABILITY ) ) {
		wp_die( esc_html__( 'You are not allowed to change these settings.', 'parlour' ), '', array( 'response' => 403 ) );
	}
	$settings = get_settings();
	// Only chooses what is shown; the deed itself asks for a nonce.
	// phpcs:ignore WordPress.Security.NonceVerification.Recommended
	$asked_to_disconnect = isset( $_GET['parlour_confirm'] ) && 'disconnect' === $_GET['parlour_confirm'];

	echo '<div class="wrap parlour-settings"><h1>' . esc_html__( 'Parlour', 'parlour' ) . '</h1>';
	print_notice();
	if ( '' === $settings['url'] ) {
		view_not_connected();
	} elseif ( $asked_to_disconnect && ! is_set_in_config() ) {
		view_confirm_disconnect( $settings );
	} else {
		view_connected( $settings );
	}
	echo '</div>';
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
