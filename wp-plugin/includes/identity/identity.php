<?php
/**
 * Visitors who are signed in: whether Parlour is told, and what it is told about somebody.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Whether an administrator turned it on and there is a secret to sign with.
 */
function tells_identity(): bool {
	$settings = get_settings();
	return $settings['identity'] && '' !== $settings['identity_secret'];
}

/**
 * What is passed on about the person who is signed in, or null for nothing.
 *
 * @return array{name: string, email: string}|null
 */
function current_identity(): ?array {
	$user = wp_get_current_user();
	if ( ! $user->exists() ) {
		return null;
	}
	$identity = array(
		'name'  => $user->display_name,
		'email' => $user->user_email,
	);
	/**
	 * Filters what Parlour is told about a person who is signed in. It is checked again afterwards.
	 *
	 * @since 0.1.0
	 *
	 * @param array{name: string, email: string}|null $identity null passes nothing on. Without an e-mail address nothing
	 *                                                          is passed on either; the name may be ''.
	 * @param \WP_User                                $user     The person.
	 */
	return clean_identity( apply_filters( 'parlour_identity', $identity, $user ) );
}

/**
 * Name and e-mail address, checked, or null when there is no address to pass on.
 *
 * @param mixed $identity What was given.
 * @return array{name: string, email: string}|null
 */
function clean_identity( $identity ): ?array {
	$email = is_array( $identity ) && is_string( $identity['email'] ?? null ) ? trim( $identity['email'] ) : '';
	if ( strlen( $email ) > 254 || ! is_email( $email ) ) {
		return null;
	}
	return array(
		'name'  => clean_text( $identity['name'] ?? '', 200 ),
		'email' => $email,
	);
}
