import { css } from 'lit';

/** What every element of the dashboard starts from. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  h1,
  h2,
  h3 {
    font-weight: var(--parlour-weight-bold);
    line-height: 1.3;
  }
  a {
    color: var(--parlour-accent-ink);
    text-underline-offset: 2px;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--parlour-accent-ink);
    outline-offset: 2px;
  }
  /* A field needs a strong edge to be found, a button has its word. */
  sl-button:not([variant='primary'])::part(base) {
    border-color: var(--sl-color-neutral-300);
  }
  [hidden] {
    display: none !important;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** A thin bar that is there when one scrolls, in both themes. */
export const quietScroll = css`
  .scroll {
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--parlour-line-soft) transparent;
  }
`;

/** Shows itself after a blink only: what loads faster than that needs no skeleton, and one would flash. */
export const late = css`
  :host {
    display: block;
    animation: late 120ms step-end;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
`;
