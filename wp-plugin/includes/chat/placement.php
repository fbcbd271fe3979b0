<?php
/**
 * Where a floating chat is shown on the whole site: the option with the rules an administrator made.
 *
 * Every page asks for it, so it is autoloaded, and it holds no secret. It is read from the options that WordPress loads
 * anyway: asking for an option that was never made would cost each page a question to the database.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const PLACEMENT_OPTION = 'parlour_placement';

/** Stands beside the names of post types: lists of posts, archives, search results, "not found". */
const OTHER_PAGES = 'lists-and-other-pages';

const PLACEMENT_VISITORS = array( 'everybody', 'signed-out', 'signed-in' );
const PLACEMENT_DEVICES  = array( 'all', 'phones', 'larger' );

/** Most address patterns in one list. */
const MAX_PATTERNS = 100;

/**
 * The rules in force; off as long as nobody saved any.
 *
 * @return array{on: bool, every_kind: bool, kinds: string[], only: string[], except: string[], visitors: string, device: string}
 */
function get_placement(): array {
	$options = wp_load_alloptions();
	return clean_placement( maybe_unserialize( $options[ PLACEMENT_OPTION ] ?? '' ) );
}

/**
 * Stores the rules.
 *
 * @param mixed $placement As an administrator sent them.
 */
function save_placement( $placement ): void {
	update_option( PLACEMENT_OPTION, clean_placement( $placement ), true );
	// Somebody's clean-up may have taken it out of the options that are loaded anyway.
	wp_set_option_autoload( PLACEMENT_OPTION, true );
}

/**
 * The rules with every value checked: `kinds` are names of post types and OTHER_PAGES, and count when `every_kind` is
 * false; `only` and `except` are address patterns, see matches_pattern.
 *
 * @param mixed $raw What was stored or is to be stored.
 * @return array{on: bool, every_kind: bool, kinds: string[], only: string[], except: string[], visitors: string, device: string}
 */
function clean_placement( $raw ): array {
	$raw   = is_array( $raw ) ? $raw : array();
	$kinds = array_filter( is_array( $raw['kinds'] ?? null ) ? $raw['kinds'] : array(), 'is_string' );
	return array(
		'on'         => ! empty( $raw['on'] ),
		'every_kind' => ! empty( $raw['every_kind'] ?? true ),
		'kinds'      => array_values( array_unique( array_filter( array_map( 'sanitize_key', $kinds ), 'strlen' ) ) ),
		'only'       => clean_patterns( $raw['only'] ?? '' ),
		'except'     => clean_patterns( $raw['except'] ?? '' ),
		'visitors'   => in_array( $raw['visitors'] ?? '', PLACEMENT_VISITORS, true ) ? $raw['visitors'] : PLACEMENT_VISITORS[0],
		'device'     => in_array( $raw['device'] ?? '', PLACEMENT_DEVICES, true ) ? $raw['device'] : PLACEMENT_DEVICES[0],
	);
}

/**
 * Address patterns, each beginning with a slash or a star. Of a whole address, the path is kept, as
 * rules do not look at what follows a question mark.
 *
 * @param mixed $given A list, or a text with one pattern a line.
 * @return string[]
 */
function clean_patterns( $given ): array {
	$given    = is_string( $given ) ? preg_split( '/\r\n|\r|\n/', $given, 10 * MAX_PATTERNS ) : $given;
	$patterns = array();
	foreach ( is_array( $given ) ? $given : array() as $line ) {
		$line = preg_replace( '/[?#].*/s', '', clean_text( $line, 200 ) );
		if ( '' !== $line ) {
			$path       = preg_replace( '~^https?://[^/]*~i', '', $line );
			$patterns[] = in_array( $path[0] ?? '', array( '/', '*' ), true ) ? $path : "/{$path}";
		}
	}
	return array_slice( array_values( array_unique( $patterns ) ), 0, MAX_PATTERNS );
}
