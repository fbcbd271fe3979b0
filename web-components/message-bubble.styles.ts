import { css } from 'lit';

/** The transparent borders become visible where the system forces its own colours. */
export const messageStyles = css`
  :host {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    margin-top: 12px;
  }
  :host([continued]) {
    margin-top: 4px;
  }
  :host([own]) {
    flex-direction: row-reverse;
  }
  .body {
    display: grid;
    justify-items: start;
    max-width: 80%;
    min-width: 0;
  }
  :host([own]) .body {
    justify-items: end;
    text-align: end;
  }
  .bubble {
    max-width: 100%;
    box-sizing: border-box;
    padding: 8px 14px;
    border: 1px solid transparent;
    border-radius: 14px;
    border-end-start-radius: 4px;
    background: var(--parlour-sunken);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    text-align: start;
  }
  :host([own]) .bubble {
    border-end-start-radius: 14px;
    border-end-end-radius: 4px;
  }
  .visitor {
    background: var(--parlour-accent);
    color: var(--parlour-on-accent);
  }
  .staff {
    background: var(--parlour-surface);
    border-color: var(--parlour-line-soft);
  }
  :host([status]) .bubble {
    opacity: 0.85;
  }
  a,
  button {
    color: inherit;
    text-underline-offset: 2px;
  }
  .initial {
    flex: none;
    width: 28px;
    border-radius: 50%;
    background: var(--parlour-sunken);
    font-size: 13px;
    line-height: 28px;
    text-align: center;
  }
  :host([continued]) .initial {
    visibility: hidden;
  }
  time,
  .small,
  .system {
    font-size: 13px;
    color: var(--parlour-ink-soft);
  }
  time {
    line-height: 40px;
    white-space: nowrap;
    opacity: 0;
  }
  :host(:is(:hover, :focus-within, [shown])) time {
    opacity: 1;
  }
  .small {
    margin: 2px 4px 0;
  }
  .failed {
    color: var(--parlour-issue);
  }
  button {
    padding: 4px;
    border: 0;
    background: none;
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  .body:has(.system) {
    margin: 4px auto;
    max-width: 90%;
  }
  .system {
    padding: 0;
    background: none;
    text-align: center;
  }
  .body:has(.system) ~ time {
    display: none;
  }
`;
