/**
 * A landing page of an invented company, to see the widget where it belongs.
 */
import { demoBody } from './demo-body.ts';
import { html } from './html.ts';

export function demoPage(siteKey: string): string {
  return (
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#14302b">
<meta name="description" content="Linden &amp; Loft plans, builds and furnishes small offices in about four weeks. An invented company, to show Parlour.">
<title>Linden &amp; Loft: small offices, finished in four weeks</title>
<link rel="icon" href="/pages/linden.svg" type="image/svg+xml">
<link rel="stylesheet" href="/pages/demo.css">
<link rel="stylesheet" href="/pages/demo-top.css">
<link rel="stylesheet" href="/pages/demo-steps.css">
<link rel="stylesheet" href="/pages/demo-sections.css">
<link rel="stylesheet" href="/pages/demo-drawings.css">
<link rel="stylesheet" href="/pages/demo-narrow.css">
<script type="module" src="/widget.js" data-site="${siteKey}"></script>
<script type="module" src="/pages/demo.js"></script>
</head>
<body>
` +
    demoBody +
    html`<footer>
<p class="name">Linden <i>&amp;</i> Loft</p>
<p>Monday to Friday, 9 to 17. Leipzig, and all over Germany and Austria.</p>
<p>This company is invented, and so are its rooms. The page shows Parlour at work: talk to the chat, then read the conversation in the <a href="/dashboard/">dashboard</a>, or see the chat as <a href="/embed/${siteKey}">a page of its own</a>.</p>
</footer>
</body>
</html>
`
  );
}
