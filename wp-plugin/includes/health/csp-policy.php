<?php
/**
 * Reads Content-Security-Policies and tells what they would do to the chat (W3C, Content Security Policy Level 3).
 * Pure functions.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Which directive rules what, the first one that is there (CSP3 6.8.3, get fetch directive fallback list). */
const CSP_DIRECTIVES = array(
	'script'  => array( 'script-src-elem', 'script-src', 'default-src' ),
	'connect' => array( 'connect-src', 'default-src' ),
	'frame'   => array( 'frame-src', 'child-src', 'default-src' ),
);

/**
 * The policies in a header's lines: each a map of directive names to their values. All of them are in force at once.
 * A directive that is named twice counts once, the first time (CSP3 2.2.1).
 *
 * @param string|string[] $lines Values of the header, or the content of a meta element.
 * @return array<int, array<string, string[]>>
 */
function parse_policies( $lines ): array {
	$policies = array();
	foreach ( explode( ',', implode( ',', (array) $lines ) ) as $line ) {
		$policy = array();
		foreach ( explode( ';', $line ) as $directive ) {
			$words = preg_split( '/[\x09\x0A\x0C\x0D\x20]+/', $directive, -1, PREG_SPLIT_NO_EMPTY );
			$name  = strtolower( (string) array_shift( $words ) );
			if ( '' !== $name && ! isset( $policy[ $name ] ) ) {
				$policy[ $name ] = $words;
			}
		}
		if ( $policy ) {
			$policies[] = $policy;
		}
	}
	return $policies;
}

/**
 * The directive that rules something, or '' when the policy does not speak of it.
 *
 * @param array<string, string[]> $policy One policy.
 * @param string                  $what   A key of CSP_DIRECTIVES.
 */
function ruling_directive( array $policy, string $what ): string {
	foreach ( CSP_DIRECTIVES[ $what ] as $name ) {
		if ( isset( $policy[ $name ] ) ) {
			return $name;
		}
	}
	return '';
}

/**
 * What one policy forbids of what the chat does: directive => 'host' (the address has to be listed), 'nonce' (only
 * scripts with the page's nonce run), 'inline' (scripts written in the page do not run), 'lit' (lit-html's Trusted
 * Types policy has to be listed) or 'sandbox'.
 *
 * @param array<string, string[]>    $policy  One policy.
 * @param string                     $page    The page's address.
 * @param string                     $backend The backend's address.
 * @param array<string, string>|null $script  The chat's script tag: its `nonce`, and its `code` where it stands in the
 *                                            page itself ('' where it is loaded). Null where the chat is an iframe.
 * @return array<string, string>
 */
function forbidden_by_policy( array $policy, string $page, string $backend, ?array $script ): array {
	if ( null === $script ) {
		$name = ruling_directive( $policy, 'frame' );
		return '' === $name || source_list_matches( $policy[ $name ], $backend . '/embed/site', $page ) ? array() : array( $name => 'host' );
	}
	$forbidden = array();
	$name      = ruling_directive( $policy, 'script' );
	$why       = '' === $name ? '' : forbidden_script( $policy[ $name ], $page, $backend, $script );
	if ( '' !== $why ) {
		$forbidden[ $name ] = $why;
	}
	$name = ruling_directive( $policy, 'connect' );
	if ( '' !== $name && ! source_list_matches( $policy[ $name ], $backend . '/api/v1/visitor/session', $page ) ) {
		$forbidden += array( $name => 'host' );
	}
	if ( isset( $policy['sandbox'] ) && ! has_keyword( $policy['sandbox'], 'allow-scripts' ) ) {
		$forbidden['sandbox'] = 'sandbox';
	}
	// The widget makes its HTML through lit-html, which names its policy (W3C, Trusted Types).
	if ( isset( $policy['trusted-types'] ) && ! array_intersect( array( '*', 'lit-html' ), $policy['trusted-types'] ) ) {
		$forbidden['trusted-types'] = 'lit';
	}
	return $forbidden;
}

/**
 * Why a directive forbids the chat's script, or ''. A nonce on the tag also counts for what the script loads.
 *
 * @param string[]              $values  Values of the directive.
 * @param string                $page    The page's address.
 * @param string                $backend The backend's address.
 * @param array<string, string> $script  See forbidden_by_policy.
 */
function forbidden_script( array $values, string $page, string $backend, array $script ): string {
	if ( '' !== $script['nonce'] && in_array( "'nonce-{$script['nonce']}'", $values, true ) ) {
		return '';
	}
	// With 'strict-dynamic' listed addresses do not count, and a script that stands in the HTML needs a nonce (CSP3
	// 6.7.1.1); what code in the page imports counts as standing there too (HTML, descendant script fetch options).
	if ( has_keyword( $values, "'strict-dynamic'" ) ) {
		return 'nonce';
	}
	if ( '' !== $script['code'] && ! allows_inline( $values, $script['code'] ) ) {
		return 'inline';
	}
	$listed = source_list_matches( $values, $backend . '/widget.js', $page ) && source_list_matches( $values, $backend . '/widget/app.js', $page );
	return $listed ? '' : 'host';
}

/**
 * Whether code in the page may run (CSP3 6.7.3.2 and 6.7.3.3): 'unsafe-inline' counts only without nonces and hashes.
 *
 * @param string[] $values Values of the directive.
 * @param string   $code   The code.
 */
function allows_inline( array $values, string $code ): bool {
	foreach ( array( 'sha256', 'sha384', 'sha512' ) as $algorithm ) {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode
		$hash = base64_encode( hash( $algorithm, $code, true ) );
		if ( in_array( "'{$algorithm}-{$hash}'", $values, true ) ) {
			return true;
		}
	}
	return has_keyword( $values, "'unsafe-inline'" ) && array() === preg_grep( "/^'(nonce|sha256|sha384|sha512)-/i", $values );
}

/**
 * Whether a keyword is among the values; capitals make no difference.
 *
 * @param string[] $values  Values of a directive.
 * @param string   $keyword In small letters.
 */
function has_keyword( array $values, string $keyword ): bool {
	return in_array( $keyword, array_map( 'strtolower', $values ), true );
}
