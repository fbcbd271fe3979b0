/** The head of a list: its name, what can be done with all of it, and what narrows it. */
import { css } from 'lit';

export const listHead = css`
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
`;

/** Small fields in a line, marked while they narrow, and the way to clear them. For what `list-filters.ts` draws. */
export const filterFields = css`
  select,
  input {
    height: 30px;
    max-width: 190px;
    padding: 0 8px;
    font: inherit;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-soft);
    color-scheme: inherit;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius);
  }
  select:hover,
  input:hover {
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
  @media (pointer: coarse) {
    select,
    input {
      height: 38px;
    }
  }
`;
