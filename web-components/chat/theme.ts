import { darkCore, HOST, lightCore, tokenSheet } from '../core-tokens.ts';
import { badgeStyles } from './badge.styles.ts';

/**
 * Gives `<parlour-chat>` the tokens, and its button the badge. The tokens stand on it and not inside, so that a page may set any `--parlour-*` on it;
 * and before the loader's own sheets, so that the site's accent stays.
 */
export function dress(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokenSheet(HOST, lightCore, darkCore) + badgeStyles);
  root.adoptedStyleSheets.unshift(sheet);
}
