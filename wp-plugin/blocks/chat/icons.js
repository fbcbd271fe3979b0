/**
 * The block's icons, drawn like those of WordPress: 24 pixels, one colour.
 */
import { Path, SVG } from '@wordpress/primitives';

export const inlineIcon = (
	<SVG xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
		<Path d="M6 4h12c1.1 0 2 .9 2 2v9c0 1.1-.9 2-2 2h-5.4L8 20.6V17H6c-1.1 0-2-.9-2-2V6c0-1.1.9-2 2-2Zm0 1.5c-.3 0-.5.2-.5.5v9c0 .3.2.5.5.5h3.5v1.8l2.3-1.8H18c.3 0 .5-.2.5-.5V6c0-.3-.2-.5-.5-.5H6ZM8 8h8v1.5H8V8Zm0 3.5h5V13H8v-1.5Z" />
	</SVG>
);

export const floatingIcon = (
	<SVG xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
		<Path d="M12 4a8 8 0 0 1 8 8v8h-8a8 8 0 1 1 0-16Zm0 1.5a6.5 6.5 0 1 0 0 13h6.5V12A6.5 6.5 0 0 0 12 5.5ZM8.5 10h7v1.5h-7V10Zm0 3h4.5v1.5H8.5V13Z" />
	</SVG>
);
