<?php
/**
 * Settings -> Parlour -> Placement: the floating chat on the whole site, and where else a chat can be put.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The tab.
 */
function view_placement(): void {
	$placement = get_placement();
	echo '<h2>' . esc_html__( 'On the whole site', 'parlour' ) . '</h2>';
	wp_admin_notice(
		esc_html( placement_summary( $placement ) ),
		array(
			'type'               => 'info',
			'id'                 => 'parlour-placement-summary',
			'additional_classes' => array( 'inline' ),
		)
	);
	?>
	<form method="post" action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>">
		<input type="hidden" name="action" value="parlour_placement">
		<?php wp_nonce_field( 'parlour_placement' ); ?>
		<table class="form-table" role="presentation">
			<tr>
				<th scope="row"><?php esc_html_e( 'Floating chat', 'parlour' ); ?></th>
				<td><?php print_choice( 'checkbox', 'on', '1', $placement['on'], __( 'Show a floating chat on the whole site', 'parlour' ) ); ?></td>
			</tr>
			<?php
			print_kinds_row( $placement );
			print_patterns_row( 'only', __( 'Only at', 'parlour' ), $placement['only'], __( 'Leave it empty for all addresses. One address a line, such as /pricing; a star stands for anything: /shop/*', 'parlour' ) );
			print_patterns_row( 'except', __( 'Not at', 'parlour' ), $placement['except'], __( 'For example /checkout* or /legal/*. This list wins over the one above.', 'parlour' ) );
			$choices = placement_choices();
			print_choices_row( 'visitors', __( 'To whom', 'parlour' ), $choices['visitors'], $placement['visitors'] );
			print_choices_row( 'device', __( 'Screens', 'parlour' ), $choices['device'], $placement['device'] );
			?>
		</table>
		<?php submit_button(); ?>
	</form>
	<?php
	print_try_form( $placement );
	print_single_pages();
}

/**
 * The kinds of pages: all, or those that are ticked.
 *
 * @param array $placement The rules.
 */
function print_kinds_row( array $placement ): void {
	?>
	<tr>
		<th scope="row" id="parlour-kinds"><?php esc_html_e( 'Pages', 'parlour' ); ?></th>
		<td><fieldset aria-labelledby="parlour-kinds">
			<?php
			print_choice( 'radio', 'every_kind', '1', $placement['every_kind'], __( 'Every page', 'parlour' ) );
			print_choice( 'radio', 'every_kind', '0', ! $placement['every_kind'], __( 'Only these kinds of pages:', 'parlour' ) );
			echo '<div class="parlour-kinds">';
			foreach ( page_kinds() as $name => $label ) {
				print_choice( 'checkbox', 'kinds][', $name, in_array( $name, $placement['kinds'], true ), $label );
			}
			echo '</div>';
			?>
		</fieldset></td>
	</tr>
	<?php
}

/**
 * A list of addresses, one a line.
 *
 * @param string   $name     Name of the rule.
 * @param string   $label    What it is called.
 * @param string[] $patterns What it holds.
 * @param string   $help     What may be written.
 */
function print_patterns_row( string $name, string $label, array $patterns, string $help ): void {
	$id = "parlour-{$name}";
	?>
	<tr>
		<th scope="row"><label for="<?php echo esc_attr( $id ); ?>"><?php echo esc_html( $label ); ?></label></th>
		<td>
			<textarea id="<?php echo esc_attr( $id ); ?>" name="<?php echo esc_attr( "parlour_placement[{$name}]" ); ?>" class="large-text code" rows="3" spellcheck="false" aria-describedby="<?php echo esc_attr( "{$id}-help" ); ?>"><?php echo esc_textarea( implode( "\n", $patterns ) ); ?></textarea>
			<p class="description" id="<?php echo esc_attr( "{$id}-help" ); ?>"><?php echo esc_html( $help ); ?></p>
		</td>
	</tr>
	<?php
}

/**
 * One of a few words.
 *
 * @param string                $name    Name of the rule.
 * @param string                $label   What it is called.
 * @param array<string, string> $choices Values and labels.
 * @param string                $chosen  The value in force.
 */
function print_choices_row( string $name, string $label, array $choices, string $chosen ): void {
	printf( '<tr><th scope="row" id="%1$s">%2$s</th><td><fieldset aria-labelledby="%1$s">', esc_attr( "parlour-{$name}" ), esc_html( $label ) );
	foreach ( $choices as $value => $text ) {
		print_choice( 'radio', $name, $value, $value === $chosen, $text );
	}
	echo '</fieldset></td></tr>';
}

/**
 * A tick box or radio button with its label.
 *
 * @param string $type   checkbox or radio.
 * @param string $name   Name of the rule; `kinds][` for one of several.
 * @param string $value  What is sent.
 * @param bool   $chosen Whether it is in force.
 * @param string $label  Its text.
 */
function print_choice( string $type, string $name, string $value, bool $chosen, string $label ): void {
	printf(
		'<label class="parlour-choice"><input type="%s" name="%s" value="%s"%s> %s</label>',
		esc_attr( $type ),
		esc_attr( "parlour_placement[{$name}]" ),
		esc_attr( $value ),
		checked( $chosen, true, false ),
		esc_html( $label )
	);
}
