<?php
/**
 * `wp parlour`: the same actions for people who set up sites from the command line.
 *
 * @package Parlour
 */

namespace Parlour;

use WP_CLI;
use WP_CLI\Utils;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Connects this site to Parlour.
 */
class Cli {

	/**
	 * Connects this site with a connect code from the Parlour dashboard.
	 *
	 * ## OPTIONS
	 *
	 * <code>
	 * : The connect code, beginning with plr1_.
	 *
	 * ## EXAMPLES
	 *
	 *     wp parlour connect plr1_eyJ1cmwiOi...
	 *
	 * @param string[] $args The code.
	 */
	public function connect( array $args ): void {
		$result = connect( $args[0] );
		if ( is_wp_error( $result ) ) {
			WP_CLI::error( describe_code_error( (string) $result->get_error_code() ) );
		}
		$settings = get_settings();
		if ( 'ok' !== $result ) {
			WP_CLI::warning( describe_status( $result, $settings ) );
		}
		/* translators: 1: site key, 2: address of the Parlour backend. */
		WP_CLI::success( sprintf( __( 'Connected to site %1$s at %2$s.', 'parlour' ), $settings['site'], $settings['url'] ) );
	}

	/**
	 * Shows whether this site is connected, to what, and whether Parlour answers.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How to show it.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - yaml
	 * ---
	 *
	 * @param string[] $args  None.
	 * @param string[] $assoc The format.
	 */
	public function status( array $args, array $assoc ): void {
		$format = $assoc['format'] ?? 'table';
		$facts  = status_facts();
		if ( 'table' !== $format ) {
			WP_CLI::print_value( $facts, array( 'format' => $format ) );
			return;
		}
		$rows = array();
		foreach ( $facts as $field => $value ) {
			$rows[] = array(
				'field' => $field,
				'value' => is_bool( $value ) ? ( $value ? 'yes' : 'no' ) : $value,
			);
		}
		Utils\format_items( 'table', $rows, array( 'field', 'value' ) );
		if ( $facts['connected'] && 'ok' !== $facts['check'] ) {
			WP_CLI::warning( describe_status( $facts['check'], get_settings() ) );
		}
	}

	/**
	 * Forgets the connection. The chat disappears from all pages; conversations and leads stay in Parlour.
	 */
	public function disconnect(): void {
		if ( is_set_in_config() ) {
			WP_CLI::error( describe_code_error( 'code_config' ) );
		}
		disconnect();
		WP_CLI::success( __( 'Disconnected.', 'parlour' ) );
	}
}

/**
 * What `wp parlour status` shows. Never the key itself.
 *
 * @return array<string, bool|string>
 */
function status_facts(): array {
	$settings = get_settings();
	if ( '' === $settings['url'] ) {
		return array( 'connected' => false );
	}
	$check    = check_connection();
	$settings = get_settings();
	return array(
		'connected' => true,
		'url'       => $settings['url'],
		'site'      => $settings['site'],
		'title'     => $settings['title'],
		'since'     => 0 === $settings['connected_at'] ? '' : gmdate( 'Y-m-d\TH:i:s\Z', $settings['connected_at'] ),
		'key'       => '' !== $settings['key'],
		'check'     => $check,
	);
}

WP_CLI::add_command( 'parlour', Cli::class );
