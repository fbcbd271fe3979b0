/**
 * The colours that widget and dashboard share; tokens.styles adds what only the dashboard needs. The site's
 * accent is only ever a background under `on-accent`, which is computed to be readable on it.
 */
export const lightCore = `
  --parlour-scheme: light;
  --parlour-surface: #fffefb;
  --parlour-sunken: #f2eee8;
  --parlour-line-soft: #e6e0d8;
  --parlour-line-strong: #8c8378;
  --parlour-ink: #26221d;
  --parlour-ink-soft: #5c544b;
  --parlour-issue: #ad2a22;
  --parlour-shadow: 0 1px 2px #3c302214, 0 12px 40px #3c302229;
`;

/** Dark, under the same promises. */
export const darkCore = `
  --parlour-scheme: dark;
  --parlour-surface: #1e1b19;
  --parlour-sunken: #2c2825;
  --parlour-line-soft: #3a3531;
  --parlour-line-strong: #857b71;
  --parlour-ink: #f4f0ea;
  --parlour-ink-soft: #c2b9ae;
  --parlour-issue: #f59a90;
  --parlour-shadow: 0 1px 2px #0006, 0 16px 48px #00000080;
`;

/**
 * Tokens as CSS text: light, dark where the system asks for it and light is not chosen, and dark where it is chosen.
 * @param root where the tokens live, e.g. `:root`
 * @param dark the same place when dark is chosen, e.g. `:root[data-theme=dark]`
 * @param notLight the same place unless light is chosen, e.g. `:root:not([data-theme=light])`
 */
export const tokenSheet = (
  [root, dark, notLight]: readonly [string, string, string],
  lightTokens: string,
  darkTokens: string,
): string =>
  `${root}{${lightTokens}}@media(prefers-color-scheme:dark){${notLight}{${darkTokens}}}${dark}{${darkTokens}}`;

/**
 * An element with a `theme` attribute. `:where` keeps every rule as weak as `:host`, so that a later `:host` rule wins
 * in both themes.
 */
export const HOST = [':host', ':host(:where([theme=dark]))', ':host(:where(:not([theme=light])))'] as const;
