import { css } from 'lit';

export const reviewReaderStyles = css`
  :host {
    container: reader / inline-size;
  }
  article {
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
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
  h1,
  .page {
    unicode-bidi: plaintext;
    /* Names of every script stand at the left, where the eye goes down. */
    text-align: left;
  }
  .place {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
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
    grid-template-columns: minmax(0, 1fr) 340px;
  }
  .talk {
    position: relative;
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
