<?php
/**
 * Pieces that the views of the settings page share.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The form with the connect code. The code is never filled in again: it holds a secret.
 *
 * @param string $button Text of the button.
 * @param string $kind   primary or secondary.
 */
function print_connect_form( string $button, string $kind ): void {
	?>
	<form method="post" action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>">
		<input type="hidden" name="action" value="parlour_connect">
		<?php wp_nonce_field( 'parlour_connect' ); ?>
		<table class="form-table" role="presentation">
			<tr>
				<th scope="row"><label for="parlour_connect_code"><?php esc_html_e( 'Connect code', 'parlour' ); ?></label></th>
				<td>
					<input type="text" id="parlour_connect_code" name="parlour_connect_code" class="large-text code" value="" placeholder="plr1_&hellip;" required autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="parlour_connect_code_help">
					<p class="description" id="parlour_connect_code_help"><?php esc_html_e( 'One long line that begins with plr1_. It holds a key, so treat it like a password.', 'parlour' ); ?></p>
				</td>
			</tr>
		</table>
		<?php submit_button( $button, $kind ); ?>
	</form>
	<?php
}

/**
 * One row of a table of facts.
 *
 * @param string $label Plain text.
 * @param string $html  The fact, already escaped.
 */
function print_row( string $label, string $html ): void {
	printf( '<tr><th scope="row">%s</th><td>%s</td></tr>', esc_html( $label ), wp_kses_post( $html ) );
}

/**
 * Whether there is a connection, since when, and whether the last check found a problem.
 *
 * @param array $settings The settings in force.
 */
function status_html( array $settings ): string {
	$healthy = in_array( $settings['status'], array( 'ok', '' ), true );
	$html    = sprintf(
		'<span class="dashicons %s" aria-hidden="true"></span> %s',
		$healthy ? 'dashicons-yes-alt' : 'dashicons-warning',
		esc_html( connected_text( $settings ) )
	);
	if ( ! $healthy ) {
		$html .= '<p class="description">' . esc_html__( 'The last check found a problem, so the chat may not work yet. Check again to see what it is.', 'parlour' ) . '</p>';
	}
	return $html;
}

/**
 * Since when this site is connected, in the site's own date format and time zone.
 *
 * @param array $settings The settings in force.
 */
function connected_text( array $settings ): string {
	if ( is_set_in_config() ) {
		return __( 'Connected by wp-config.php', 'parlour' );
	}
	if ( 0 === $settings['connected_at'] ) {
		return __( 'Connected', 'parlour' );
	}
	/* translators: 1: date, 2: time. */
	$text = __( 'Connected since %1$s, %2$s', 'parlour' );
	return sprintf( $text, wp_date( get_option( 'date_format' ), $settings['connected_at'] ), wp_date( get_option( 'time_format' ), $settings['connected_at'] ) );
}

/**
 * Enough of the key to tell it from another, and no more.
 *
 * @param string $key The API key, or ''.
 */
function masked_key( string $key ): string {
	if ( '' === $key ) {
		return __( 'None. The chat works without one.', 'parlour' );
	}
	return key_ending( $key ) . ( defined( 'PARLOUR_API_KEY' ) ? ' (wp-config.php)' : '' );
}
