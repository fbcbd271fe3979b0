import { css } from 'lit';

/** One thing beside its list: a head with the way back and what can be done, and framed parts that scroll below it. */
export const panel = css`
  :host {
    display: block;
    min-height: 0;
    height: 100%;
  }
  article {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100%;
  }
  article:focus-visible {
    outline: none;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 20px;
    border-bottom: 1px solid var(--parlour-line-soft);
    background: var(--parlour-surface);
  }
  .back {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    margin-inline-start: -6px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-ink-soft);
    font-size: 18px;
  }
  .back:hover {
    background: var(--desk-hover);
    color: var(--parlour-ink);
  }
  .body {
    display: grid;
    gap: 16px;
    padding: 20px;
  }
  section {
    padding: 16px 18px;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
`;
