import { type CSSResult, unsafeCSS } from 'lit';

/** Sizes, spacing, shape and movement: the same in both themes. */
export const sharedTokens = `
  --parlour-font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  --parlour-size-xs: 13px;
  --parlour-size-s: 14px;
  --parlour-size-m: 16px;
  --parlour-size-l: 20px;
  --parlour-size-xl: 28px;
  --parlour-weight: 400;
  --parlour-weight-bold: 600;
  --parlour-line: 1.5;
  --parlour-space-1: 4px;
  --parlour-space-2: 8px;
  --parlour-space-3: 12px;
  --parlour-space-4: 16px;
  --parlour-space-5: 20px;
  --parlour-space-6: 24px;
  --parlour-space-8: 32px;
  --parlour-radius: 6px;
  --parlour-radius-bubble: 14px;
  --parlour-radius-pill: 999px;
  --parlour-quick: 120ms;
  --parlour-calm: 180ms;
`;

/**
 * Light colours. `accent` is only ever a background under `on-accent`; `accent-ink` is the accent as text or line,
 * readable at 4.5:1 on canvas, surface and sunken. Each status has a `-soft` background it is readable on.
 */
export const lightTokens = `
  color-scheme: light;
  --parlour-canvas: #f8f6f2;
  --parlour-surface: #fffefb;
  --parlour-sunken: #f2eee8;
  --parlour-line-soft: #e6e0d8;
  --parlour-line-strong: #8c8378;
  --parlour-ink: #26221d;
  --parlour-ink-soft: #5c544b;
  --parlour-ink-faint: #6f665d;
  --parlour-accent: #0d655f;
  --parlour-on-accent: #ffffff;
  --parlour-accent-ink: #0d655f;
  --parlour-passed: #1d6b40;
  --parlour-passed-soft: #e3f1e7;
  --parlour-waiting: #855000;
  --parlour-waiting-soft: #fbeed4;
  --parlour-issue: #ad2a22;
  --parlour-issue-soft: #fbe6e2;
  --parlour-fixed: #6544ad;
  --parlour-fixed-soft: #eee8f9;
  --parlour-shadow: 0 1px 2px rgb(60 48 34 / 0.08), 0 12px 40px rgb(60 48 34 / 0.16);
  --parlour-shadow-low: 0 1px 2px rgb(60 48 34 / 0.1), 0 4px 14px rgb(60 48 34 / 0.12);
`;

/** Dark colours, under the same promises as the light ones. */
export const darkTokens = `
  color-scheme: dark;
  --parlour-canvas: #161412;
  --parlour-surface: #1e1b19;
  --parlour-sunken: #2c2825;
  --parlour-line-soft: #3a3531;
  --parlour-line-strong: #857b71;
  --parlour-ink: #f4f0ea;
  --parlour-ink-soft: #c2b9ae;
  --parlour-ink-faint: #a89e93;
  --parlour-accent: #3aa99e;
  --parlour-on-accent: #0a1f1d;
  --parlour-accent-ink: #5cc4b8;
  --parlour-passed: #7fcf9d;
  --parlour-passed-soft: #1c3226;
  --parlour-waiting: #ecbb62;
  --parlour-waiting-soft: #3a2c12;
  --parlour-issue: #f59a90;
  --parlour-issue-soft: #43211d;
  --parlour-fixed: #bfa6f2;
  --parlour-fixed-soft: #31274a;
  --parlour-shadow: 0 1px 2px rgb(0 0 0 / 0.4), 0 16px 48px rgb(0 0 0 / 0.5);
  --parlour-shadow-low: 0 1px 2px rgb(0 0 0 / 0.4), 0 4px 14px rgb(0 0 0 / 0.4);
`;

/**
 * The whole set as CSS text: light, dark where the system asks for it and the page has not chosen light, and dark
 * where it is chosen.
 * @param root where the tokens live, e.g. `:root`
 * @param dark the same place when dark is chosen, e.g. `:root[data-theme=dark]`
 * @param notLight the same place unless light is chosen, e.g. `:root:not([data-theme=light])`
 */
export const tokenSheet = (root: string, dark: string, notLight: string): string => `
${root} {${sharedTokens}${lightTokens}}
@media (prefers-color-scheme: dark) {
  ${notLight} {${darkTokens}}
}
${dark} {${darkTokens}}
`;

/** For a document: `<html data-theme="dark|light">`, the system's choice without it. */
export const documentTokens = (): string =>
  tokenSheet(':root', ':root[data-theme="dark"]', ':root:not([data-theme="light"])');

/**
 * For an element with a `theme` attribute. `:where` keeps every rule as weak as `:host`, so that a later `:host` rule
 * (a site's accent) wins in both themes.
 */
export const tokens: CSSResult = unsafeCSS(
  tokenSheet(':host', ':host(:where([theme=dark]))', ':host(:where(:not([theme=light])))'),
);
