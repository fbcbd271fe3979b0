import { darkCore, HOST, lightCore, tokenSheet } from '../core-tokens.ts';

/**
 * Gives `<parlour-chat>` the tokens. They stand on it and not inside, so that a page may set any `--parlour-*` on it;
 * and before the loader's own sheets, so that the site's accent stays.
 */
export function dress(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokenSheet(HOST, lightCore, darkCore));
  root.adoptedStyleSheets.unshift(sheet);
}
