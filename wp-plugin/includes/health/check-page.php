<?php
/**
 * Check: is the chat in the page as it leaves this server, and unaltered.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Whether the page has the chat. What is wrong with the script itself, judge_tag tells.
 *
 * @param array $facts    See look_at_page.
 * @param array $settings The settings in force.
 */
function judge_page( array $facts, array $settings ): array {
	$links  = link_to_page( $facts['page'] );
	$unseen = __( 'The page with the chat could not be looked at', 'parlour' );
	if ( '' !== $facts['error'] ) {
		return verdict( 'recommended', $unseen, array( explain_fetch_error( $facts['error'], (string) wp_parse_url( $facts['page'], PHP_URL_HOST ) ), __( 'WordPress could not open its own page from this server. Open it yourself and see whether the chat is there.', 'parlour' ) ), $links );
	}
	if ( 200 !== $facts['http'] ) {
		/* translators: %d: HTTP status code. */
		return verdict( 'recommended', $unseen, array( sprintf( __( 'It answers this server with status %d; a password, a maintenance mode or a bot check may be in the way. Open it yourself and see whether the chat is there.', 'parlour' ), $facts['http'] ) ), $links );
	}
	$foreign = array_diff( array_map( __NAMESPACE__ . '\origin_of', $facts['frames'] ), array( origin_of( $settings['url'] ), '' ) );
	if ( $foreign ) {
		return judge_other_address( reset( $foreign ), $facts, $settings );
	}
	if ( $facts['frames'] && ! $facts['elements'] && ! $facts['scripts'] ) {
		return verdict( 'good', __( 'The chat is in the page, as a frame', 'parlour' ), array(), $links );
	}
	if ( ! $facts['elements'] && ! $facts['scripts'] ) {
		return judge_missing( $facts );
	}
	if ( ! $facts['scripts'] ) {
		return '' === $facts['merged']
			? verdict( 'critical', __( 'The chat’s script is missing from the page', 'parlour' ), array( __( 'The place for the chat is there, but not the script that draws it. A plugin for speed or security may remove it: exclude “parlour-widget” there. Or the theme’s footer does not call wp_footer(). If neither can be helped, use [parlour_chat mode="iframe"].', 'parlour' ) ), $links )
			: verdict( 'recommended', __( 'The chat’s script was merged with others', 'parlour' ), array( /* translators: %s: address of a script. */ sprintf( __( 'An optimiser seems to have put it into %s. Open the page and see whether the chat is there. To be safe, exclude “parlour-widget” from merging and empty the cache.', 'parlour' ), $facts['merged'] ) ), $links );
	}
	if ( ! $facts['elements'] && ! $facts['starts_itself'] ) {
		return verdict( 'critical', __( 'The place for the chat was removed from the page', 'parlour' ), array( __( 'The script is there, but the element <parlour-chat> is not. A page builder or security plugin strips elements that it does not know: put the chat into a block or field for HTML or shortcodes, or use [parlour_chat mode="iframe"].', 'parlour' ) ), $links );
	}
	return judge_tag( $facts, $settings );
}

/**
 * When there is no trace of the chat.
 *
 * @param array $facts See look_at_page.
 */
function judge_missing( array $facts ): array {
	if ( ! $facts['sure'] ) {
		return verdict(
			'recommended',
			__( 'No page with the chat was found', 'parlour' ),
			array( __( 'Put the block “Parlour chat” or [parlour_chat] on a page, or show the chat on the whole site. If a page builder already does, tell this check which page to look at by the filter parlour_health_page.', 'parlour' ) ),
			link_to_settings()
		);
	}
	$text = $facts['cached']
		? __( 'The page comes from a cache and may be from before the chat was put on it. Empty the cache.', 'parlour' )
		: __( 'The chat was put on this page, but its HTML has no trace of it. Empty page caches first. If that does not help, the theme or a page builder removes it: try [parlour_chat mode="iframe"], or another place.', 'parlour' );
	return verdict( 'critical', __( 'The chat is missing from the page', 'parlour' ), array( $text ), link_to_page( $facts['page'] ) );
}

/**
 * When the page loads the chat from somewhere else.
 *
 * @param string $origin   From where.
 * @param array  $facts    See look_at_page.
 * @param array  $settings The settings in force.
 */
function judge_other_address( string $origin, array $facts, array $settings ): array {
	/* translators: 1: an address, 2: address of the Parlour backend. */
	$text = sprintf( __( 'The page loads the chat from %1$s, but this site is connected to %2$s. The page is most likely from before the connection changed: empty the page cache, and that of the CDN.', 'parlour' ), $origin, $settings['url'] );
	return verdict( 'critical', __( 'The page has an old address of Parlour', 'parlour' ), array( $text ), link_to_page( $facts['page'] ) );
}
