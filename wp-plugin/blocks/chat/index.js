/**
 * The block parlour/chat, as the editor knows it. On the page it is drawn by PHP, the same way as the shortcode.
 */
import { registerBlockType } from '@wordpress/blocks';
import { __ } from '@wordpress/i18n';

import metadata from './block.json';
import Edit from './edit';
import { inlineIcon, floatingIcon } from './icons';
import transforms from './transforms';
import './editor.css';

registerBlockType( metadata, {
	icon: inlineIcon,
	edit: Edit,
	// Drawn on the server; what is stored in the post are the attributes alone.
	save: () => null,
	transforms,
	example: {
		viewportWidth: 480,
		attributes: {
			title: __( 'Questions?', 'parlour' ),
			greeting: __( 'Hello! What can we do for you?', 'parlour' ),
		},
	},
	variations: [
		{
			name: 'floating',
			title: __( 'Parlour chat button', 'parlour' ),
			description: __(
				'A round button in the corner of the page that opens the chat.',
				'parlour'
			),
			icon: floatingIcon,
			attributes: { mode: 'floating' },
			isActive: [ 'mode' ],
			scope: [ 'inserter' ],
		},
	],
} );
