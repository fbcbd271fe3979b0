<?php
/**
 * The tab "Developers" of Settings -> Parlour: counting what happens in the chat, and the widget's events.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Prints the tab.
 */
function view_developers(): void {
	?>
	<h2><?php esc_html_e( 'Count conversations and leads', 'parlour' ); ?></h2>
	<p class="parlour-lead"><?php esc_html_e( 'The plugin itself counts nobody. If you use an analytics tool, put one of these snippets into the head of your pages, or into a Custom HTML tag of your tag manager, and load it only with the consent that your tool needs. It passes on that something happened, and nothing that visitors write or leave.', 'parlour' ); ?></p>
	<table class="form-table" role="presentation">
		<?php
		print_snippet_row( __( 'Google Tag Manager', 'parlour' ), 'parlour-snippet-gtm', snippet_for_gtm(), __( 'Make a trigger “Custom Event” for each of parlour_open, parlour_start, parlour_lead and parlour_complete that you want to count.', 'parlour' ) );
		print_snippet_row( __( 'Google Analytics 4', 'parlour' ), 'parlour-snippet-ga4', snippet_for_ga4(), __( 'You will see parlour_open, parlour_start, generate_lead and parlour_complete. Mark generate_lead as a key event: each conversation sends it once.', 'parlour' ) );
		?>
	</table>
	<h2><?php esc_html_e( 'Events of the chat', 'parlour' ); ?></h2>
	<p class="parlour-lead"><?php esc_html_e( 'For other tools: listen to these on the document. A chat in an iframe cannot tell the page around it.', 'parlour' ); ?></p>
	<div class="parlour-scroll">
		<table class="widefat striped parlour-events">
			<thead>
				<tr>
					<th scope="col"><?php esc_html_e( 'Event', 'parlour' ); ?></th>
					<th scope="col"><?php esc_html_e( 'When', 'parlour' ); ?></th>
					<th scope="col"><?php esc_html_e( 'event.detail', 'parlour' ); ?></th>
				</tr>
			</thead>
			<tbody>
				<?php
				foreach ( widget_events() as $name => list( $when, $detail ) ) {
					printf( '<tr><td><code>%s</code></td><td>%s</td><td>', esc_html( $name ), esc_html( $when ) );
					echo '' === $detail ? '&ndash;' : '<code>' . esc_html( $detail ) . '</code>';
					echo '</td></tr>';
				}
				?>
			</tbody>
		</table>
	</div>
	<h2><?php esc_html_e( 'Hooks for PHP', 'parlour' ); ?></h2>
	<p class="parlour-lead">
		<?php
		/* translators: 1: name of a file, 2: title of a section in it. */
		printf( esc_html__( 'The plugin’s filters are listed in its %1$s under “%2$s”, and described above each of them in the source.', 'parlour' ), '<code>readme.txt</code>', 'For developers' );
		?>
	</p>
	<?php
}

/**
 * The widget's events: when each is fired, and what its detail holds.
 *
 * @return array<string, array{0: string, 1: string}>
 */
function widget_events(): array {
	return array(
		'parlour-open'     => array( __( 'The floating chat was opened.', 'parlour' ), '' ),
		'parlour-close'    => array( __( 'The floating chat was closed.', 'parlour' ), '' ),
		'parlour-start'    => array( __( 'A conversation began.', 'parlour' ), '{ sessionId }' ),
		'parlour-message'  => array( __( 'A message was stored or came in. It holds what was said: do not pass it on to an analytics tool.', 'parlour' ), '{ message }' ),
		'parlour-lead'     => array( __( 'New details are known; only their names are told.', 'parlour' ), '{ fields, sessionId }' ),
		'parlour-complete' => array( __( 'The conversation is completed.', 'parlour' ), '{ sessionId }' ),
		'parlour-rating'   => array( __( 'The visitor rated the conversation.', 'parlour' ), '{ score }' ),
		'parlour-error'    => array( __( 'Parlour does not serve this page.', 'parlour' ), '{ id, message }' ),
	);
}

/**
 * One snippet to copy.
 *
 * @param string $label   What it is for.
 * @param string $id      The field's id.
 * @param string $snippet The snippet.
 * @param string $help    What to do with it.
 */
function print_snippet_row( string $label, string $id, string $snippet, string $help ): void {
	?>
	<tr>
		<th scope="row"><label for="<?php echo esc_attr( $id ); ?>"><?php echo esc_html( $label ); ?></label></th>
		<td>
			<div class="parlour-copy">
				<textarea id="<?php echo esc_attr( $id ); ?>" class="large-text code parlour-snippet" rows="8" readonly spellcheck="false" aria-describedby="<?php echo esc_attr( "{$id}-help" ); ?>"><?php echo esc_textarea( $snippet ); ?></textarea>
				<button type="button" class="button hide-if-no-js" data-clipboard-target="<?php echo esc_attr( "#{$id}" ); ?>"><?php esc_html_e( 'Copy', 'parlour' ); ?></button>
				<span class="parlour-copied" hidden><?php esc_html_e( 'Copied', 'parlour' ); ?></span>
			</div>
			<p class="description" id="<?php echo esc_attr( "{$id}-help" ); ?>"><?php echo esc_html( $help ); ?></p>
		</td>
	</tr>
	<?php
}
