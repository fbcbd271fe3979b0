<?php
/**
 * What each setting may look like. Used when a connect code is read, when the settings are written and when they
 * are read back, so that a value changed in the database by other hands is never trusted.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The backend's public address without a slash at the end, or '' when it cannot be used.
 *
 * Plain http is only accepted for a backend on the same machine or private network, because the API key and the
 * visitors' words would travel readable otherwise.
 *
 * @param mixed $value What was given.
 */
function clean_backend_url( $value ): string {
	if ( ! is_string( $value ) || strlen( $value ) > 2048 || preg_match( '/[\s"\'<>\\\\^`{|}]/', $value ) ) {
		return '';
	}
	$parts = wp_parse_url( $value );
	if ( ! is_array( $parts ) || empty( $parts['host'] ) || empty( $parts['scheme'] ) ) {
		return '';
	}
	if ( isset( $parts['user'] ) || isset( $parts['pass'] ) || isset( $parts['query'] ) || isset( $parts['fragment'] ) ) {
		return '';
	}
	$scheme = strtolower( $parts['scheme'] );
	if ( 'https' !== $scheme && ! ( 'http' === $scheme && is_local_host( $parts['host'] ) ) ) {
		return '';
	}
	return rtrim( esc_url_raw( $value, array( 'http', 'https' ) ), '/' );
}

/**
 * Whether a host name or address can only be reached from the same machine or private network.
 *
 * @param string $host Host as it stands in a URL; IPv6 addresses in brackets.
 */
function is_local_host( string $host ): bool {
	$host = strtolower( trim( $host, '[]' ) );
	if ( filter_var( $host, FILTER_VALIDATE_IP ) ) {
		return ! filter_var( $host, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
	}
	// A name without a dot is a container or a machine of the own network.
	return false === strpos( $host, '.' ) || 1 === preg_match( '/\.(localhost|local|test|internal|lan|home\.arpa)$/', $host );
}

/**
 * A site key, or '' when it is not one.
 *
 * @param mixed $value What was given.
 */
function clean_site_key( $value ): string {
	return is_string( $value ) && preg_match( '/^[A-Za-z0-9_-]{1,64}$/D', $value ) ? $value : '';
}

/**
 * An API key, or '' when it is not one.
 *
 * @param mixed $value What was given.
 */
function clean_api_key( $value ): string {
	return is_string( $value ) && preg_match( '/^plr_[A-Za-z0-9_.-]{1,200}$/D', $value ) ? $value : '';
}

/**
 * The secret with which it is signed who is signed in, or '' when it is not one.
 *
 * @param mixed $value What was given.
 */
function clean_identity_secret( $value ): string {
	return is_string( $value ) && preg_match( '/^[A-Za-z0-9_-]{32,128}$/D', $value ) ? $value : '';
}

/**
 * Plain text on one line, without tags or characters that command a terminal, cut to a length.
 *
 * @param mixed $value      What was given.
 * @param int   $max_length Longest result in characters.
 */
function clean_text( $value, int $max_length ): string {
	if ( ! is_string( $value ) ) {
		return '';
	}
	$text = wp_strip_all_tags( wp_check_invalid_utf8( $value ), true );
	return mb_substr( trim( (string) preg_replace( '/\p{Cc}+/u', ' ', $text ) ), 0, $max_length );
}
