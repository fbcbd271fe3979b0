/**
 * The choices of the block's settings, in words. Functions, because translations arrive after this file.
 */
import { __ } from '@wordpress/i18n';

/** Where the chat stands. */
export const modeChoices = () => [
	{ value: 'inline', label: __( 'Inside the page', 'parlour' ) },
	{ value: 'floating', label: __( 'Floating button', 'parlour' ) },
	{ value: 'iframe', label: __( 'In a frame', 'parlour' ) },
];

/**
 * One sentence about the chosen one.
 *
 * @param {string} mode Its value.
 */
export function modeHelp( mode ) {
	if ( mode === 'floating' ) {
		return __( 'A button in the corner opens the chat. One is enough for a page.', 'parlour' );
	}
	if ( mode === 'iframe' ) {
		return __( 'Only where scripts are taken out of pages. It looks as set in Parlour.', 'parlour' );
	}
	return __( 'The chat stands open, at this place of the page.', 'parlour' );
}

/** Light or dark. */
export const themeChoices = () => [
	{ value: '', label: __( 'As set in Parlour', 'parlour' ) },
	{ value: 'auto', label: __( 'As the visitor’s device', 'parlour' ) },
	{ value: 'light', label: __( 'Light', 'parlour' ) },
	{ value: 'dark', label: __( 'Dark', 'parlour' ) },
];

/** Corners of the page. */
export const positionChoices = () => [
	{ value: '', label: __( 'As set in Parlour', 'parlour' ) },
	{ value: 'right', label: __( 'Lower right', 'parlour' ) },
	{ value: 'left', label: __( 'Lower left', 'parlour' ) },
];

/** Screens that show a floating chat. */
export const deviceChoices = () => [
	{ value: '', label: __( 'All devices', 'parlour' ) },
	{ value: 'phones', label: __( 'Phones only', 'parlour' ) },
	{ value: 'larger', label: __( 'Larger screens only', 'parlour' ) },
];
