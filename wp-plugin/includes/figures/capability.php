<?php
/**
 * Who may see the figures: numbers only, nothing about any person.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VIEW_STATS = 'parlour_view_stats';

/**
 * Lets editors and administrators see the figures: whoever looks after other people's pages wants to know what they
 * bring.
 *
 * @param string[] $required What a person needs for a deed.
 * @param string   $asked    The capability that was asked for.
 */
function map_view_stats( $required, $asked ) {
	if ( VIEW_STATS !== $asked ) {
		return $required;
	}
	/**
	 * Which capability it takes to see Parlour's figures in wp-admin.
	 *
	 * @since 0.1.0
	 *
	 * @param string $capability Such as manage_options; parlour_view_stats itself means roles that were given just that.
	 */
	$capability = apply_filters( 'parlour_view_stats_capability', 'edit_others_posts' );
	return array( is_string( $capability ) && '' !== $capability ? $capability : 'do_not_allow' );
}
add_filter( 'map_meta_cap', __NAMESPACE__ . '\map_view_stats', 10, 2 );
