import { css } from 'lit';

/** The card of a chart. Whoever shows it may set `--parlour-plot-height` and `--parlour-hover`. */
export const chartStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 12px;
    min-width: 0;
    padding: 16px 18px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: 2px 12px;
  }
  h2 {
    line-height: 28px;
    font-size: var(--parlour-size-m);
  }
  .head p {
    grid-column: 1 / -1;
    color: var(--parlour-ink-soft);
    text-wrap: pretty;
  }
  .does {
    display: flex;
    gap: 2px;
  }
  .does button {
    display: flex;
    align-items: center;
    gap: 4px;
    min-width: 30px;
    height: 28px;
    padding: 0 8px;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-soft);
    border-radius: var(--parlour-radius);
  }
  .does button:hover {
    background: var(--parlour-hover, var(--parlour-sunken));
    color: var(--parlour-ink);
  }
  .plot {
    position: relative;
    height: var(--parlour-plot-height, 240px);
    min-width: 0;
  }
  .rows {
    max-height: 280px;
    overflow: auto;
    scrollbar-width: thin;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 5px 8px;
    text-align: end;
    border-bottom: 1px solid var(--parlour-line-soft);
  }
  th {
    font-weight: var(--parlour-weight-bold);
  }
  tr > :first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  tbody th {
    font-weight: var(--parlour-weight);
  }
  .note {
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-faint);
  }
  @media (pointer: coarse) {
    .does button {
      height: 40px;
    }
  }
`;
