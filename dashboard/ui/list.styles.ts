/** What lists and their rows share. */
import { css } from 'lit';

/** A head above, rows that scroll below. */
export const listColumn = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--parlour-surface);
  }
  .scroll {
    flex: 1;
    min-height: 0;
  }
`;

/** A row is one link, marked while what it leads to is open. */
export const linkRow = css`
  :host {
    display: block;
  }
  a {
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
`;
