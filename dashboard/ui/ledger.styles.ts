/** What the lists of deliveries and of errors share: a page with a list and a detail, a head with filters, rows. */
import { css } from 'lit';

/** List and detail side by side; on a phone one at a time. */
export const ledgerPage = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    height: 100%;
    min-height: 0;
  }
  :host([open]) {
    grid-template-columns: minmax(340px, 460px) minmax(0, 1fr);
  }
  :host([open]) .list {
    border-inline-end: 1px solid var(--parlour-line-soft);
  }
  @media (max-width: 799px) {
    :host([open]) {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([open]) .list {
      display: none;
    }
  }
`;

export const ledgerList = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--parlour-surface);
    container: ledger / inline-size;
  }
  .scroll {
    flex: 1;
    min-height: 0;
  }
  .more {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 14px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
`;

export const ledgerHead = css`
  :host {
    display: grid;
    gap: 10px;
    padding: 16px 24px 12px;
    border-bottom: 1px solid var(--parlour-line-soft);
  }
  .top,
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  h1 {
    flex: 1;
    font-size: var(--parlour-size-l);
  }
  .hint {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    text-wrap: pretty;
  }
  select {
    height: 30px;
    max-width: 190px;
    min-width: 0;
    text-overflow: ellipsis;
    padding: 0 8px;
    font: inherit;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-soft);
    color-scheme: inherit;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius);
  }
  select:hover {
    color: var(--parlour-ink);
    border-color: var(--sl-color-neutral-300);
  }
  .on {
    color: var(--parlour-accent-ink);
    border-color: var(--parlour-accent-ink);
    background: var(--desk-chosen);
  }
  .clear {
    padding: 4px 8px;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-accent-ink);
    border-radius: var(--parlour-radius);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  @container ledger (max-width: 599px) {
    :host {
      padding: 14px 16px 12px;
    }
    .hint {
      display: none;
    }
    select {
      flex: 1 1 110px;
    }
  }
  @media (pointer: coarse) {
    select {
      height: 38px;
    }
  }
`;

/** A row: an icon at the left, words in the middle, time and state at the right. */
export const ledgerRow = css`
  :host {
    display: block;
    position: relative;
    content-visibility: auto;
    contain-intrinsic-size: auto 66px;
  }
  a {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: start;
    padding: 11px 24px;
    color: inherit;
    text-decoration: none;
    border-bottom: 1px solid var(--parlour-line-soft);
  }
  a:hover {
    background: var(--desk-hover);
  }
  :host([current]) a,
  :host([picked]) a {
    background: var(--desk-chosen);
  }
  a:focus-visible {
    outline-offset: -2px;
    border-radius: var(--parlour-radius);
  }
  .way {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    margin-top: 3px;
    border-radius: 50%;
    color: var(--parlour-ink-soft);
    background: var(--parlour-sunken);
    font-size: 15px;
  }
  .says {
    overflow-wrap: anywhere;
    text-wrap: pretty;
    unicode-bidi: plaintext;
    /* Words of every script stand at the left, where the eye goes down. */
    text-align: left;
  }
  .about,
  .why {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    overflow-wrap: anywhere;
  }
  .right {
    display: grid;
    justify-items: end;
    gap: 2px;
  }
  .when {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    line-height: 21px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  @container ledger (max-width: 599px) {
    a {
      padding: 11px 16px;
    }
    .right .state {
      display: none;
    }
  }
  @container ledger (min-width: 600px) {
    .words .state {
      display: none;
    }
  }
`;
