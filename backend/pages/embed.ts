/**
 * The chat as a page of its own, for an iframe or a link. Only the site's own pages may frame it.
 */
import type { Site } from '../models/site.ts';
import { html } from './html.ts';

export function embedPage(site: Site): string {
  return html`<!doctype html>
<html lang="${site.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>${site.widget.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/embed.css">
<script type="module" src="/widget.js"></script>
</head>
<body>
<parlour-chat site="${site.key}" mode="inline" height="100%"></parlour-chat>
<noscript>This chat needs JavaScript. Please switch it on and load the page again.</noscript>
</body>
</html>
`;
}
