/** The pieces of code that put a site's chat on a page. `base` is Parlour's own address, `key` the site's. */

/** A title as an attribute's value. */
const quoted = (text: string) =>
  `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;

export const shortcode = '[parlour_chat]';
export const shortcodeFloating = '[parlour_chat mode="floating"]';

export const scriptTag = (base: string, key: string): string =>
  `<script type="module" async src="${base}/widget.js" data-site="${key}"></script>`;

export const inlineTags = (base: string, key: string): string =>
  `<script type="module" async src="${base}/widget.js"></script>\n<parlour-chat site="${key}" mode="inline"></parlour-chat>`;

export const iframeTag = (base: string, key: string, title: string): string =>
  `<iframe src="${base}/embed/${key}" title=${quoted(title || 'Chat')} width="100%" height="600" style="border:0"></iframe>`;

export const chatLink = (base: string, key: string): string => `${base}/embed/${key}`;
