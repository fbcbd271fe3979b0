/**
 * The chat as a page of its own, for an iframe or a link. Only the site's own pages may frame it.
 */
import type { Site } from '../models/site.ts';
import { PAGE_LANGUAGE } from '../sites/languages.ts';
import { html } from './html.ts';

/** @param lang the chat's language where it is not the site's, such as `de-AT` */
export function embedPage(site: Site, lang = ''): string {
  return html`<!doctype html>
<html lang="${lang || (site.locale === PAGE_LANGUAGE ? 'en' : site.locale)}">
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
<parlour-chat site="${site.key}" mode="inline" height="100%" lang="${lang}"></parlour-chat>
<noscript>This chat needs JavaScript. Please switch it on and load the page again.</noscript>
</body>
</html>
`;
}
