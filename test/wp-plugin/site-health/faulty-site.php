<?php
/**
 * Must-use plugin of the tests: what caches, optimisers, builders and security plugins do to a page on its way out, as
 * wp-content/faults.json says it: `headers` to send, and pieces of HTML to `replace` (regular expressions).
 */

add_action(
	'template_redirect',
	function () {
		$faults = json_decode( (string) @file_get_contents( WP_CONTENT_DIR . '/faults.json' ), true );
		foreach ( $faults['headers'] ?? array() as $header ) {
			header( $header, false );
		}
		if ( isset( $faults['status'] ) ) {
			status_header( $faults['status'] );
			exit;
		}
		ob_start(
			function ( $html ) use ( $faults ) {
				foreach ( $faults['replace'] ?? array() as list( $from, $to ) ) {
					$html = preg_replace( $from, $to, $html );
				}
				return $html;
			}
		);
	},
	0
);
