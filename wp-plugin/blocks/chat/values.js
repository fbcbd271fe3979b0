/**
 * What the server accepts (includes/chat/chat-attributes.php), so that the editor can say at once what it would not.
 */

/**
 * A CSS length; a bare number means pixels. Empty is fine.
 *
 * @param {string} value What was typed.
 */
export const isLength = ( value ) =>
	/^(\d{1,4}(\.\d{1,2})?(px|r?em|[sld]?vh|%)?)?$/.test( value.trim() );

/**
 * The key of a site. Empty is fine.
 *
 * @param {string} value What was typed.
 */
export const isSiteKey = ( value ) => /^[A-Za-z0-9_-]{0,64}$/.test( value );

/**
 * A language such as de-AT. Empty is fine.
 *
 * @param {string} value What was typed.
 */
export const isLocale = ( value ) =>
	value === '' || /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test( value );
