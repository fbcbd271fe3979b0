<?php
/**
 * The one option of the plugin. It is not autoloaded: it holds a secret, and only pages that show the chat need it.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const OPTION = 'parlour_settings';

/**
 * The settings in force: from wp-config.php where PARLOUR_URL and PARLOUR_SITE_KEY are defined there, else from the
 * option. PARLOUR_API_KEY and PARLOUR_IDENTITY_SECRET replace what is stored in either case. `status` is what the last
 * check found, see check_backend; '' when there was none. `identity` says whether Parlour is told who is signed in.
 *
 * @return array{url: string, site: string, key: string, identity_secret: string, identity: bool, title: string, connected_at: int, status: string}
 */
function get_settings(): array {
	$stored = stored_settings();
	if ( is_set_in_config() ) {
		$fixed = clean_settings(
			array(
				'url'  => PARLOUR_URL,
				'site' => PARLOUR_SITE_KEY,
			)
		);
		// A stored key belongs to the stored address and must never be sent to another one.
		$kept   = array(
			'title'    => $fixed['site'] === $stored['site'] ? $stored['title'] : '',
			'identity' => $stored['identity'],
		);
		$stored = array_merge( $fixed, $kept );
	}
	if ( defined( 'PARLOUR_API_KEY' ) && '' !== $stored['url'] ) {
		$stored['key'] = clean_api_key( PARLOUR_API_KEY );
	}
	if ( defined( 'PARLOUR_IDENTITY_SECRET' ) && '' !== $stored['url'] ) {
		$stored['identity_secret'] = clean_identity_secret( PARLOUR_IDENTITY_SECRET );
	}
	return $stored;
}

/**
 * The settings as they are stored, whatever wp-config.php says. What is saved starts from these, so that a secret of
 * wp-config.php never gets into the database.
 */
function stored_settings(): array {
	return clean_settings( get_option( OPTION, array() ) );
}

/**
 * Whether address and site come from wp-config.php, so that the settings page cannot change them.
 */
function is_set_in_config(): bool {
	return defined( 'PARLOUR_URL' ) && defined( 'PARLOUR_SITE_KEY' );
}

/**
 * Whether an admin connected this WordPress to a backend.
 */
function is_connected(): bool {
	return '' !== get_settings()['url'];
}

/**
 * Stores the settings, without autoloading them.
 *
 * @param array $settings Any of those that get_settings names.
 */
function save_settings( array $settings ): void {
	update_option( OPTION, clean_settings( $settings ), false );
}

/**
 * Forgets the settings.
 */
function delete_settings(): void {
	delete_option( OPTION );
}

/**
 * The settings with every value checked. Without a usable address and site key, only `identity` is kept.
 *
 * @param mixed $raw What was stored or is to be stored.
 * @return array{url: string, site: string, key: string, identity_secret: string, identity: bool, title: string, connected_at: int, status: string}
 */
function clean_settings( $raw ): array {
	$raw  = is_array( $raw ) ? $raw : array();
	$url  = clean_backend_url( $raw['url'] ?? '' );
	$site = clean_site_key( $raw['site'] ?? '' );
	if ( '' === $url || '' === $site ) {
		return array(
			'url'             => '',
			'site'            => '',
			'key'             => '',
			'identity_secret' => '',
			'identity'        => ! empty( $raw['identity'] ),
			'title'           => '',
			'connected_at'    => 0,
			'status'          => '',
		);
	}
	return array(
		'url'             => $url,
		'site'            => $site,
		'key'             => clean_api_key( $raw['key'] ?? '' ),
		'identity_secret' => clean_identity_secret( $raw['identity_secret'] ?? '' ),
		'identity'        => ! empty( $raw['identity'] ),
		'title'           => clean_text( $raw['title'] ?? '', 80 ),
		'connected_at'    => max( 0, (int) ( $raw['connected_at'] ?? 0 ) ),
		'status'          => in_array( $raw['status'] ?? '', BACKEND_STATUSES, true ) ? $raw['status'] : '',
	);
}
