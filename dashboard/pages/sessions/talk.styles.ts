import { css } from 'lit';

/** A conversation as staff read it: its words, and beside them what is known and decided. */
export const talkStyles = css`
  :host {
    display: block;
    min-height: 0;
    height: 100%;
  }
  /* It takes the focus when it is opened, so that reading goes on here; it is nothing to press. */
  article:focus-visible {
    outline: none;
  }
  article,
  .body {
    display: grid;
  }
  article {
    height: 100%;
  }
  .body {
    min-height: 0;
  }
  .talk {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
  }
  parlour-transcript {
    min-height: 0;
    /* The desk reads at its own density. */
    --parlour-size-m: var(--parlour-size-s);
    /* In a page full of words the visitor's own are a tint, not a signal. */
    --parlour-accent: color-mix(in srgb, var(--parlour-accent-ink) 17%, var(--parlour-surface));
    --parlour-on-accent: var(--parlour-ink);
  }
  parlour-transcript::part(scroller) {
    padding-inline: 20px;
  }
  aside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 28px;
    padding: 20px;
    border-inline-start: 1px solid var(--parlour-line-soft);
    background: var(--parlour-surface);
  }
`;
