import { css } from 'lit';

export const siteHistoryStyles = css`
  :host {
    display: block;
  }
  .intro {
    max-width: 62ch;
    margin-bottom: 16px;
    color: var(--parlour-ink-soft);
    text-wrap: pretty;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  li {
    display: grid;
    gap: 6px;
    padding: 16px 20px;
  }
  li + li {
    border-top: 1px solid var(--parlour-line-soft);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 10px;
  }
  .head desk-time-ago {
    margin-inline-start: auto;
  }
  .now {
    padding: 0 8px;
    border-radius: 999px;
    color: var(--parlour-passed);
    background: var(--parlour-passed-soft);
    font-size: var(--parlour-size-xs);
  }
  .quiet,
  summary,
  dt {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  summary {
    cursor: pointer;
  }
  dl {
    display: grid;
    gap: 10px;
    margin: 8px 0 0;
  }
  dt {
    overflow-wrap: anywhere;
  }
  dd {
    display: grid;
    gap: 2px;
    margin: 2px 0 0;
  }
  del,
  ins {
    padding: 2px 8px;
    border-radius: 4px;
    text-decoration: none;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  del {
    background: var(--parlour-issue-soft);
  }
  del::before {
    content: '− ';
  }
  ins {
    background: var(--parlour-passed-soft);
  }
  ins::before {
    content: '+ ';
  }
  @media (max-width: 699px) {
    li {
      padding-inline: 16px;
    }
  }
`;
