/**
 * A sketch of a landing page with the real widget on it, for the dashboard: the settings come by postMessage and the
 * visitor API is answered in the page itself (public/preview.js), so that trying a look never makes a conversation.
 */
import { html } from './html.ts';

/** The dashboard frames it without its origin (`sandbox`), so neither cookies nor storage are within its reach. */
export const previewPage = (): string => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Preview of the chat</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/preview.css">
<script src="/pages/preview.js"></script>
<script type="module" src="/widget.js"></script>
</head>
<body>
<div class="sketch" aria-hidden="true">
<header><b></b><i></i><i></i><i></i></header>
<h1></h1><h1></h1>
<p></p><p></p><p></p>
<span></span>
<div class="tiles"><div></div><div></div><div></div></div>
<p></p><p></p><p></p>
</div>
</body>
</html>
`;
