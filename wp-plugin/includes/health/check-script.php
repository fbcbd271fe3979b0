<?php
/**
 * Check: does the widget's address give the script, in a form that browsers run on other sites' pages.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** JavaScript MIME types (WHATWG, MIME Sniffing); browsers run modules of no others. */
const SCRIPT_TYPES = '~^(?:text|application)/(?:x-)?(?:java|ecma)script\s*(?:;|$)~i';

/**
 * Whether widget.js is what it should be.
 *
 * @param array  $answer See health_fetch.
 * @param string $origin Origin of the pages.
 */
function judge_script( array $answer, string $origin ): array {
	$links = array( $answer['url'] => __( 'Open the script', 'parlour' ) );
	$label = __( 'The chat’s script cannot be loaded', 'parlour' );
	if ( '' !== $answer['error'] ) {
		return verdict( 'critical', $label, array( explain_fetch_error( $answer['error'], (string) wp_parse_url( $answer['url'], PHP_URL_HOST ) ) ), $links );
	}
	$type = header_line( $answer['headers'], 'content-type' );
	if ( $answer['status'] >= 300 && $answer['status'] < 400 ) {
		/* translators: 1: address of the script, 2: another address. */
		$text = sprintf( __( '%1$s sends on to %2$s. The script finds Parlour by the address it came from, so it has to be there itself. Take the redirect away, or connect with the other address.', 'parlour' ), $answer['url'], header_line( $answer['headers'], 'location' ) );
		return verdict( 'critical', $label, array( $text ), $links );
	}
	if ( 200 !== $answer['status'] || false !== stripos( $type, 'html' ) ) {
		/* translators: 1: address of the script, 2: HTTP status code, 3: kind of content such as text/html. */
		$text = sprintf( __( '%1$s answers with status %2$d and content of the kind “%3$s” instead of the script. A firewall, a bot check or a login wall may stand before Parlour: let visitors fetch widget.js and everything below /widget/ without it.', 'parlour' ), $answer['url'], $answer['status'], $type );
		return verdict( 'critical', $label, array( $text ), $links );
	}
	if ( ! preg_match( SCRIPT_TYPES, $type ) ) {
		/* translators: %s: kind of content such as text/plain. */
		$text = sprintf( __( 'It comes as “%s”; browsers run it only as text/javascript. Correct the Content-Type in the proxy or CDN before Parlour.', 'parlour' ), $type );
		return verdict( 'critical', __( 'Browsers refuse the chat’s script because of its type', 'parlour' ), array( $text ), $links );
	}
	$allowed = trim( header_line( $answer['headers'], 'access-control-allow-origin' ) );
	if ( '*' !== $allowed && $allowed !== $origin ) {
		/* translators: %s: address of this WordPress site. */
		$text = sprintf( __( 'The answer does not allow %s to load it: the header “Access-Control-Allow-Origin: *” that Parlour sends is missing or was changed. Have the proxy or CDN pass it on.', 'parlour' ), $origin );
		return verdict( 'critical', __( 'Browsers refuse the chat’s script because of a missing header', 'parlour' ), array( $text ), $links );
	}
	if ( false === strpos( $answer['body'], 'parlour-chat' ) ) {
		return verdict( 'critical', __( 'The chat’s script is not Parlour’s', 'parlour' ), array( __( 'It came as JavaScript, but without the chat in it. A proxy or CDN may have replaced or cut it.', 'parlour' ) ), $links );
	}
	return verdict( 'good', __( 'The chat’s script can be loaded', 'parlour' ) );
}
