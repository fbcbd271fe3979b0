/**
 * The block's settings, beside the page. What stays empty comes from the site's settings in Parlour.
 */
import { InspectorAdvancedControls, InspectorControls } from '@wordpress/block-editor';
import {
	PanelBody,
	RadioControl,
	SelectControl,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import AccentControl from './accent-control';
import { deviceChoices, modeChoices, modeHelp, positionChoices, themeChoices } from './choices';
import { isLength, isLocale, isSiteKey } from './values';

/** Sizes and margins as all controls of WordPress have them by now. */
const current = { __next40pxDefaultSize: true, __nextHasNoMarginBottom: true };

/**
 * @param {Object}   props
 * @param {Object}   props.attributes    The block's attributes.
 * @param {Function} props.setAttributes Changes some of them.
 */
export default function Inspector( { attributes, setAttributes } ) {
	const { mode } = attributes;
	/**
	 * What every control of one attribute has in common.
	 *
	 * @param {string} name Name of the attribute.
	 */
	const bind = ( name ) => ( {
		...current,
		value: attributes[ name ],
		onChange: ( value ) => setAttributes( { [ name ]: value } ),
	} );
	return (
		<>
			<InspectorControls>
				<PanelBody title={ __( 'Chat', 'parlour' ) }>
					<RadioControl
						label={ __( 'How it shows', 'parlour' ) }
						selected={ mode }
						options={ modeChoices() }
						help={ modeHelp( mode ) }
						onChange={ ( value ) => setAttributes( { mode: value } ) }
					/>
					<TextControl
						{ ...bind( 'title' ) }
						label={ __( 'Heading', 'parlour' ) }
						help={ __( 'Empty: the one set in Parlour.', 'parlour' ) }
						maxLength={ 80 }
					/>
					{ mode !== 'iframe' && (
						<TextareaControl
							__nextHasNoMarginBottom
							value={ attributes.greeting }
							// The message is one line of text on the page, too.
							onChange={ ( value ) =>
								setAttributes( {
									greeting: value.replace( /\n/g, ' ' ),
								} )
							}
							label={ __( 'First message', 'parlour' ) }
							help={ __( 'Empty: the one set in Parlour.', 'parlour' ) }
							maxLength={ 1000 }
							rows={ 3 }
						/>
					) }
				</PanelBody>
				<PanelBody title={ __( 'Look', 'parlour' ) } initialOpen={ false }>
					{ mode !== 'floating' && (
						<TextControl
							{ ...bind( 'height' ) }
							label={ __( 'Height', 'parlour' ) }
							help={ problemOr(
								isLength( attributes.height ),
								__( 'This is not a height. Write 600px or 80vh, for example.', 'parlour' ),
								__( 'For example 600px or 80vh. Empty: as high as its place on the page.', 'parlour' )
							) }
						/>
					) }
					{ mode === 'floating' && (
						<SelectControl
							{ ...bind( 'position' ) }
							label={ __( 'Corner', 'parlour' ) }
							options={ positionChoices() }
						/>
					) }
					{ mode === 'floating' && (
						<SelectControl
							{ ...bind( 'device' ) }
							label={ __( 'Show on', 'parlour' ) }
							options={ deviceChoices() }
						/>
					) }
					{ mode !== 'iframe' && (
						<>
							<SelectControl
								{ ...bind( 'theme' ) }
								label={ __( 'Light or dark', 'parlour' ) }
								options={ themeChoices() }
							/>
							<AccentControl
								value={ attributes.accent }
								onChange={ ( accent ) => setAttributes( { accent } ) }
							/>
						</>
					) }
				</PanelBody>
			</InspectorControls>
			<InspectorAdvancedControls>
				<TextControl
					{ ...bind( 'site' ) }
					label={ __( 'Key of another site', 'parlour' ) }
					help={ problemOr(
						isSiteKey( attributes.site ),
						__( 'A key has letters, digits, hyphens and underscores only.', 'parlour' ),
						__( 'Only if this chat belongs to another site of the same Parlour.', 'parlour' )
					) }
				/>
				{ mode !== 'iframe' && (
					<TextControl
						{ ...bind( 'locale' ) }
						label={ __( 'Language of the chat', 'parlour' ) }
						help={ problemOr(
							isLocale( attributes.locale ),
							__( 'This is not a language code. Write en or de-AT, for example.', 'parlour' ),
							__( 'For example en or de-AT. Empty: as set in Parlour.', 'parlour' )
						) }
					/>
				) }
			</InspectorAdvancedControls>
		</>
	);
}

/**
 * The help under a field: what is wrong with its value, or what to write.
 *
 * @param {boolean} isGood  Whether the value can be used.
 * @param {string}  problem What is wrong with it.
 * @param {string}  help    What to write.
 */
function problemOr( isGood, problem, help ) {
	return isGood ? (
		help
	) : (
		<span className="parlour-block__problem" role="alert">
			{ problem }
		</span>
	);
}
