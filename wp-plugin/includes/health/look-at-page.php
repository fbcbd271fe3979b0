<?php
/**
 * Finds a page that has the chat and fetches it as a stranger would, from this server itself.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const MAX_PAGE_REDIRECTS = 3;

/**
 * Looks at a page. Beside what read_page tells: `page` where the visitor ends, `sure` whether the chat belongs on it,
 * `error` and `http` of the last answer, `binding` and `reporting` the Content-Security-Policy headers, `embedder` the
 * Cross-Origin-Embedder-Policy, `cached` whether a cache says that it gave the page.
 *
 * @param array $settings The settings in force.
 */
function look_at_page( array $settings ): array {
	$place  = find_chat_page();
	$answer = health_fetch( $place['url'], array( 'Accept' => 'text/html' ), 3 * MB_IN_BYTES );
	for ( $hop = 0; $hop < MAX_PAGE_REDIRECTS && $answer['status'] >= 300 && $answer['status'] < 400; $hop++ ) {
		$next = \WP_Http::make_absolute_url( header_line( $answer['headers'], 'location' ), $answer['url'] );
		if ( ! is_twin( $next ) ) {
			break;
		}
		$answer = health_fetch( $next, array( 'Accept' => 'text/html' ), 3 * MB_IN_BYTES );
	}
	$headers = $answer['headers'];
	return array(
		'page'      => $answer['url'],
		'sure'      => $place['sure'],
		'error'     => $answer['error'],
		'http'      => $answer['status'],
		'binding'   => (array) ( $headers['content-security-policy'] ?? array() ),
		'reporting' => (array) ( $headers['content-security-policy-report-only'] ?? array() ),
		'embedder'  => header_line( $headers, 'cross-origin-embedder-policy' ),
		'cached'    => (int) header_line( $headers, 'age' ) > 0 || 1 === preg_match( '/\bhit\b/i', header_line( $headers, 'x-cache' ) . ' ' . header_line( $headers, 'cf-cache-status' ) . ' ' . header_line( $headers, 'x-litespeed-cache' ) ),
	) + read_page( $answer['body'] );
}

/**
 * The page to look at: the newest published one with the shortcode or the block, else the front page. `sure` tells
 * whether the chat belongs on it; builders keep their pages where a search for the shortcode does not see them.
 *
 * @return array{url: string, sure: bool}
 */
function find_chat_page(): array {
	$id    = newest_page_with_chat();
	$place = array(
		'url'  => 0 === $id ? home_url( '/' ) : (string) get_permalink( $id ),
		'sure' => 0 !== $id || is_on_front_page(),
	);
	/**
	 * Filters which page Site Health and `wp parlour test` look at, for example where a page builder holds the chat.
	 *
	 * @since 0.1.0
	 *
	 * @param string $url Address of a page of this site.
	 */
	$url = apply_filters( 'parlour_health_page', $place['url'] );
	if ( is_string( $url ) && $url !== $place['url'] && is_twin( $url ) ) {
		return array(
			'url'  => $url,
			'sure' => true,
		);
	}
	return $place;
}

/**
 * The id of the newest published page or post with the shortcode or the block, or 0.
 */
function newest_page_with_chat(): int {
	global $wpdb;
	$types = get_post_types( array( 'public' => true ) );
	$marks = implode( ', ', array_fill( 0, count( $types ), '%s' ) );
	// Seldom asked, and of what is in the database now.
	// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders
	return (int) $wpdb->get_var(
		$wpdb->prepare(
			"SELECT ID FROM {$wpdb->posts} WHERE post_status = 'publish' AND post_password = '' AND post_type IN ( {$marks} )
			AND ( post_content LIKE %s OR post_content LIKE %s ) ORDER BY post_date_gmt DESC, ID DESC LIMIT 1",
			array_merge( array_values( $types ), array( '%[' . $wpdb->esc_like( SHORTCODE ) . '%', '%<!-- wp:parlour/chat%' ) )
		)
	);
	// phpcs:enable
}

/**
 * Whether the chat of the whole site is shown on the front page to strangers.
 */
function is_on_front_page(): bool {
	$page = array(
		'kind'      => 'page' === get_option( 'show_on_front' ) ? 'page' : OTHER_PAGES,
		'path'      => plain_path( home_url( '/' ) ),
		'signed_in' => false,
	);
	return 'shown' === placement_verdict( get_placement(), $page );
}

/**
 * Whether an address is this site's, be it with or without www.
 *
 * @param string $url Any address.
 */
function is_twin( string $url ): bool {
	$host = static function ( string $address ): string {
		return (string) preg_replace( '/^www\./', '', strtolower( (string) wp_parse_url( $address, PHP_URL_HOST ) ) );
	};
	return '' !== $host( $url ) && $host( $url ) === $host( home_url() );
}
