import { css } from 'lit';

export const messageStyles = css`
  :host {
    display: flex;
    align-items: flex-end;
    gap: var(--parlour-space-2);
    margin-top: var(--parlour-space-3);
    font: var(--parlour-weight) var(--parlour-size-m) / var(--parlour-line) var(--parlour-font);
    color: var(--parlour-ink);
  }
  :host([continued]) {
    margin-top: var(--parlour-space-1);
  }
  :host([own]) {
    flex-direction: row-reverse;
  }
  .body {
    max-width: 80%;
    min-width: 0;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
  }
  :host([own]) .body {
    align-items: flex-end;
  }
  .who {
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-faint);
    margin: 0 var(--parlour-space-1) 2px;
  }
  .bubble {
    padding: 9px 14px;
    border-radius: var(--parlour-radius-bubble);
    border-end-start-radius: var(--parlour-radius);
    background: var(--parlour-sunken);
    border: 1px solid transparent;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
    max-width: 100%;
    box-sizing: border-box;
  }
  :host([own]) .bubble {
    border-end-start-radius: var(--parlour-radius-bubble);
    border-end-end-radius: var(--parlour-radius);
  }
  :host([role-name='visitor']) .bubble {
    background: var(--parlour-accent);
    color: var(--parlour-on-accent);
  }
  :host([role-name='staff']) .bubble {
    background: var(--parlour-surface);
    border-color: var(--parlour-line-soft);
  }
  :host([status='failed']) .bubble,
  :host([status='sending']) .bubble {
    opacity: 0.72;
  }
  a {
    color: inherit;
    text-underline-offset: 2px;
  }
  a:focus-visible,
  button:focus-visible {
    outline: 2px solid currentColor;
    outline-offset: 2px;
    border-radius: 2px;
  }
  .initial {
    flex: none;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: var(--parlour-fixed-soft);
    color: var(--parlour-fixed);
    font-size: var(--parlour-size-xs);
    font-weight: var(--parlour-weight-bold);
  }
  :host([continued]) .initial {
    visibility: hidden;
  }
  time {
    flex: none;
    font-size: var(--parlour-size-xs);
    font-variant-numeric: tabular-nums;
    line-height: 42px;
    color: var(--parlour-ink-faint);
    white-space: nowrap;
    opacity: 0;
    transition: opacity var(--parlour-quick);
  }
  :host(:hover) time,
  :host(:focus-within) time,
  :host([shown]) time {
    opacity: 1;
  }
  .under {
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-soft);
    margin: 2px var(--parlour-space-1) 0;
  }
  .failed {
    color: var(--parlour-issue);
  }
  button {
    font: inherit;
    font-weight: var(--parlour-weight-bold);
    color: inherit;
    background: none;
    border: 0;
    padding: 4px;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }
  :host([role-name='system']) {
    justify-content: center;
    margin-block: var(--parlour-space-4);
  }
  :host([role-name='system']) .bubble {
    background: none;
    padding: 0;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-faint);
    text-align: center;
  }
  :host([role-name='system']) time {
    display: none;
  }
  @media (prefers-reduced-motion: reduce) {
    time {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .bubble,
    .initial {
      border: 1px solid CanvasText;
    }
    :host([role-name='system']) .bubble {
      border: 0;
    }
  }
`;
