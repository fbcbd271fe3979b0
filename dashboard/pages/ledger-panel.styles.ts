import { css } from 'lit';

/** One delivery or one error, beside its list: a head with what can be done, and parts below each other. */
export const ledgerPanel = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    height: 100%;
    container: panel / inline-size;
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
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
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
  .title {
    flex: 1 1 200px;
    min-width: 0;
  }
  h1 {
    font-size: var(--parlour-size-m);
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .body {
    display: grid;
    gap: 16px;
    max-width: 820px;
    padding: 20px;
  }
  section {
    padding: 16px 18px;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  h2 {
    font-size: var(--parlour-size-s);
    margin-bottom: 8px;
  }
  desk-facts {
    max-width: 560px;
  }
  .quiet {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .problem {
    color: var(--parlour-issue);
  }
  .says {
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .rows > li {
    padding: 10px 0;
    border-top: 1px solid var(--parlour-line-soft);
  }
  .rows > li:first-child {
    border-top: 0;
    padding-top: 2px;
  }
  .rows > li:last-child {
    padding-bottom: 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 14px;
  }
  .grow {
    flex: 1;
  }
  pre {
    max-height: 260px;
    overflow: auto;
    margin: 6px 0 0;
    padding: 10px 12px;
    border-radius: var(--parlour-radius);
    background: var(--parlour-sunken);
    font: 13px / 1.55 ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    scrollbar-width: thin;
  }
  summary {
    width: fit-content;
    cursor: pointer;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-accent-ink);
  }
  @container panel (max-width: 559px) {
    header {
      padding: 10px 16px;
    }
    .body {
      padding: 16px;
    }
    .deeds {
      flex: 1 0 100%;
    }
  }
`;
