<?php
/**
 * Check: does the page's Content-Security-Policy let the chat work.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Whether every policy of the page allows what the chat does. Those that only report are mentioned.
 *
 * @param array $facts    See look_at_page.
 * @param array $settings The settings in force.
 */
function judge_csp( array $facts, array $settings ): array {
	$links   = link_to_page( $facts['page'] );
	$binding = array_merge( parse_policies( $facts['binding'] ), parse_policies( $facts['policies'] ) );
	$found   = forbidden_on_page( $binding, $facts, $settings['url'] );
	if ( $found ) {
		return verdict( 'critical', __( 'This site’s Content-Security-Policy blocks the chat', 'parlour' ), array_merge( csp_remedies( $found, $settings['url'] ), array( where_policies_come_from( $facts ) ) ), $links );
	}
	if ( $facts['frames'] && preg_match( '/^\s*(require-corp|credentialless)/', $facts['embedder'] ) ) {
		return verdict( 'critical', __( 'This site’s Cross-Origin-Embedder-Policy blocks the chat', 'parlour' ), array( __( 'The page may not show frames of other addresses. Take the header off pages with the chat, or use the chat without mode="iframe".', 'parlour' ) ), $links );
	}
	foreach ( $binding as $policy ) {
		if ( isset( $policy['upgrade-insecure-requests'] ) && 0 === strpos( $settings['url'], 'http:' ) && ! is_this_machine( address_parts( $settings['url'] )['host'] ) ) {
			return verdict( 'critical', __( 'This site’s Content-Security-Policy asks for https, which Parlour’s address does not have', 'parlour' ), array( __( 'The policy says upgrade-insecure-requests, so browsers ask Parlour by https. Give Parlour an address with https, then make a new connect code.', 'parlour' ) ), $links + link_to_settings() );
		}
	}
	$reported = forbidden_on_page( parse_policies( $facts['reporting'] ), $facts, $settings['url'] );
	if ( $reported ) {
		return verdict( 'recommended', __( 'A Content-Security-Policy on trial would block the chat', 'parlour' ), array_merge( array( __( 'It only reports so far, and the chat works. Before you make it binding:', 'parlour' ) ), csp_remedies( $reported, $settings['url'] ) ), $links );
	}
	return verdict( 'good', $binding ? __( 'The Content-Security-Policy lets the chat work', 'parlour' ) : __( 'No Content-Security-Policy is in the way of the chat', 'parlour' ) );
}

/**
 * What the policies of a page forbid, see forbidden_by_policy. A page without a chat is judged as if it had one, and
 * one with several script tags by the one that fares best.
 *
 * @param array[] $policies All are in force at once.
 * @param array   $facts    See look_at_page.
 * @param string  $backend  The backend's address.
 * @return array<string, string>
 */
function forbidden_on_page( array $policies, array $facts, string $backend ): array {
	$framed  = $facts['frames'] && ! $facts['scripts'];
	$scripts = $framed ? array() : $facts['scripts'];
	if ( ! $framed && ! $scripts ) {
		$scripts = array(
			array(
				'nonce' => '',
				'code'  => '',
			),
		);
	}
	$least = null;
	foreach ( $scripts as $script ) {
		$found = array();
		foreach ( $policies as $policy ) {
			$found += forbidden_by_policy( $policy, $facts['page'], $backend, $script );
		}
		$least = null === $least || count( $found ) < count( $least ) ? $found : $least;
	}
	if ( $facts['frames'] ) {
		foreach ( $policies as $policy ) {
			$least = (array) $least + forbidden_by_policy( $policy, $facts['page'], $backend, null );
		}
	}
	return (array) $least;
}

/**
 * What to do about it.
 *
 * @param array<string, string> $found   See forbidden_by_policy.
 * @param string                $backend The backend's address.
 * @return string[]
 */
function csp_remedies( array $found, string $backend ): array {
	$text  = array();
	$hosts = array_keys( $found, 'host', true );
	if ( $hosts ) {
		/* translators: 1: an address, 2: names of directives such as script-src. */
		$text[] = sprintf( __( 'Add %1$s to these parts of the policy: %2$s.', 'parlour' ), origin_of( $backend ), implode( ', ', $hosts ) );
	}
	foreach ( $found as $directive => $why ) {
		switch ( $why ) {
			case 'nonce':
				/* translators: %s: name of a directive. */
				$text[] = sprintf( __( '%s lets only scripts run that carry the page’s nonce, and the chat’s script has none or an old one. Have whatever sets the policy put the nonce on scripts by WordPress’s filters wp_script_attributes and wp_inline_script_attributes.', 'parlour' ), $directive );
				break;
			case 'inline':
				/* translators: %s: name of a directive. */
				$text[] = sprintf( __( '%s forbids scripts written into the page, such as the line that loads the chat. Have whatever sets the policy put a nonce on scripts by WordPress’s filter wp_inline_script_attributes.', 'parlour' ), $directive );
				break;
			case 'sandbox':
				$text[] = __( 'The policy has “sandbox” without “allow-scripts”, so no script runs on the page.', 'parlour' );
				break;
			case 'lit':
				$text[] = __( 'Add lit-html to the part trusted-types of the policy.', 'parlour' );
		}
	}
	return $text;
}

/**
 * Where to look for the policy.
 *
 * @param array $facts See look_at_page.
 */
function where_policies_come_from( array $facts ): string {
	return $facts['binding']
		? __( 'The policy comes as a header: from a security plugin, the web server’s settings or a CDN.', 'parlour' )
		: __( 'The policy is in the page’s HTML (a meta element): from the theme or a security plugin.', 'parlour' );
}
