<?php
/**
 * All that a page says about the figures, in the words, numbers and dates of this site. Printed by PHP as a plain table,
 * and drawn by the script as tiles and a chart: both show the same.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What to show.
 *
 * @param array $state      See overview_state.
 * @param bool  $is_compact For the small box on WordPress's own dashboard.
 * @return array{notice: ?array, asOf: string, groups: array, chart: ?array, isWaiting: bool, next: int} isWaiting: there
 *         is nothing to show yet, but may be soon; next: in how many seconds to ask again, 0 for never.
 */
function overview_view( array $state, bool $is_compact ): array {
	$numbers = $state['numbers'];
	if ( null !== $numbers ) {
		/**
		 * The figures before they are shown in wp-admin.
		 *
		 * @since 0.1.0
		 *
		 * @param array $numbers today, month: sessions, leads, completed and the same in `previous`; now: unchecked, issues,
		 *                       deliveriesGivenUp, deliveriesFailing, faults; series: date, sessions, leads.
		 */
		$numbers = clean_overview( apply_filters( 'parlour_overview', $numbers ) ) ?? $numbers;
	}
	$is_final = in_array( $state['error'], array( 'not_connected', 'no_key' ), true );
	return array(
		'notice'    => overview_notice( $state, $numbers ),
		'asOf'      => null === $numbers ? '' : as_of_text( $state['at'], $numbers['timezone'] ),
		'groups'    => null === $numbers ? array() : overview_groups( $numbers, $is_compact ),
		'chart'     => null === $numbers || has_no_conversations( $numbers ) ? null : overview_chart( $numbers ),
		'isWaiting' => null === $numbers && '' === $state['error'],
		'next'      => $is_final ? 0 : overview_wait( $state ) + 1,
	);
}

/**
 * The figures in groups.
 *
 * @param array $numbers    See clean_overview.
 * @param bool  $is_compact Whether the month is said beside the day instead of by itself.
 */
function overview_groups( array $numbers, bool $is_compact ): array {
	$today  = array() === $numbers['series'] ? '' : end( $numbers['series'] )['date'];
	$first  = '' === $today ? '' : substr( $today, 0, 8 ) . '01';
	$month  = $numbers['month'];
	$groups = array();
	/* translators: %s: a number or percentage. */
	$of_month = __( '%s this month', 'parlour' );
	$notes    = array();
	foreach ( COUNTS_OF_A_TIME as $name ) {
		$notes[ $name ] = sprintf( $of_month, number_format_i18n( $month[ $name ] ) );
	}
	$notes['rate'] = sprintf( $of_month, percent_text( completion_rate( $month ) ) );

	$groups[] = array(
		'title' => __( 'Today', 'parlour' ),
		'hint'  => $is_compact ? '' : __( 'compared with yesterday by this time', 'parlour' ),
		'tiles' => span_tiles( $numbers['today'], span_links( $numbers, $today, $today, 'today' ), $is_compact ? $notes : null ),
	);
	if ( ! $is_compact ) {
		$groups[] = array(
			'title' => __( 'This month', 'parlour' ),
			'hint'  => __( 'compared with last month by this time', 'parlour' ),
			'tiles' => span_tiles( $month, span_links( $numbers, $first, $today, 'month' ) ),
		);
	}
	$groups[] = array(
		'title' => __( 'Waiting for you', 'parlour' ),
		'hint'  => '',
		'tiles' => waiting_tiles( $numbers['now'], waiting_links( $numbers ) ),
	);
	return $groups;
}

/**
 * The chart of the last days, and the sentence that says what it shows.
 *
 * @param array $numbers See clean_overview.
 */
function overview_chart( array $numbers ): array {
	$labels = array();
	foreach ( $numbers['series'] as $day ) {
		/* translators: day and month below a chart, see https://www.php.net/manual/datetime.format.php. */
		$labels[] = wp_date( _x( 'j M', 'day in a chart', 'parlour' ), strtotime( $day['date'] . ' 12:00 UTC' ), new \DateTimeZone( 'UTC' ) );
	}
	$sessions = array_column( $numbers['series'], 'sessions' );
	$leads    = array_column( $numbers['series'], 'leads' );
	$heading  = __( 'The last 30 days', 'parlour' );
	/* translators: %s: number of conversations. */
	$talks = sprintf( _n( '%s conversation', '%s conversations', array_sum( $sessions ), 'parlour' ), number_format_i18n( array_sum( $sessions ) ) );
	/* translators: %s: number of leads. */
	$found = sprintf( _n( '%s lead', '%s leads', array_sum( $leads ), 'parlour' ), number_format_i18n( array_sum( $leads ) ) );
	return array(
		'heading'  => $heading,
		/* translators: 1: such as "20 conversations", 2: such as "3 leads". */
		'sentence' => sprintf( __( '%1$s brought %2$s.', 'parlour' ), $talks, $found ),
		'texts'    => array(
			'table'     => __( 'Table', 'parlour' ),
			'chart'     => __( 'Chart', 'parlour' ),
			/* translators: %s: name of the chart. */
			'showTable' => sprintf( __( '%s: show the table', 'parlour' ), $heading ),
			/* translators: %s: name of the chart. */
			'showChart' => sprintf( __( '%s: show the chart', 'parlour' ), $heading ),
			'none'      => '–',
		),
		'spec'     => array(
			'kind'   => 'lines',
			'of'     => __( 'Day', 'parlour' ),
			'locale' => str_replace( '_', '-', get_user_locale() ),
			'labels' => $labels,
			'sets'   => array(
				array(
					'label'  => __( 'Conversations', 'parlour' ),
					'colour' => 'accent-ink',
					'values' => $sessions,
				),
				array(
					'label'  => __( 'Leads', 'parlour' ),
					'colour' => 'fixed',
					'values' => $leads,
				),
			),
		),
	);
}

/**
 * Whether nobody has used the chat yet, as far as the figures reach.
 *
 * @param array $numbers See clean_overview.
 */
function has_no_conversations( array $numbers ): bool {
	return 0 === array_sum( array_column( $numbers['series'], 'sessions' ) ) + $numbers['now']['unchecked'] + $numbers['month']['sessions'];
}
