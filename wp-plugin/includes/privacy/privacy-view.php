<?php
/**
 * The tab "Privacy" of Settings -> Parlour: where consent, policy, export and erasure are found.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Prints the tab.
 *
 * @param array $settings The settings in force.
 */
function view_privacy( array $settings ): void {
	?>
	<h2><?php esc_html_e( 'Consent', 'parlour' ); ?></h2>
	<p class="parlour-lead"><?php esc_html_e( 'The chat shows the consent text of the site’s settings in Parlour, wherever you place it, and keeps which version of it a visitor agreed to. There you also set how long conversations are kept.', 'parlour' ); ?></p>
	<p><a class="button" href="<?php echo esc_url( $settings['url'] . '/dashboard/settings/sites' ); ?>" target="_blank" rel="noopener noreferrer"><?php esc_html_e( 'Open the site’s settings in Parlour', 'parlour' ); ?><span class="screen-reader-text"> <?php esc_html_e( '(opens in a new tab)', 'parlour' ); ?></span></a></p>
	<h2><?php esc_html_e( 'Privacy policy', 'parlour' ); ?></h2>
	<p class="parlour-lead"><?php esc_html_e( 'WordPress’s policy guide has a text about the chat that you can copy into your privacy policy.', 'parlour' ); ?></p>
	<?php if ( current_user_can( 'manage_privacy_options' ) ) : ?>
		<p><a class="button" href="<?php echo esc_url( admin_url( 'options-privacy.php?tab=policyguide' ) ); ?>"><?php esc_html_e( 'Open the policy guide', 'parlour' ); ?></a></p>
	<?php endif; ?>
	<h2><?php esc_html_e( 'What you hold about a person', 'parlour' ); ?></h2>
	<p class="parlour-lead"><?php esc_html_e( 'WordPress’s tools for personal data reach the conversations of this site in Parlour: an export contains them, an erasure removes them. If Parlour cannot be reached, an erasure is tried again by itself for a week, and the page tells how it stands.', 'parlour' ); ?></p>
	<?php
	if ( '' === $settings['key'] ) {
		wp_admin_notice(
			esc_html( describe_person_error( 'no_key' ) ),
			array(
				'type'               => 'warning',
				'additional_classes' => array( 'inline' ),
			)
		);
	}
	if ( current_user_can( 'export_others_personal_data' ) || may_erase() ) {
		print_privacy_tools();
	}
}

/**
 * Links to WordPress's own tools, and how many erasures are not done yet.
 */
function print_privacy_tools(): void {
	$open = array_filter(
		array_map( __NAMESPACE__ . '\get_erasure', find_erasures() ),
		static function ( array $erasure ): bool {
			return in_array( $erasure['state'], array( 'waiting', 'given_up' ), true );
		}
	);
	?>
	<p class="parlour-actions">
		<a class="button" href="<?php echo esc_url( admin_url( 'export-personal-data.php' ) ); ?>"><?php esc_html_e( 'Export personal data', 'parlour' ); ?></a>
		<a class="button" href="<?php echo esc_url( admin_url( 'erase-personal-data.php' ) ); ?>"><?php esc_html_e( 'Erase personal data', 'parlour' ); ?></a>
		<?php
		if ( array() !== $open ) {
			printf(
				'<span><span class="dashicons dashicons-warning" aria-hidden="true"></span> %s</span>',
				/* translators: %s: number of erasures. */
				esc_html( sprintf( _n( '%s erasure is not done yet.', '%s erasures are not done yet.', count( $open ), 'parlour' ), number_format_i18n( count( $open ) ) ) )
			);
		}
		?>
	</p>
	<?php
}
