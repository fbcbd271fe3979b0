import { css } from 'lit';

export const replayTurnsStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 24px;
  }
  li {
    display: grid;
    gap: 8px;
  }
  p {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  p + p {
    margin-top: 8px;
  }
  .said {
    justify-self: start;
    max-width: 60ch;
    padding: 8px 14px;
    border-radius: var(--parlour-radius-bubble);
    background: color-mix(in srgb, var(--parlour-accent-ink) 17%, var(--parlour-surface));
  }
  .both {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  .answer {
    padding: 12px 14px;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  h3,
  .quiet {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  h3 {
    margin-bottom: 4px;
  }
  .good {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-top: 8px;
    color: var(--parlour-passed);
  }
  del,
  ins {
    text-decoration: none;
    border-radius: 3px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  del {
    background: var(--parlour-issue-soft);
    text-decoration: line-through;
    text-decoration-color: var(--parlour-issue);
  }
  ins {
    background: var(--parlour-passed-soft);
    box-shadow: inset 0 -2px 0 var(--parlour-passed);
  }
  .fault {
    border-color: var(--parlour-issue);
    background: var(--parlour-issue-soft);
  }
  .fault h3,
  .fault .quiet {
    color: var(--parlour-ink);
  }
  section {
    margin-top: 32px;
  }
  h2 {
    font-size: var(--parlour-size-s);
    margin-bottom: 8px;
  }
  .none {
    margin-top: 24px;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    overflow: hidden;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  th,
  td {
    padding: 8px 14px;
    text-align: start;
    vertical-align: top;
    font-weight: normal;
    overflow-wrap: anywhere;
  }
  tbody :is(th, td) {
    border-top: 1px solid var(--parlour-line-soft);
  }
  th {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .differs td:last-child {
    background: var(--parlour-passed-soft);
  }
  .differs td:nth-child(2) {
    background: var(--parlour-issue-soft);
  }
  @container (max-width: 559px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
    th,
    td {
      padding-inline: 8px;
    }
  }
`;
