/** What the lists of deliveries and of errors share: a head with filters, and rows. */
import { css } from 'lit';
import { linkRow, listColumn } from './list.styles.ts';
import { filterFields, listHead } from './list-head.styles.ts';
import { listEndStyles } from './list-states.ts';

export const ledgerList = [
  listColumn,
  listEndStyles,
  css`
    :host {
      min-width: 0;
      container: ledger / inline-size;
    }
  `,
];

export const ledgerHead = [
  listHead,
  filterFields,
  css`
  .hint {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    text-wrap: pretty;
  }
  select {
    min-width: 0;
    text-overflow: ellipsis;
  }
  @container ledger (max-width: 599px) {
    :host {
      padding: 14px 16px 12px;
    }
    .hint {
      display: none;
    }
    /* Two in a line: three would cut their words. */
    select {
      flex: 1 1 40%;
      max-width: none;
    }
  }
`,
];

/** A row: an icon at the left, words in the middle, time and state at the right. */
export const ledgerRow = [
  linkRow,
  css`
  :host {
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
`,
];
