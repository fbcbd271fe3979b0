/**
 * A still picture of the chat, drawn from the block's own settings. The editor never asks the backend for anything.
 */
import { Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { facts } from './facts';
import { floatingIcon } from './icons';

/**
 * @param {Object} props
 * @param {Object} props.attributes The block's attributes.
 */
export default function Preview( { attributes } ) {
	const { mode, title, height } = attributes;
	if ( mode === 'floating' ) {
		return <FloatingPreview { ...attributes } />;
	}
	// A frame takes everything else from the settings in Parlour.
	return mode === 'iframe' ? (
		<InlinePreview title={ title } height={ height } />
	) : (
		<InlinePreview { ...attributes } />
	);
}

/**
 * The chat inside the page: heading, first message, and where visitors write.
 *
 * @param {Object} props          Attributes of the block.
 * @param {string} props.title    The heading, or ''.
 * @param {string} props.greeting The first message, or ''.
 * @param {string} props.theme    Light, dark, or ''.
 * @param {string} props.accent   The colour, or ''.
 * @param {string} props.height   A CSS length, or ''.
 */
function InlinePreview( { title, greeting, theme, accent, height } ) {
	// A share of the screen's height is another one in the editor.
	const minHeight = /^\d+(\.\d+)?(px|r?em)$/.test( height ) ? height : undefined;
	return (
		<div
			className={ `parlour-block__chat${
				theme === 'dark' ? ' is-dark' : ''
			}` }
			style={ { minHeight, '--parlour-block-accent': accent || undefined } }
		>
			<div className="parlour-block__title">
				{ title || facts.title || __( 'Chat', 'parlour' ) }
			</div>
			<div className="parlour-block__talk">
				<div
					className={ `parlour-block__greeting${
						greeting ? '' : ' is-placeholder'
					}` }
				>
					{ greeting ||
						__( 'The greeting that is set in Parlour', 'parlour' ) }
				</div>
			</div>
			<div className="parlour-block__write" aria-hidden="true">
				{ __( 'Your message', 'parlour' ) }
			</div>
		</div>
	);
}

/**
 * The floating chat leaves nothing where the block stands, so the block says what it does.
 *
 * @param {Object} props          Attributes of the block.
 * @param {string} props.title    The heading, or ''.
 * @param {string} props.position Right, left or ''.
 * @param {string} props.accent   The colour, or ''.
 */
function FloatingPreview( { title, position, accent } ) {
	const heading = title || facts.title;
	return (
		<div
			className="parlour-block__floating"
			style={ { '--parlour-block-accent': accent || undefined } }
		>
			<span className="parlour-block__button">
				<Icon icon={ floatingIcon } size={ 28 } />
			</span>
			<span>
				<strong>
					{ heading
						? sprintf(
								/* translators: %s: heading of the chat. */
								__( 'Chat button: %s', 'parlour' ),
								heading
						  )
						: __( 'Chat button', 'parlour' ) }
				</strong>
				<br />
				{ placeOf( position ) }
			</span>
		</div>
	);
}

/**
 * Where the button floats, in words.
 *
 * @param {string} position Right, left, or '' as set in Parlour.
 */
function placeOf( position ) {
	if ( position === 'left' ) {
		return __( 'Floats in the lower left corner of the page.', 'parlour' );
	}
	if ( position === 'right' ) {
		return __( 'Floats in the lower right corner of the page.', 'parlour' );
	}
	return __( 'Floats in a corner of the page.', 'parlour' );
}
