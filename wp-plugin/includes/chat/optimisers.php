<?php
/**
 * Asks plugins and services that rearrange scripts to leave the widget's where it is. The chat survives when they do
 * not listen, but it would come later than it could.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Filters of optimisers that take a list of words; a script whose tag or text has one of them is left alone. */
const OPTIMISER_FILTERS = array(
	'rocket_delay_js_exclusions',        // WP Rocket: delay until somebody moves.
	'rocket_defer_inline_exclusions',    // WP Rocket: defer.
	'rocket_excluded_inline_js_content', // WP Rocket: combine.
	'litespeed_optimize_js_excludes',    // LiteSpeed Cache: combine, minify.
	'litespeed_optm_js_defer_exc',       // LiteSpeed Cache: defer, delay.
	'litespeed_optm_gm_js_exc',          // LiteSpeed Cache: guest mode.
	'autoptimize_filter_js_exclude',     // Autoptimize: aggregate.
	'sgo_javascript_combine_excluded_inline_content', // SiteGround Speed Optimizer: combine.
	'perfmatters_delay_js_exclusions',   // Perfmatters: delay.
	'wp-optimize-minify-default-exclusions', // WP-Optimize: merge, minify.
);

/**
 * Adds the widget's script to the words of an optimiser.
 *
 * @param mixed $words A list, or a text with commas.
 * @return mixed The same kind; whatever else it may be is given back as it was.
 */
function leave_widget_alone( $words ) {
	if ( is_array( $words ) ) {
		$words[] = WIDGET_SCRIPT;
	} elseif ( is_string( $words ) ) {
		$words = '' === trim( $words ) ? WIDGET_SCRIPT : $words . ', ' . WIDGET_SCRIPT;
	}
	return $words;
}

/**
 * Tells every optimiser. They ask while a page is being made, long after this.
 */
function tell_optimisers(): void {
	foreach ( OPTIMISER_FILTERS as $filter ) {
		add_filter( $filter, __NAMESPACE__ . '\leave_widget_alone' );
	}
}
add_action( 'plugins_loaded', __NAMESPACE__ . '\tell_optimisers' );

/**
 * Attributes of the script's tag by which optimisers know that they should leave it alone.
 *
 * @return array<string, string|bool>
 */
function optimiser_marks(): array {
	return array(
		'data-cfasync'            => 'false',  // Cloudflare Rocket Loader, LiteSpeed Cache.
		'data-no-optimize'        => '1',      // LiteSpeed Cache: combine, minify.
		'data-no-defer'           => '1',      // LiteSpeed Cache: delay.
		'data-no-minify'          => '1',      // WP Rocket: minify.
		'nowprocket'              => true,     // WP Rocket: delay.
		'data-noptimize'          => '1',      // Autoptimize.
		'data-jetpack-boost'      => 'ignore', // Jetpack Boost.
		'nitro-exclude'           => true,     // NitroPack.
		'data-pagespeed-no-defer' => true,     // PageSpeed module of the web server.
	);
}
