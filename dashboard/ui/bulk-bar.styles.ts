import { css } from 'lit';

/** Above a list of which rows are selected: how many, a link to select more, and the way out. */
export const bulkBar = css`
  :host {
    border-bottom: 1px solid var(--parlour-line-soft);
    background: var(--desk-chosen);
  }
  strong {
    font-weight: var(--parlour-weight-bold);
    font-variant-numeric: tabular-nums;
  }
  .link {
    padding: 2px 0;
    color: var(--parlour-accent-ink);
    font-size: var(--parlour-size-xs);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .clear {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    margin-inline-start: auto;
    border-radius: var(--parlour-radius);
  }
  .clear:hover {
    background: var(--desk-hover);
  }
`;
