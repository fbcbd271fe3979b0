<?php
/**
 * What a check found, in words. The checks are the same for Site Health and for `wp parlour test`.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * A verdict. The status is good, recommended or critical as in Site Health, or skipped where something else has to be
 * mended first.
 *
 * @param string                  $status One of the above.
 * @param string                  $label  What was found, in one line of plain text.
 * @param string[]                $text   What it means and what to do: paragraphs of plain text.
 * @param array<string, string> $links  Addresses of pages where it can be mended, each with its words.
 * @return array{status: string, label: string, text: string[], links: array<string, string>}
 */
function verdict( string $status, string $label, array $text = array(), array $links = array() ): array {
	return compact( 'status', 'label', 'text', 'links' );
}

/**
 * Where the connection is set.
 *
 * @return array<string, string>
 */
function link_to_settings(): array {
	return array( admin_url( 'options-general.php?page=parlour' ) => __( 'Open the Parlour settings', 'parlour' ) );
}

/**
 * The sites' settings in the Parlour dashboard, where addresses are allowed and connect codes are made.
 *
 * @param string $backend_url The backend's public address.
 * @return array<string, string>
 */
function link_to_dashboard( string $backend_url ): array {
	return array( $backend_url . '/dashboard/settings/sites' => __( 'Open the settings in the Parlour dashboard', 'parlour' ) );
}

/**
 * A page that was looked at.
 *
 * @param string $url Its address.
 * @return array<string, string>
 */
function link_to_page( string $url ): array {
	return array( $url => __( 'Open the page that was looked at', 'parlour' ) );
}
