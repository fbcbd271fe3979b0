/**
 * A list and what is open of it; on a phone one at a time. The host is `open`, the list has the class `list`, what
 * stands beside it may have `detail`. A page of its own mind says how wide its list is by `--list`.
 */
import { css } from 'lit';

const both = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    height: 100%;
    min-height: 0;
  }
  .detail {
    min-width: 0;
    min-height: 0;
  }
  @media (max-width: 799px) {
    :host([open]) .list {
      display: none;
    }
  }
`;

/** The list has the whole page until something is open. */
export const listUntilOpen = [
  both,
  css`
    @media (min-width: 800px) {
      :host([open]) {
        grid-template-columns: var(--list, minmax(340px, 460px)) minmax(0, 1fr);
      }
      :host([open]) .list {
        border-inline-end: 1px solid var(--parlour-line-soft);
      }
    }
  `,
];

/** The place beside the list is there from the start. */
export const listBeside = [
  both,
  css`
    @media (min-width: 800px) {
      :host {
        grid-template-columns: var(--list, minmax(320px, 400px)) minmax(0, 1fr);
      }
      .list {
        border-inline-end: 1px solid var(--parlour-line-soft);
      }
    }
    @media (max-width: 799px) {
      :host(:not([open])) .detail {
        display: none;
      }
    }
  `,
];
