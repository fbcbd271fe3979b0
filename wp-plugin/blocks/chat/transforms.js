/**
 * From the shortcode to the block and back, without losing a word.
 */
import { createBlock } from '@wordpress/blocks';
import { decodeEntities } from '@wordpress/html-entities';
import { attrs, regexp } from '@wordpress/shortcode';

import metadata from './block.json';

const TAG = 'parlour_chat';

/** The attributes that block and shortcode share; they have the same names and meanings. */
const NAMES = Object.keys( metadata.attributes ).filter(
	( name ) => name !== 'anchor'
);

/**
 * A text that is nothing but one shortcode of ours.
 *
 * @param {string} text Content of a Shortcode block.
 */
function loneShortcode( text = '' ) {
	const match = regexp( TAG ).exec( text );
	return match && match[ 0 ] === text.trim() ? match : null;
}

/**
 * The block's attributes of a shortcode's. What the block does not accept, the page did not show either.
 *
 * @param {Object<string, string>} named Attributes as written.
 */
function fromNamed( named ) {
	const known = NAMES.map( ( name ) => [ name, accepted( name, named[ name ] ) ] );
	return Object.fromEntries( known.filter( ( [ , value ] ) => value ) );
}

/**
 * The value of one attribute, as the block stores it, or ''.
 *
 * @param {string}  name  Its name.
 * @param {string=} value As it stands in the shortcode.
 */
function accepted( name, value = '' ) {
	const choices = metadata.attributes[ name ].enum;
	return choices && ! choices.includes( value ) ? '' : decodeEntities( value );
}

/**
 * A value as it may stand between the quotes of a shortcode. The page shows the same: WordPress does not escape
 * entities again.
 *
 * @param {string} value Any text.
 */
function quoted( value ) {
	const unsafe = /[&"<>[\]]/g;
	return `"${ value.replace( unsafe, ( sign ) => `&#${ sign.charCodeAt( 0 ) };` ) }"`;
}

const transforms = {
	from: [
		{
			type: 'block',
			blocks: [ 'core/shortcode' ],
			isMatch: ( { text } ) => loneShortcode( text ) !== null,
			transform: ( { text } ) =>
				createBlock(
					metadata.name,
					fromNamed( attrs( loneShortcode( text )[ 3 ] ).named )
				),
		},
		{
			// Pasted text, and posts of the classic editor.
			type: 'shortcode',
			tag: TAG,
			attributes: Object.fromEntries(
				NAMES.map( ( name ) => [
					name,
					{
						type: 'string',
						shortcode: ( { named } ) =>
							fromNamed( named )[ name ] ??
							metadata.attributes[ name ].default,
					},
				] )
			),
		},
	],
	to: [
		{
			type: 'block',
			blocks: [ 'core/shortcode' ],
			transform: ( attributes ) => {
				const written = NAMES.filter(
					( name ) =>
						attributes[ name ] &&
						attributes[ name ] !== metadata.attributes[ name ].default
				);
				const parts = written.map(
					( name ) => `${ name }=${ quoted( attributes[ name ] ) }`
				);
				return createBlock( 'core/shortcode', {
					text: `[${ [ TAG, ...parts ].join( ' ' ) }]`,
				} );
			},
		},
	],
};

export default transforms;
