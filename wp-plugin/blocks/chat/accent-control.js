/**
 * The colour of the chat: one of the theme's, or any other.
 */
import { BaseControl, ColorPalette } from '@wordpress/components';
import { useSettings } from '@wordpress/block-editor';
import { __ } from '@wordpress/i18n';

/**
 * @param {Object}   props
 * @param {string}   props.value    The colour as #rrggbb, or ''.
 * @param {Function} props.onChange Called with the new one.
 */
export default function AccentControl( { value, onChange } ) {
	const [ colors ] = useSettings( 'color.palette' );
	return (
		<BaseControl
			__nextHasNoMarginBottom
			id="parlour-accent"
			help={ __( 'None: the one set in Parlour.', 'parlour' ) }
		>
			<BaseControl.VisualLabel>
				{ __( 'Colour', 'parlour' ) }
			</BaseControl.VisualLabel>
			<ColorPalette
				colors={ ( colors ?? [] ).filter( isPlain ) }
				value={ value || undefined }
				onChange={ ( color ) => onChange( ( color ?? '' ).slice( 0, 7 ) ) }
				aria-label={ __( 'Colour', 'parlour' ) }
			/>
		</BaseControl>
	);
}

/**
 * Whether a colour of the theme is of the one form that the chat knows. Others are mixtures and variables.
 *
 * @param {{color: string}} entry A colour of the palette.
 */
function isPlain( { color } ) {
	return /^#[0-9a-f]{6}$/i.test( color );
}
