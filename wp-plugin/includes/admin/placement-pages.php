<?php
/**
 * The part of the tab Placement about single pages: the block, and the shortcodes to copy.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * How somebody puts the chat on a page.
 */
function print_single_pages(): void {
	?>
	<h2><?php esc_html_e( 'On single pages', 'parlour' ); ?></h2>
	<p class="parlour-lead"><?php esc_html_e( 'Add the block “Parlour chat” to a page, or put one of these shortcodes where you want it. Such a page does not get the floating chat of the whole site as well.', 'parlour' ); ?></p>
	<table class="form-table" role="presentation">
		<?php
		print_shortcode_row( __( 'Inside the page', 'parlour' ), 'parlour-place-inline', '[parlour_chat]' );
		print_shortcode_row( __( 'Floating button', 'parlour' ), 'parlour-place-floating', '[parlour_chat mode="floating"]' );
		print_shortcode_row( __( 'Where a page builder takes scripts out', 'parlour' ), 'parlour-place-iframe', '[parlour_chat mode="iframe"]' );
		?>
	</table>
	<p class="description">
		<?php
		/* translators: %s: example of shortcode attributes. */
		printf( esc_html__( 'You can add %s. What you leave out comes from the site’s settings in Parlour.', 'parlour' ), '<code>title="Ask us"</code> <code>greeting="Hello"</code> <code>height="600px"</code> <code>theme="dark"</code>' );
		?>
	</p>
	<?php
}

/**
 * One shortcode to copy.
 *
 * @param string $label     What it shows.
 * @param string $id        The field's id.
 * @param string $shortcode The shortcode.
 */
function print_shortcode_row( string $label, string $id, string $shortcode ): void {
	?>
	<tr>
		<th scope="row"><label for="<?php echo esc_attr( $id ); ?>"><?php echo esc_html( $label ); ?></label></th>
		<td><div class="parlour-copy">
			<input type="text" id="<?php echo esc_attr( $id ); ?>" class="regular-text code" value="<?php echo esc_attr( $shortcode ); ?>" readonly>
			<button type="button" class="button hide-if-no-js" data-clipboard-text="<?php echo esc_attr( $shortcode ); ?>"><?php esc_html_e( 'Copy', 'parlour' ); ?></button>
			<span class="parlour-copied" hidden><?php esc_html_e( 'Copied', 'parlour' ); ?></span>
		</div></td>
	</tr>
	<?php
}
