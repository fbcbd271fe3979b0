import { css } from 'lit';
import { base as shared } from '../../web-components/base.styles.ts';

/** What every element of the dashboard starts from. */
export const base = [
  shared,
  css`
    ul {
      list-style: none;
    }
    h1,
    h2,
    h3 {
      line-height: 1.3;
    }
    /* A field needs a strong edge to be found, a button has its word. */
    sl-button:not([variant='primary'])::part(base) {
      border-color: var(--sl-color-neutral-300);
    }
  `,
];

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
