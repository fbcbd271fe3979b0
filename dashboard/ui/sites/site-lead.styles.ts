import { css } from 'lit';

export const siteLeadStyles = css`
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
  }
  li + li {
    border-top: 1px solid var(--parlour-line-soft);
  }
  .row {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 4px 8px 4px 4px;
  }
  .summary {
    flex: 1;
    min-width: 0;
    display: grid;
    grid-template-columns: 24px 20px minmax(0, 1fr) auto;
    gap: 0 8px;
    align-items: center;
    padding: 9px 8px;
    text-align: start;
    border-radius: 10px;
  }
  .row:hover {
    background: var(--desk-hover);
  }
  li:first-child .row {
    border-radius: 13px 13px 0 0;
  }
  .chevron {
    grid-row: 1 / span 2;
    grid-column: 1;
    justify-self: center;
    font-size: 11px;
    color: var(--parlour-ink-faint);
    transition: rotate var(--parlour-quick);
  }
  [aria-expanded='true'] .chevron {
    rotate: 90deg;
  }
  .place {
    color: var(--parlour-ink-faint);
    font-size: var(--parlour-size-xs);
    font-variant-numeric: tabular-nums;
    grid-column: 2;
  }
  .name {
    font-weight: var(--parlour-weight-bold);
    overflow-wrap: anywhere;
  }
  .asks {
    grid-column: 3;
    color: var(--parlour-ink-soft);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .marks {
    grid-row: 1 / span 2;
    grid-column: 4;
    display: grid;
    grid-template-columns: auto 64px;
    gap: 12px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    white-space: nowrap;
  }
  .marks b {
    color: var(--parlour-ink);
  }
  .tools {
    flex: none;
    display: flex;
  }
  .tools sl-icon-button {
    font-size: 14px;
    color: var(--parlour-ink-soft);
  }
  .details {
    display: grid;
    gap: 20px;
    padding: 8px 24px 24px 72px;
  }
  .faulty .name {
    color: var(--parlour-issue);
  }
  .warning {
    display: flex;
    gap: 10px;
    padding: 12px 16px;
    margin-bottom: 16px;
    border-radius: var(--parlour-radius-bubble);
    color: var(--parlour-waiting);
    background: var(--parlour-waiting-soft);
  }
  .warning sl-icon {
    flex: none;
    margin-top: 3px;
  }
  .warning .link {
    color: inherit;
    font-weight: var(--parlour-weight-bold);
  }
  .empty {
    padding: 24px;
    text-align: center;
    color: var(--parlour-ink-soft);
    border: 1px dashed var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-top: 16px;
  }
  sl-menu {
    box-shadow: var(--parlour-shadow-low);
  }
  @media (max-width: 799px) {
    .details {
      padding-inline: 16px;
    }
    .row {
      flex-wrap: wrap;
    }
    .summary {
      flex-basis: 100%;
      grid-template-columns: 20px 14px minmax(0, 1fr);
    }
    .chevron {
      grid-row: 1 / span 3;
    }
    .marks {
      grid-area: auto;
      grid-column: 3;
      grid-template-columns: auto auto;
      justify-content: start;
    }
    /* There is no room beside the words: the tools come with the form. */
    .tools {
      display: none;
      margin-inline-start: auto;
      font-size: 18px;
    }
    [aria-expanded='true'] + .tools {
      display: flex;
    }
  }
`;
