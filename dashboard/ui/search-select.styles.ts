import { css } from 'lit';

export const searchSelectStyles = css`
  :host {
    display: block;
    position: relative;
    max-width: 380px;
  }
  sl-icon {
    position: absolute;
    inset-inline-end: 12px;
    top: 12px;
    font-size: 12px;
    color: var(--parlour-ink-soft);
    pointer-events: none;
  }
  input {
    padding-inline-end: 32px !important;
  }
  [role='listbox'] {
    position: absolute;
    z-index: 3;
    inset-inline: 0;
    top: calc(100% + 4px);
    max-height: 280px;
    overflow: auto;
    padding: 4px;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: 10px;
    box-shadow: var(--parlour-shadow);
    scrollbar-width: thin;
  }
  [role='option'],
  .none {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 6px 10px;
    border-radius: var(--parlour-radius);
    cursor: pointer;
  }
  .none {
    color: var(--parlour-ink-soft);
    cursor: default;
  }
  [role='option'].at {
    background: var(--parlour-sunken);
  }
  [aria-selected='true'] {
    color: var(--parlour-accent-ink);
    font-weight: var(--parlour-weight-bold);
  }
  small {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    font-weight: var(--parlour-weight);
    white-space: nowrap;
  }
`;
