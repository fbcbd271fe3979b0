/**
 * Says that the chat waits for its connection, and who can do something about it.
 */
import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

import { facts } from './facts';

/**
 * The notice above the picture of the chat.
 */
export default function NotConnected() {
	const actions = facts.settingsUrl
		? [
				{
					label: __( 'Connect Parlour', 'parlour' ),
					url: facts.settingsUrl,
					variant: 'link',
				},
		  ]
		: [];
	return (
		<Notice
			className="parlour-block__notice"
			status="warning"
			isDismissible={ false }
			actions={ actions }
		>
			{ facts.settingsUrl
				? __(
						'Parlour is not connected yet. Visitors see nothing here until then.',
						'parlour'
				  )
				: __(
						'Parlour is not connected yet. Ask an administrator to paste the connect code; visitors see nothing here until then.',
						'parlour'
				  ) }
		</Notice>
	);
}
