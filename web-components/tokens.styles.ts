import { type CSSResult, unsafeCSS } from 'lit';
import { darkCore, HOST, lightCore, tokenSheet } from './core-tokens.ts';

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

/** Light colours. `accent-ink` is the accent as text or line. Each status has a `-soft` background it is readable on, at 4.5:1. */
export const lightTokens = `${lightCore}
  --parlour-canvas: #f8f6f2;
  --parlour-ink-faint: #6f665d;
  --parlour-accent: #0d655f;
  --parlour-on-accent: #ffffff;
  --parlour-accent-ink: #0d655f;
  --parlour-passed: #1d6b40;
  --parlour-passed-soft: #e3f1e7;
  --parlour-waiting: #855000;
  --parlour-waiting-soft: #fbeed4;
  --parlour-issue-soft: #fbe6e2;
  --parlour-fixed: #6544ad;
  --parlour-fixed-soft: #eee8f9;
  --parlour-shadow-low: 0 1px 2px #3c30221a, 0 4px 14px #3c30221f;
`;

/** Dark colours, under the same promises as the light ones. */
export const darkTokens = `${darkCore}
  --parlour-canvas: #161412;
  --parlour-ink-faint: #a89e93;
  --parlour-accent: #3aa99e;
  --parlour-on-accent: #0a1f1d;
  --parlour-accent-ink: #5cc4b8;
  --parlour-passed: #7fcf9d;
  --parlour-passed-soft: #1c3226;
  --parlour-waiting: #ecbb62;
  --parlour-waiting-soft: #3a2c12;
  --parlour-issue-soft: #43211d;
  --parlour-fixed: #bfa6f2;
  --parlour-fixed-soft: #31274a;
  --parlour-shadow-low: 0 1px 2px #0006, 0 4px 14px #0006;
`;

const shared = `color-scheme: var(--parlour-scheme);${sharedTokens}`;

/** For a document: `<html data-theme="dark|light">`, the system's choice without it. */
export const documentTokens = (): string =>
  tokenSheet(
    [':root', ':root[data-theme="dark"]', ':root:not([data-theme="light"])'],
    shared + lightTokens,
    darkTokens,
  );

/** For an element with a `theme` attribute. */
export const tokens: CSSResult = unsafeCSS(tokenSheet(HOST, shared + lightTokens, darkTokens));
