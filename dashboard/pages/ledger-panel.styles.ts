import { css } from 'lit';

/** One delivery or one error, beside its list: a head with what can be done, and parts below each other. */
export const ledgerPanel = css`
  :host {
    min-width: 0;
    container: panel / inline-size;
  }
  header {
    flex-wrap: wrap;
    gap: 8px 12px;
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
    max-width: 820px;
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
