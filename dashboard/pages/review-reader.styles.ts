import { css } from 'lit';

export const reviewReaderStyles = css`
  :host {
    display: block;
    min-height: 0;
    height: 100%;
    container: reader / inline-size;
  }
  /* It takes the focus when it is opened, so that reading goes on here; it is nothing to press. */
  article:focus-visible {
    outline: none;
  }
  article {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100%;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px 16px;
    min-width: 0;
    padding: 12px 20px;
    border-bottom: 1px solid var(--parlour-line-soft);
    background: var(--parlour-surface);
  }
  .back {
    display: none;
    place-items: center;
    flex: none;
    width: 36px;
    height: 36px;
    margin-inline: -8px -8px;
    border-radius: var(--parlour-radius);
    color: inherit;
    font-size: 18px;
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  h1,
  .page {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
    /* Names of every script stand at the left, where the eye goes down. */
    text-align: left;
  }
  h1 {
    font-size: var(--parlour-size-m);
  }
  .page,
  .place {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .page a {
    color: inherit;
  }
  .place {
    flex: none;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .aside-link {
    display: grid;
    place-items: center;
    flex: none;
    width: 30px;
    height: 30px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-ink-soft);
    font-size: 16px;
  }
  .aside-link:hover {
    color: var(--parlour-ink);
    background: var(--desk-hover);
  }
  .why {
    display: grid;
    gap: 6px;
    padding: 10px 20px;
    border-bottom: 1px solid var(--parlour-line-soft);
    background: var(--parlour-surface);
  }
  .why li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
  }
  .why button,
  .why .text {
    padding: 0;
    text-align: start;
    color: var(--parlour-ink-soft);
    text-wrap: pretty;
  }
  .why button {
    text-decoration: underline;
    text-decoration-color: var(--parlour-ink-faint);
    text-underline-offset: 3px;
    border-radius: 3px;
  }
  .why button:hover {
    color: var(--parlour-ink);
  }
  .meanwhile {
    color: var(--parlour-ink);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    min-height: 0;
  }
  .talk {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    position: relative;
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
  @container reader (max-width: 799px) {
    .body {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    aside {
        max-height: 44dvh;
      padding: 14px 20px;
      border: 0;
      border-top: 1px solid var(--parlour-line-soft);
    }
    /* Beside the verdict there is only room for the talk. */
    desk-lead-panel {
      display: none;
    }
  }
  @media (max-width: 799px) {
    .back {
      display: grid;
    }
    header {
      padding-inline: 16px;
    }
    .why {
      padding-inline: 16px;
    }
    .aside-link {
      display: none;
    }
  }
`;
