/* The Copy buttons of Settings -> Parlour, with the clipboard library that WordPress ships. */
( function () {
	const clipboard = new window.ClipboardJS( '.parlour-copy button' );

	clipboard.on( 'success', function ( event ) {
		const note = event.trigger.parentElement.querySelector( '.parlour-copied' );
		note.hidden = false;
		window.wp.a11y.speak( note.textContent );
		window.clearTimeout( note.hideLater );
		note.hideLater = window.setTimeout( function () {
			note.hidden = true;
		}, 3000 );
		event.clearSelection();
	} );
} )();
