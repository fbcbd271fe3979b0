/**
 * The block in the editor: its settings beside the page, and a still picture of the chat on it.
 */
import { store as blockEditorStore, useBlockProps } from '@wordpress/block-editor';
import { useSelect } from '@wordpress/data';

import Inspector from './inspector';
import NotConnected from './not-connected';
import Preview from './preview';
import { facts } from './facts';

/**
 * What the editor draws for one chat.
 *
 * @param {Object}   props
 * @param {Object}   props.attributes    The block's attributes.
 * @param {Function} props.setAttributes Changes some of them.
 */
export default function Edit( { attributes, setAttributes } ) {
	const blockProps = useBlockProps();
	// In the list of blocks nobody can do anything about the connection.
	const isPicture = useSelect( ( select ) => {
		const settings = select( blockEditorStore ).getSettings();
		return settings.isPreviewMode ?? settings.__unstableIsPreviewMode;
	}, [] );
	return (
		<div { ...blockProps }>
			<Inspector
				attributes={ attributes }
				setAttributes={ setAttributes }
			/>
			{ ! facts.connected && ! isPicture && <NotConnected /> }
			<Preview attributes={ attributes } />
		</div>
	);
}
