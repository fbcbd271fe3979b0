import { html } from './html.ts';

/** A landing page of an invented company, to see the widget where it belongs. */
export function demoPage(siteKey: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Demo</title>
<link rel="stylesheet" href="/pages/demo.css">
<script type="module" src="/widget.js" data-site="${siteKey}"></script>
</head>
<body></body>
</html>
`;
}
