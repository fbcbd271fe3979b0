import { css } from 'lit';

export const leadPageStyles = css`
  :host {
    display: block;
    min-height: 0;
    height: 100%;
    container: lead / inline-size;
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
  .who {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
    min-width: 0;
  }
  h1 {
    font-size: var(--parlour-size-l);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
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
    grid-template-columns: minmax(0, 1fr) 300px;
    gap: 16px;
    max-width: 1080px;
    padding: 20px;
  }
  .main,
  aside {
    display: grid;
    gap: 16px;
    align-content: start;
    min-width: 0;
  }
  section {
    padding: 16px 18px;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  .judge {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 10px 20px;
    padding: 12px 18px;
  }
  .owner {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .owner select {
    height: 32px;
    min-width: 0;
    max-width: 200px;
    padding: 0 8px;
    font: inherit;
    font-size: var(--parlour-size-s);
    color: var(--parlour-ink);
    color-scheme: inherit;
    background: var(--parlour-surface);
    border: 1px solid var(--sl-color-neutral-300);
    border-radius: var(--parlour-radius);
  }
  .why h2 {
    font-size: var(--parlour-size-s);
    margin-bottom: 10px;
  }
  .why p {
    color: var(--parlour-ink-soft);
  }
  .why dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 5px 12px;
  }
  .why dt {
    color: var(--parlour-ink-soft);
  }
  .why dd {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  @container lead (max-width: 759px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
      padding: 16px;
    }
  }
  @container lead (max-width: 479px) {
    header {
      padding: 10px 16px;
    }
    header .text {
      display: none;
    }
    header sl-icon {
      margin-inline-start: 6px;
    }
  }
`;
