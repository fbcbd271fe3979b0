<?php
/**
 * The field of the Placement tab that says what the rules mean for one address.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const TRY_ARG = 'parlour_try';

/**
 * A field for an address, and what the saved rules say about it. It changes nothing, so it needs no nonce.
 *
 * @param array $placement The rules.
 */
function print_try_form( array $placement ): void {
	// phpcs:ignore WordPress.Security.NonceVerification.Recommended
	$address = isset( $_GET[ TRY_ARG ] ) ? clean_text( wp_unslash( $_GET[ TRY_ARG ] ), 200 ) : '';
	?>
	<h2 id="parlour-try-title"><?php esc_html_e( 'Try an address', 'parlour' ); ?></h2>
	<form method="get" action="<?php echo esc_url( admin_url( 'options-general.php' ) ); ?>#parlour-try-title">
		<input type="hidden" name="page" value="<?php echo esc_attr( PAGE ); ?>">
		<input type="hidden" name="<?php echo esc_attr( TAB_ARG ); ?>" value="placement">
		<p class="parlour-actions">
			<input type="text" name="<?php echo esc_attr( TRY_ARG ); ?>" class="regular-text code" value="<?php echo esc_attr( $address ); ?>" placeholder="/checkout/" spellcheck="false" autocapitalize="off" aria-labelledby="parlour-try-title">
			<button type="submit" class="button"><?php esc_html_e( 'Try', 'parlour' ); ?></button>
		</p>
		<?php if ( '' !== $address ) : ?>
			<p class="parlour-tried" role="status"><?php echo esc_html( describe_address( $address, $placement ) ); ?></p>
		<?php endif; ?>
	</form>
	<?php
}

/**
 * What the rules say about one address.
 *
 * @param string $address   What an administrator typed: a path or a whole address of this site.
 * @param array  $placement The rules.
 */
function describe_address( string $address, array $placement ): string {
	$path    = clean_patterns( $address )[0] ?? '/';
	$verdict = placement_verdict(
		$placement,
		array(
			'kind'      => kind_of_address( site_origin() . $path ),
			'path'      => plain_path( $path ),
			'signed_in' => null,
		)
	);
	$texts   = array(
		/* translators: %s: an address. */
		'shown'  => __( '%s: shown. A page that has a chat of its own keeps that one.', 'parlour' ),
		/* translators: %s: an address. */
		'off'    => __( '%s: not shown, because the chat on the whole site is off.', 'parlour' ),
		/* translators: %s: an address. */
		'kind'   => __( '%s: not shown, because this kind of page is not chosen.', 'parlour' ),
		/* translators: %s: an address. */
		'only'   => __( '%s: not shown, because it is none of the addresses under “Only at”.', 'parlour' ),
		/* translators: %s: an address. */
		'except' => __( '%s: not shown, because of an address under “Not at”.', 'parlour' ),
	);
	return sprintf( $texts[ $verdict ], $path );
}

/**
 * The kind of page at an address of this site, as present_page names it.
 *
 * @param string $url The whole address.
 */
function kind_of_address( string $url ): string {
	$post_id = url_to_postid( $url );
	// The page that was chosen to list the posts is no page any more.
	if ( 0 === $post_id || (int) get_option( 'page_for_posts' ) === $post_id ) {
		return OTHER_PAGES;
	}
	return (string) get_post_type( $post_id );
}
