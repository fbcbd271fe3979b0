<?php
/**
 * The rules of the placement in plain words.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What can be chosen as a kind of page: the name that is stored, and its label.
 *
 * @return array<string, string>
 */
function page_kinds(): array {
	$kinds = array();
	foreach ( get_post_types( array( 'public' => true ), 'objects' ) as $type ) {
		if ( is_post_type_viewable( $type ) && 'attachment' !== $type->name ) {
			$kinds[ $type->name ] = $type->labels->name;
		}
	}
	$kinds[ OTHER_PAGES ] = __( 'Lists of posts, archives, search results and other pages', 'parlour' );
	return $kinds;
}

/**
 * What the choices for visitors and devices are called.
 *
 * @return array{visitors: array<string, string>, device: array<string, string>}
 */
function placement_choices(): array {
	return array(
		'visitors' => array(
			'everybody'  => __( 'Everybody', 'parlour' ),
			'signed-out' => __( 'Only visitors who are not signed in', 'parlour' ),
			'signed-in'  => __( 'Only people who are signed in', 'parlour' ),
		),
		'device'   => array(
			'all'    => __( 'All screens', 'parlour' ),
			'phones' => __( 'Only phones and small tablets', 'parlour' ),
			'larger' => __( 'Only larger screens', 'parlour' ),
		),
	);
}

/**
 * One sentence that says what the rules mean.
 *
 * @param array $placement The rules, see clean_placement.
 */
function placement_summary( array $placement ): string {
	if ( ! $placement['on'] ) {
		return __( 'Off. The chat is only where you put it yourself, with the block or the shortcode.', 'parlour' );
	}
	$labels = array_values( array_intersect_key( page_kinds(), array_flip( $placement['kinds'] ) ) );
	if ( ! $placement['every_kind'] && ! $labels ) {
		return __( 'Shown nowhere, because no kind of page is chosen.', 'parlour' );
	}
	/* translators: %s: list of kinds of pages. */
	$parts = array( $placement['every_kind'] ? __( 'Shown on every page', 'parlour' ) : sprintf( __( 'Shown on %s', 'parlour' ), wp_sprintf( '%l', $labels ) ) );
	if ( $placement['only'] ) {
		/* translators: %s: list of addresses. */
		$parts[] = sprintf( __( 'only at %s', 'parlour' ), wp_sprintf( '%l', $placement['only'] ) );
	}
	if ( $placement['except'] ) {
		/* translators: %s: list of addresses. */
		$parts[] = sprintf( __( 'except at %s', 'parlour' ), wp_sprintf( '%l', $placement['except'] ) );
	}
	$more    = array(
		'everybody'  => __( 'to everybody', 'parlour' ),
		'signed-out' => __( 'to visitors who are not signed in', 'parlour' ),
		'signed-in'  => __( 'to people who are signed in', 'parlour' ),
		'all'        => '',
		'phones'     => __( 'on phones and small tablets', 'parlour' ),
		'larger'     => __( 'on larger screens', 'parlour' ),
	);
	$parts[] = $more[ $placement['visitors'] ];
	$parts[] = $more[ $placement['device'] ];
	return implode( ', ', array_filter( $parts, 'strlen' ) ) . '.';
}
