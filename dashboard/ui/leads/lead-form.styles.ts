import { css } from 'lit';

/** A form that reads like a card: the edges of a field show when one comes near. */
export const leadFormStyles = css`
  :host {
    display: block;
  }
  h2 {
    font-size: var(--parlour-size-s);
    margin-bottom: 10px;
  }
  .fields {
    display: grid;
    gap: 2px;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(92px, 26%) minmax(0, 1fr);
    align-items: start;
    column-gap: 8px;
  }
  label {
    padding-top: 6px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    line-height: 22px;
    overflow-wrap: anywhere;
  }
  .control {
    display: flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
  }
  input,
  select {
    flex: 1;
    min-width: 0;
    height: 34px;
    padding: 0 9px;
    font: inherit;
    color: inherit;
    color-scheme: inherit;
    background: transparent;
    border: 1px solid transparent;
    border-radius: var(--parlour-radius);
    text-overflow: ellipsis;
  }
  select {
    padding-inline: 5px;
  }
  input::placeholder {
    color: var(--parlour-ink-faint);
  }
  .field:hover input,
  .field:hover select {
    border-color: var(--sl-color-neutral-300);
  }
  input:focus,
  select:focus {
    outline: 2px solid var(--parlour-accent-ink);
    outline-offset: -1px;
    background: var(--parlour-surface);
  }
  [aria-invalid] {
    border-color: var(--parlour-issue) !important;
  }
  .control a {
    display: grid;
    place-items: center;
    flex: none;
    width: 32px;
    height: 32px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-ink-soft);
  }
  .control a:hover {
    background: var(--desk-hover);
    color: var(--parlour-ink);
  }
  .field .problem {
    grid-column: 2;
    padding: 2px 0 6px 10px;
    color: var(--parlour-issue);
    font-size: var(--parlour-size-xs);
  }
  [role='alert'] .problem {
    margin-top: 10px;
    padding: 8px 12px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-issue);
    background: var(--parlour-issue-soft);
  }
  .stale {
    margin-top: 10px;
    color: var(--parlour-waiting);
    font-size: var(--parlour-size-xs);
  }
  .bar {
    display: flex;
    gap: 8px;
    margin-top: 12px;
  }
  @media (pointer: coarse) {
    input,
    select {
      height: 40px;
      font-size: var(--parlour-size-m);
      border-color: var(--parlour-line-soft);
    }
    label {
      padding-top: 9px;
    }
  }
`;
