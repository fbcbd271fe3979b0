<?php
/**
 * The suggested text for the site's privacy policy, under Settings -> Privacy -> Policy Guide.
 *
 * @package Parlour
 */

namespace Parlour;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Suggests the text.
 */
function suggest_policy_text(): void {
	wp_add_privacy_policy_content( __( 'Parlour chat', 'parlour' ), policy_text( get_settings()['url'] ) );
}
add_action( 'admin_init', __NAMESPACE__ . '\suggest_policy_text' );

/**
 * The text, as HTML. What only the site's owner can know is left as a note to them, which WordPress does not copy.
 *
 * @param string $url The backend's address; '' when there is none yet.
 */
function policy_text( string $url ): string {
	$host  = '' === $url ? '' : (string) wp_parse_url( $url, PHP_URL_HOST );
	$notes = array(
		__( 'Parlour is the chat on your pages. What visitors write is stored on your Parlour server, not in WordPress. Say here who runs that server and where it stands.', 'parlour' ),
		__( 'How long conversations are kept, which consent is asked for, and to whom leads are passed on is set in the Parlour dashboard. Fill in what stands in square brackets. If a language model or an n8n workflow answers, or leads go to Monday.com, a mailbox or another program, name these services.', 'parlour' ),
	);
	if ( '' === $host ) {
		/* translators: Stands for the address of a server. */
		$host = __( '[address of your Parlour server]', 'parlour' );
	}
	$says = array(
		/* translators: %s: host name of the Parlour server. */
		sprintf( __( 'Some pages of this site have a chat. It is loaded from %s, which thereby learns your internet address, as with every page you open. When you use the chat, we store there what you write, the details you leave (such as your name, e-mail address or phone number), the address and title of the page, the page you came from, the campaign that led you here, your language, your time zone and the kind of your browser. Your internet address is only stored shortened, so that it does not lead to you.', 'parlour' ), $host ),
		__( 'The chat itself sets no cookies. When you begin a conversation, your browser keeps a mark in its local storage that opens this one conversation again on the next page, and a random number that links your conversations on this site; also, whether you closed the chat. These stay until you delete the conversation or your browser’s data.', 'parlour' ),
		__( 'An automatic assistant answers you; a person of our team can join. [If a language model is used: your messages are sent to NAME OF THE SERVICE to make the answer.] We use what you write to answer you and to get back to you. [We pass your details on to NAMES OF THE SERVICES.]', 'parlour' ),
		__( 'We keep conversations for [NUMBER] days after the last message. Records of what was passed on are kept without their contents after 90 days. You can delete your conversation yourself at any time in the menu of the chat, and you can ask us for a copy of everything we hold about you, or for its erasure.', 'parlour' ),
	);
	if ( tells_identity() ) {
		$says[] = __( 'If you are signed in on this site and use the chat, your name and e-mail address are sent to it, so that you need not type them. A cookie named parlour_signed_in notes that you are signed in, and nothing else.', 'parlour' );
	}
	$html = '';
	foreach ( $notes as $note ) {
		$html .= '<p class="privacy-policy-tutorial">' . esc_html( $note ) . '</p>';
	}
	$html .= '<p><strong class="privacy-policy-tutorial">' . esc_html__( 'Suggested text:', 'parlour' ) . '</strong> ';
	foreach ( $says as $index => $paragraph ) {
		$html .= ( 0 === $index ? '' : '<p>' ) . esc_html( $paragraph ) . '</p>';
	}
	return $html;
}
