/**
 * What the server told the editor about the connection; see tell_editor in includes/chat/block.php.
 *
 * @type {{connected: boolean, title: string, settingsUrl: string}}
 */
export const facts = {
	connected: false,
	title: '',
	settingsUrl: '',
	...window.parlourBlock,
};
