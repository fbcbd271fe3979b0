<?php
/**
 * A pattern for landing pages: what is offered, three reasons, and the chat.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Registers the pattern, once the chat's block is known.
 */
function register_chat_pattern(): void {
	if ( ! \WP_Block_Type_Registry::get_instance()->is_registered( 'parlour/chat' ) ) {
		return;
	}
	register_block_pattern_category( 'parlour', array( 'label' => __( 'Parlour', 'parlour' ) ) );
	register_block_pattern(
		'parlour/landing-page',
		array(
			'title'         => __( 'Landing page with a chat', 'parlour' ),
			'description'   => __( 'A heading, three reasons and a chat beside them.', 'parlour' ),
			'categories'    => array( 'parlour', 'call-to-action' ),
			'keywords'      => array( __( 'chat', 'parlour' ), __( 'contact', 'parlour' ), __( 'lead', 'parlour' ) ),
			'postTypes'     => array( 'page', 'post', 'wp_template' ),
			'viewportWidth' => 1200,
			'content'       => chat_pattern(),
		)
	);
}
add_action( 'init', __NAMESPACE__ . '\register_chat_pattern', 20 );

/**
 * The pattern as blocks. Colours and sizes are the theme's.
 */
function chat_pattern(): string {
	$reasons = array(
		__( 'An answer at once', 'parlour' )    => __( 'Ask in your own words, at any time of the day.', 'parlour' ),
		__( 'A fixed price', 'parlour' )        => __( 'You know what it costs before anything begins.', 'parlour' ),
		__( 'People who call back', 'parlour' ) => __( 'Leave your number, and somebody who knows your case will call you.', 'parlour' ),
	);
	$items   = '';
	foreach ( $reasons as $reason => $why ) {
		$items .= sprintf( '<!-- wp:list-item --><li><strong>%s.</strong> %s</li><!-- /wp:list-item -->', esc_html( $reason ), esc_html( $why ) );
	}
	$words = sprintf( '<!-- wp:heading {"level":2} --><h2 class="wp-block-heading">%s</h2><!-- /wp:heading -->', esc_html__( 'Tell us what you need', 'parlour' ) )
		. sprintf( '<!-- wp:paragraph --><p>%s</p><!-- /wp:paragraph -->', esc_html__( 'Say in one sentence what you offer, and for whom.', 'parlour' ) )
		. '<!-- wp:list --><ul class="wp-block-list">' . $items . '</ul><!-- /wp:list -->';
	return '<!-- wp:columns {"align":"wide"} --><div class="wp-block-columns alignwide">'
		. '<!-- wp:column {"verticalAlignment":"center"} --><div class="wp-block-column is-vertically-aligned-center">' . $words . '</div><!-- /wp:column -->'
		. '<!-- wp:column --><div class="wp-block-column"><!-- wp:parlour/chat {"height":"560px"} /--></div><!-- /wp:column -->'
		. '</div><!-- /wp:columns -->';
}
