<?php
/**
 * The three views of the settings page: not connected, connected, and the question before disconnecting.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Shown until a connect code is pasted.
 */
function view_not_connected(): void {
	?>
	<p class="parlour-lead"><?php esc_html_e( 'Parlour puts a chat on your pages. An assistant answers your visitors, and your team receives the leads.', 'parlour' ); ?></p>
	<h2><?php esc_html_e( 'Connect to Parlour', 'parlour' ); ?></h2>
	<ol>
		<li><?php esc_html_e( 'Open the Parlour dashboard, go to Settings, Sites and choose the site.', 'parlour' ); ?></li>
		<li><?php esc_html_e( 'Under “Put it on a page”, press “Make a connect code” and copy the code.', 'parlour' ); ?></li>
		<li><?php esc_html_e( 'Paste the code here.', 'parlour' ); ?></li>
	</ol>
	<?php
	print_connect_form( __( 'Connect', 'parlour' ), 'primary' );
	if ( is_set_in_config() ) {
		wp_admin_notice(
			esc_html__( 'PARLOUR_URL or PARLOUR_SITE_KEY in wp-config.php cannot be used. Correct or remove them; until then a connect code has no effect.', 'parlour' ),
			array( 'type' => 'error' )
		);
	}
	?>
	<p class="description"><?php esc_html_e( 'Until you connect, this plugin does not contact any server. Afterwards, pages with the chat load it from your Parlour address, and what visitors write is sent there.', 'parlour' ); ?></p>
	<?php
}

/**
 * Shown when there is a connection.
 *
 * @param array $settings The settings in force.
 */
function view_connected( array $settings ): void {
	?>
	<h2><?php esc_html_e( 'Connection', 'parlour' ); ?></h2>
	<table class="form-table" role="presentation">
		<?php
		print_row( __( 'Status', 'parlour' ), status_html( $settings ) );
		print_row( __( 'Parlour address', 'parlour' ), sprintf( '<code>%s</code>', esc_html( $settings['url'] ) ) );
		print_row( __( 'Site', 'parlour' ), ( '' === $settings['title'] ? '' : esc_html( $settings['title'] ) . ' &ndash; ' ) . sprintf( '<code>%s</code>', esc_html( $settings['site'] ) ) );
		print_row( __( 'API key', 'parlour' ), esc_html( masked_key( $settings['key'] ) ) );
		?>
	</table>
	<form method="post" action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>">
		<input type="hidden" name="action" value="parlour_check">
		<?php wp_nonce_field( 'parlour_check' ); ?>
		<p class="parlour-actions">
			<button type="submit" class="button"><?php esc_html_e( 'Check the connection', 'parlour' ); ?></button>
			<a class="button" href="<?php echo esc_url( $settings['url'] . '/dashboard/' ); ?>" target="_blank" rel="noopener noreferrer"><?php esc_html_e( 'Open the dashboard', 'parlour' ); ?><span class="screen-reader-text"> <?php esc_html_e( '(opens in a new tab)', 'parlour' ); ?></span></a>
			<?php if ( ! is_set_in_config() ) : ?>
				<a class="parlour-disconnect" href="<?php echo esc_url( settings_page_url( array( 'parlour_confirm' => 'disconnect' ) ) ); ?>"><?php esc_html_e( 'Disconnect', 'parlour' ); ?></a>
			<?php endif; ?>
		</p>
	</form>
	<h2><?php esc_html_e( 'Show the chat', 'parlour' ); ?></h2>
	<p class="parlour-lead"><?php esc_html_e( 'Show a floating chat on the whole site, or put the chat on single pages with the block “Parlour chat” or a shortcode.', 'parlour' ); ?></p>
	<p><a class="button" href="<?php echo esc_url( settings_page_url( array( TAB_ARG => 'placement' ) ) ); ?>"><?php esc_html_e( 'Choose where the chat is shown', 'parlour' ); ?></a></p>
	<?php if ( ! is_set_in_config() ) : ?>
		<h2><?php esc_html_e( 'Connect to another site', 'parlour' ); ?></h2>
		<?php
		print_connect_form( __( 'Replace the connection', 'parlour' ), 'secondary' );
	endif;
}

/**
 * Asks before the connection is forgotten.
 *
 * @param array $settings The settings in force.
 */
function view_confirm_disconnect( array $settings ): void {
	?>
	<h2><?php esc_html_e( 'Disconnect from Parlour?', 'parlour' ); ?></h2>
	<p>
		<?php
		/* translators: %s: address of the Parlour backend. */
		printf( esc_html__( 'This site will forget its connection to %s, and the chat will disappear from all pages.', 'parlour' ), '<code>' . esc_html( $settings['url'] ) . '</code>' );
		?>
	</p>
	<p><?php esc_html_e( 'Conversations and leads stay in Parlour. To connect again you need a connect code.', 'parlour' ); ?></p>
	<form method="post" action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>">
		<input type="hidden" name="action" value="parlour_disconnect">
		<?php wp_nonce_field( 'parlour_disconnect' ); ?>
		<p class="parlour-actions">
			<button type="submit" class="button button-primary"><?php esc_html_e( 'Yes, disconnect', 'parlour' ); ?></button>
			<a class="button" href="<?php echo esc_url( settings_page_url() ); ?>"><?php esc_html_e( 'Stay connected', 'parlour' ); ?></a>
		</p>
	</form>
	<?php
}
