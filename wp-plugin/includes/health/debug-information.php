<?php
/**
 * Tools -> Site Health -> Info: what somebody who helps with the plugin needs to know. No secrets, and no server is
 * asked for it.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Adds the section.
 *
 * @param array $info Sections of the screen.
 */
function add_debug_information( $info ) {
	$info['parlour'] = array(
		'label'  => __( 'Parlour', 'parlour' ),
		'fields' => debug_fields( get_settings(), get_placement() ),
	);
	return $info;
}
add_filter( 'debug_information', __NAMESPACE__ . '\add_debug_information' );

/**
 * The section's lines. The key is told apart by its end, and left out of what "Copy site info" copies.
 *
 * @param array $settings  The settings in force.
 * @param array $placement See get_placement.
 * @return array<string, array>
 */
function debug_fields( array $settings, array $placement ): array {
	$fields = array(
		'version'   => array(
			'label' => __( 'Version of the plugin', 'parlour' ),
			'value' => VERSION,
		),
		'connected' => array(
			'label' => __( 'Connected', 'parlour' ),
			'value' => '' === $settings['url'] ? __( 'No', 'parlour' ) : __( 'Yes', 'parlour' ),
			'debug' => '' !== $settings['url'],
		),
	);
	if ( '' === $settings['url'] ) {
		return $fields;
	}
	return $fields + array(
		'url'       => array(
			'label' => __( 'Parlour address', 'parlour' ),
			'value' => $settings['url'],
		),
		'site'      => array(
			'label' => __( 'Site key', 'parlour' ),
			'value' => $settings['site'],
		),
		'source'    => array(
			'label' => __( 'Connection set in', 'parlour' ),
			'value' => is_set_in_config() ? 'wp-config.php' : __( 'the settings', 'parlour' ),
			'debug' => is_set_in_config() ? 'wp-config' : 'settings',
		),
		'since'     => array(
			'label' => __( 'Connected since', 'parlour' ),
			'value' => 0 === $settings['connected_at'] ? '–' : wp_date( 'Y-m-d H:i:s', $settings['connected_at'] ),
			'debug' => 0 === $settings['connected_at'] ? '' : gmdate( 'c', $settings['connected_at'] ),
		),
		'key'       => array(
			'label'   => __( 'API key', 'parlour' ),
			'value'   => key_ending( $settings['key'] ),
			'private' => true,
		),
		'status'    => array(
			'label' => __( 'Last connection check', 'parlour' ),
			'value' => '' === $settings['status'] ? '–' : $settings['status'],
		),
		'placement' => array(
			'label' => __( 'Chat on the whole site', 'parlour' ),
			'value' => $placement['on'] ? __( 'On', 'parlour' ) : __( 'Off', 'parlour' ),
			'debug' => $placement['on'] ? (string) wp_json_encode( $placement ) : 'off',
		),
	);
}

/**
 * Enough of the key to tell it from another.
 *
 * @param string $key The API key, or ''.
 */
function key_ending( string $key ): string {
	if ( strlen( $key ) < 20 ) {
		return '' === $key ? __( 'None', 'parlour' ) : __( 'Stored', 'parlour' );
	}
	/* translators: %s: the last characters of the key. */
	return sprintf( __( 'Stored, ends in %s', 'parlour' ), substr( $key, -4 ) );
}
