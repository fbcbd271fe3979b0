<?php
/**
 * Single figures as they are to be read: label, value, what to say beside it, and where its rows are listed.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The tiles of a day or a month.
 *
 * @param array  $span  See clean_span.
 * @param array  $pages Addresses of the dashboard: sessions, leads, completed, figures.
 * @param string $note  What to say below each number, by its name; null for how it differs from the time before.
 * @return array<int, array<string, mixed>>
 */
function span_tiles( array $span, array $pages, ?array $note = null ): array {
	$labels = array(
		'sessions'  => __( 'Conversations', 'parlour' ),
		'leads'     => __( 'Leads', 'parlour' ),
		'completed' => __( 'Completed', 'parlour' ),
	);
	$tiles  = array();
	foreach ( $labels as $name => $label ) {
		$tiles[] = array(
			'label'  => $label,
			'value'  => number_format_i18n( $span[ $name ] ),
			'note'   => null === $note ? '' : $note[ $name ],
			'change' => null === $note ? change_text( $span[ $name ], $span['previous'][ $name ] ) : '',
			'href'   => $pages[ $name ],
		);
	}
	$rate    = completion_rate( $span );
	$tiles[] = array(
		'label'  => __( 'Completion rate', 'parlour' ),
		'value'  => percent_text( $rate ),
		'note'   => null === $note ? '' : $note['rate'],
		'change' => null === $note ? points_text( $rate, completion_rate( $span['previous'] ) ) : '',
		'href'   => $pages['figures'],
	);
	return $tiles;
}

/**
 * The tiles of what waits for people.
 *
 * @param array $now   See COUNTS_OF_NOW.
 * @param array $pages Addresses of the dashboard: unchecked, issues, dead, failing, faults.
 * @return array<int, array<string, mixed>>
 */
function waiting_tiles( array $now, array $pages ): array {
	$given_up = $now['deliveriesGivenUp'];
	$failing  = $now['deliveriesFailing'];
	/* translators: %s: a number. */
	$trying = 0 === $failing ? '' : sprintf( _n( '%s more is being tried again', '%s more are being tried again', $failing, 'parlour' ), up_to( $failing ) );
	return array(
		array(
			'label' => __( 'Unchecked', 'parlour' ),
			'value' => up_to( $now['unchecked'] ),
			'href'  => $pages['unchecked'],
		),
		array(
			'label'    => __( 'Open issues', 'parlour' ),
			'value'    => up_to( $now['issues'] ),
			'href'     => $pages['issues'],
			'isUrgent' => $now['issues'] > 0,
		),
		array(
			'label'    => __( 'Failed deliveries', 'parlour' ),
			'value'    => up_to( $given_up ),
			'note'     => $trying,
			'href'     => 0 === $given_up && $failing > 0 ? $pages['failing'] : $pages['dead'],
			'isUrgent' => $given_up > 0,
		),
		array(
			'label'    => __( 'Assistant errors', 'parlour' ),
			'value'    => up_to( $now['faults'] ),
			'href'     => $pages['faults'],
			'isUrgent' => $now['faults'] > 0,
		),
	);
}

/**
 * The part of all conversations that was completed, or null without any.
 *
 * @param array $counts See COUNTS_OF_A_TIME.
 */
function completion_rate( array $counts ): ?float {
	return 0 === $counts['sessions'] ? null : $counts['completed'] / $counts['sessions'];
}

/**
 * A part of a whole as 40%.
 *
 * @param float|null $part From 0 to 1; null for none.
 */
function percent_text( ?float $part ): string {
	/* translators: %s: a number of percent; many languages have a space before the sign. */
	return null === $part ? '–' : sprintf( __( '%s%%', 'parlour' ), number_format_i18n( round( 100 * $part ) ) );
}

/**
 * How a number differs from the one before.
 *
 * @param int $now    The number.
 * @param int $before The one before.
 */
function change_text( int $now, int $before ): string {
	if ( $now === $before ) {
		return 0 === $now ? '' : __( 'as before', 'parlour' );
	}
	/* translators: %s: a number. */
	$text = $now > $before ? __( '%s more', 'parlour' ) : __( '%s fewer', 'parlour' );
	return sprintf( $text, number_format_i18n( abs( $now - $before ) ) );
}

/**
 * How a part differs from the one before, in points of a hundred.
 *
 * @param float|null $now    From 0 to 1; null for none.
 * @param float|null $before The one before.
 */
function points_text( ?float $now, ?float $before ): string {
	if ( null === $now || null === $before ) {
		return '';
	}
	$by = (int) ( round( 100 * $now ) - round( 100 * $before ) );
	if ( 0 === $by ) {
		return __( 'as before', 'parlour' );
	}
	$text = $by > 0
		/* translators: %s: a number of percentage points. */
		? _n( '%s point more', '%s points more', $by, 'parlour' )
		/* translators: %s: a number of percentage points. */
		: _n( '%s point less', '%s points less', -$by, 'parlour' );
	return sprintf( $text, number_format_i18n( abs( $by ) ) );
}

/**
 * A number that was counted up to MOST_COUNTED.
 *
 * @param int $count The number.
 */
function up_to( int $count ): string {
	/* translators: %s: a number; there may be more. */
	return $count >= MOST_COUNTED ? sprintf( __( '%s+', 'parlour' ), number_format_i18n( MOST_COUNTED ) ) : number_format_i18n( $count );
}
