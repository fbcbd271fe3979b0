import { css } from 'lit';

/** The parts beside a transcript: a heading, small texts, quiet buttons. */
export const side = css`
  :host {
    display: block;
  }
  h2 {
    font-size: var(--parlour-size-s);
    margin-bottom: 10px;
  }
  .quiet {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .icon-button {
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-ink-soft);
    font-size: 13px;
  }
  .icon-button:hover {
    background: var(--desk-hover);
    color: var(--parlour-ink);
  }
  .text-button {
    padding: 2px 0;
    color: var(--parlour-accent-ink);
    font-size: var(--parlour-size-xs);
  }
  .text-button:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  input,
  textarea {
    width: 100%;
    padding: 7px 10px;
    font: inherit;
    color: inherit;
    border: 1px solid var(--sl-color-neutral-300);
    border-radius: var(--parlour-radius);
    background: var(--parlour-surface);
  }
  textarea {
    display: block;
    min-height: 64px;
    resize: vertical;
  }
  input:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
  }
  @media (max-width: 799px) {
    /* Smaller text makes phones zoom into the field. */
    input,
    textarea {
      font-size: var(--parlour-size-m);
    }
    .icon-button {
      width: 36px;
      height: 36px;
    }
  }
  @media print {
    .no-print {
      display: none !important;
    }
  }
`;
