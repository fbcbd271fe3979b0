import { css } from 'lit';

export const figureListsStyles = css`
  :host {
    display: grid;
    gap: 12px;
    min-width: 0;
    padding: 16px 18px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .csv {
    display: flex;
    align-items: center;
    gap: 4px;
    height: 28px;
    padding: 0 8px;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-soft);
    border-radius: var(--parlour-radius);
  }
  .csv:hover {
    background: var(--desk-hover);
  }
  .rows {
    overflow-x: auto;
    scrollbar-width: thin;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 6px 8px;
    text-align: end;
    border-bottom: 1px solid var(--parlour-line-soft);
    white-space: nowrap;
  }
  tr > :first-child {
    padding-inline-start: 0;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
    min-width: 150px;
  }
  tbody th {
    font-weight: var(--parlour-weight);
  }
  thead button {
    padding: 2px 0;
    font-size: var(--parlour-size-xs);
    font-weight: var(--parlour-weight-bold);
    color: var(--parlour-ink-soft);
  }
  thead button:hover {
    color: var(--parlour-ink);
  }
  p {
    padding: 16px 0;
    color: var(--parlour-ink-soft);
  }
  /* A phone has no room for six columns: each row stands below the other, with the names beside its numbers. */
  @media (max-width: 799px) {
    .rows {
      overflow: visible;
    }
    table,
    thead,
    tbody {
      display: block;
    }
    th,
    td {
      padding: 0;
      border: 0;
      white-space: normal;
    }
    tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 2px 24px;
      padding: 10px 0;
      border-bottom: 1px solid var(--parlour-line-soft);
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 14px;
    }
    thead th:first-child {
      min-width: 0;
    }
    tbody th {
      grid-column: 1 / -1;
      font-weight: var(--parlour-weight-bold);
    }
    td {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 8px;
    }
    td::before {
      content: attr(data-name);
      min-width: 0;
      overflow-wrap: anywhere;
      text-align: start;
      font-size: var(--parlour-size-xs);
      color: var(--parlour-ink-soft);
    }
  }
`;
