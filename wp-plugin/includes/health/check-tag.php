<?php
/**
 * Part of the page's check: was the script's tag altered on its way out.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Types that optimisers give to scripts which they start later, and who does. */
const DELAYED_TYPES = array(
	'~^rocketlazyloadscript$~'                         => 'WP Rocket',
	'~^litespeed/javascript$~'                         => 'LiteSpeed Cache',
	'~^pmdelayedscript$~'                              => 'Perfmatters',
	'~^javascript/blocked$~'                           => 'WP Meteor',
	'~^nitropack~'                                     => 'NitroPack',
	'~^[0-9a-f]{16,}-(text/javascript|module|application/javascript)$~' => 'Cloudflare Rocket Loader',
	'~^text/psajs~'                                    => 'PageSpeed',
);

/** Types of scripts that browsers run; the widget itself needs `module`, the line that imports it does not. */
const RUNNING_TYPES = array( '', 'module', 'text/javascript', 'application/javascript' );

/**
 * Whether the tag that loads the widget is as the plugin printed it. One good tag is enough.
 *
 * @param array $facts    See look_at_page.
 * @param array $settings The settings in force.
 */
function judge_tag( array $facts, array $settings ): array {
	$worst = null;
	foreach ( $facts['scripts'] as $script ) {
		$verdict = judge_one_tag( $script, $facts, $settings );
		if ( 'good' === $verdict['status'] ) {
			return $verdict;
		}
		$worst = $worst ?? $verdict;
	}
	return $worst;
}

/**
 * The same for one of them.
 *
 * @param array $script   See script_facts.
 * @param array $facts    See look_at_page.
 * @param array $settings The settings in force.
 */
function judge_one_tag( array $script, array $facts, array $settings ): array {
	$links   = link_to_page( $facts['page'] );
	$address = '' === $script['code'] ? $script['src'] : imported_address( $script['code'] );
	$address = '' === $address ? $script['held'] : $address;
	$address = '' === $address || 0 === strpos( $address, 'data:' ) ? $address : \WP_Http::make_absolute_url( $address, $facts['page'] );
	$exclude = __( 'Exclude “parlour-widget” and “widget.js” there, then empty the page cache.', 'parlour' );
	$path    = (string) wp_parse_url( $address, PHP_URL_PATH );
	$is_data = '' === $address || 0 === strpos( $address, 'data:' );
	if ( ! $is_data && strtok( $address, '?' ) !== widget_url( $settings['url'] ) ) {
		$origin = origin_of( $address );
		if ( origin_of( $facts['page'] ) !== $origin && '/widget.js' === substr( $path, -10 ) && false === strpos( $path, 'wp-content' ) ) {
			return judge_other_address( $origin, $facts, $settings );
		}
		/* translators: 1: address of a script, 2: address of the Parlour backend. */
		$text = sprintf( __( 'An optimiser or CDN serves a copy from %1$s. The script finds Parlour by the address it came from, so it has to come from %2$s.', 'parlour' ), $address, $settings['url'] );
		return verdict( 'critical', __( 'The chat’s script was copied to another address', 'parlour' ), array( $text . ' ' . $exclude ), $links );
	}
	foreach ( DELAYED_TYPES as $pattern => $who ) {
		if ( preg_match( $pattern, $script['type'] ) ) {
			/* translators: %s: name of a plugin or service. */
			$text = sprintf( __( '%s holds the script back until the visitor moves or types, so the chat comes late.', 'parlour' ), $who );
			return verdict( 'recommended', __( 'The chat’s script is delayed', 'parlour' ), array( $text . ' ' . $exclude ), $links );
		}
	}
	if ( 'text/plain' === $script['type'] ) {
		return verdict( 'recommended', __( 'The chat waits for the visitor’s consent', 'parlour' ), array( __( 'A consent banner holds the script back until the visitor agrees. If that is what you want, all is well; else take Parlour off its list. The chat sets no cookies.', 'parlour' ) ), $links );
	}
	if ( ! in_array( $script['type'], RUNNING_TYPES, true ) ) {
		/* translators: %s: the type attribute of a script tag. */
		return verdict( 'recommended', __( 'The chat’s script was altered', 'parlour' ), array( sprintf( __( 'Its type is “%s” now, so browsers do not run it by themselves. An optimiser or a consent banner may start it later.', 'parlour' ), $script['type'] ) . ' ' . $exclude ), $links );
	}
	if ( '' === $script['code'] && 'module' !== $script['type'] ) {
		return verdict( 'critical', __( 'The chat’s script lost its mark as a module', 'parlour' ), array( __( 'type="module" is missing from its tag, so browsers stop at its first line. An optimiser rewrote the tag.', 'parlour' ) . ' ' . $exclude ), $links );
	}
	return verdict( 'good', __( 'The chat is in the page, unaltered', 'parlour' ), array(), $links );
}
