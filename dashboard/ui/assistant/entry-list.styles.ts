import { css } from 'lit';

/** A framed list of what the assistant knows; a press on an entry opens it in its place. */
export const entryList = css`
  ul {
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
    overflow: clip;
  }
  li + li {
    border-top: 1px solid var(--parlour-line-soft);
  }
  .entry {
    display: block;
    width: 100%;
    padding: 12px 16px;
    text-align: start;
  }
  .entry:hover {
    background: var(--desk-hover);
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
`;
