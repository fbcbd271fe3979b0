import { css } from 'lit';

export const rowStyles = css`
  :host {
    display: block;
    /* Rows out of sight cost no layout, however long the list has become. */
    content-visibility: auto;
    contain-intrinsic-size: auto 87px;
  }
  a {
    display: grid;
    grid-template-columns: 8px minmax(0, 1fr);
    column-gap: 10px;
    padding: 10px 16px 11px 12px;
    color: inherit;
    text-decoration: none;
    border-bottom: 1px solid var(--parlour-line-soft);
  }
  a:hover {
    background: var(--desk-hover);
  }
  :host([current]) a {
    background: var(--desk-chosen);
  }
  a:focus-visible {
    outline-offset: -2px;
    border-radius: var(--parlour-radius);
  }
  .dot {
    width: 8px;
    height: 8px;
    margin-top: 7px;
    border-radius: 50%;
  }
  :host([unread]) .dot {
    background: var(--parlour-accent-ink);
  }
  .line {
    display: flex;
    align-items: baseline;
    gap: 8px;
    min-width: 0;
  }
  .name,
  .said,
  .page {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  .name {
    flex: 1;
    text-align: start;
  }
  :host([unread]) .name {
    font-weight: var(--parlour-weight-bold);
  }
  :host([unread]) .said {
    color: var(--parlour-ink);
  }
  .when {
    flex: none;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-faint);
    font-variant-numeric: tabular-nums;
  }
  .said {
    color: var(--parlour-ink-soft);
    text-align: start;
  }
  .marks {
    align-items: center;
    gap: 12px;
    margin-top: 3px;
    height: 20px;
    overflow: hidden;
    color: var(--parlour-ink-faint);
    font-size: var(--parlour-size-xs);
  }
  .channel {
    display: flex;
    flex: none;
  }
  .page {
    flex: 1;
    text-align: end;
    direction: ltr;
  }
`;
