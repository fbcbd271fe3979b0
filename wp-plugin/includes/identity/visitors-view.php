<?php
/**
 * The tab Visitors of the settings page.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The tab.
 *
 * @param array $settings The settings in force.
 */
function view_visitors( array $settings ): void {
	$has_secret = '' !== $settings['identity_secret'];
	?>
	<h2><?php esc_html_e( 'Visitors who are signed in', 'parlour' ); ?></h2>
	<p class="parlour-lead"><?php esc_html_e( 'People who are signed in on this website need not type their name and e-mail address in the chat, and your team sees that they are who they say.', 'parlour' ); ?></p>
	<?php
	if ( ! $has_secret ) {
		print_secret_missing();
	}
	?>
	<form method="post" action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>">
		<input type="hidden" name="action" value="parlour_visitors">
		<?php wp_nonce_field( 'parlour_visitors' ); ?>
		<table class="form-table" role="presentation">
			<tr>
				<th scope="row"><?php esc_html_e( 'Signed in', 'parlour' ); ?></th>
				<td>
					<label for="parlour_tell_identity"><input type="checkbox" id="parlour_tell_identity" name="parlour_tell_identity" value="1" aria-describedby="parlour_tell_identity_help"<?php checked( $settings['identity'] ); ?><?php disabled( ! $has_secret && ! $settings['identity'] ); ?>> <?php esc_html_e( 'Tell Parlour who is signed in', 'parlour' ); ?></label>
					<p class="description" id="parlour_tell_identity_help">
						<?php
						/* translators: %s: host name of the Parlour server. */
						printf( esc_html__( 'The display name and e-mail address of the person are sent to %s when they begin to write in the chat, or come back to a conversation they began there. Nothing is sent about people who are not signed in.', 'parlour' ), '<code>' . esc_html( (string) wp_parse_url( $settings['url'], PHP_URL_HOST ) ) . '</code>' );
						?>
					</p>
				</td>
			</tr>
		</table>
		<?php submit_button(); ?>
	</form>
	<h2><?php esc_html_e( 'What you should know', 'parlour' ); ?></h2>
	<ul class="ul-disc parlour-lead">
		<li><?php esc_html_e( 'It is signed, so that nobody can pretend to be somebody else, and your pages stay the same for everybody: caches can keep them.', 'parlour' ); ?></li>
		<li><?php esc_html_e( 'If the site asks for consent in Parlour, nothing is stored before the person has agreed.', 'parlour' ); ?></li>
		<li><?php esc_html_e( 'People who are signed in get a cookie (parlour_signed_in) that says only that, until they sign out. Whoever was signed in before you turned this on is told of from their next sign-in.', 'parlour' ); ?></li>
		<li>
			<?php
			esc_html_e( 'Your privacy policy should say all this.', 'parlour' );
			printf( ' <a href="%s">%s</a>', esc_url( admin_url( 'options-privacy.php?tab=policyguide' ) ), esc_html__( 'See the suggested text', 'parlour' ) );
			?>
		</li>
	</ul>
	<?php
}

/**
 * What to do where there is no secret to sign with.
 */
function print_secret_missing(): void {
	$text = is_set_in_config()
		? __( 'The connection is set in wp-config.php. Define PARLOUR_IDENTITY_SECRET there too: it is the part “identity” of a connect code.', 'parlour' )
		: __( 'This site was connected before Parlour could be told who is signed in. Make a new connect code in the Parlour dashboard and paste it on the tab Connection.', 'parlour' );
	wp_admin_notice(
		esc_html( $text ),
		array(
			'type'               => 'info',
			'additional_classes' => array( 'inline' ),
		)
	);
}
