import { css } from 'lit';

export const exportDialogStyles = css`
  sl-dialog {
    --width: 460px;
  }
  sl-dialog::part(title) {
    font-weight: var(--parlour-weight-bold);
  }
  sl-dialog::part(body) {
    padding-block: 0 8px;
  }
  form {
    display: grid;
    gap: 20px;
  }
  .holds b {
    font-weight: var(--parlour-weight-bold);
    font-variant-numeric: tabular-nums;
  }
  .soft,
  .holds p + p {
    color: var(--parlour-ink-soft);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 10px;
  }
  .filters li {
    max-width: 100%;
    padding: 2px 10px;
    font-size: var(--parlour-size-xs);
    line-height: 20px;
    color: var(--parlour-ink-soft);
    overflow-wrap: anywhere;
    border-radius: var(--parlour-radius-pill);
    background: var(--parlour-sunken);
  }
  fieldset {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend,
  .label {
    padding: 0;
    margin-bottom: 8px;
    font-weight: var(--parlour-weight-bold);
  }
  .format {
    display: grid;
    grid-template-columns: auto 72px minmax(0, 1fr);
    align-items: center;
    gap: 10px;
    padding: 9px 12px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: 10px;
    cursor: pointer;
  }
  .format:hover {
    background: var(--desk-hover);
  }
  .format:has(:checked) {
    border-color: var(--parlour-accent-ink);
    background: var(--desk-chosen);
  }
  .format input {
    margin: 0;
    accent-color: var(--parlour-accent);
  }
  .format span {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  desk-search-select {
    max-width: none;
  }
  .progress {
    display: grid;
    gap: 8px;
    min-height: 44px;
  }
  .progress div {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    font-variant-numeric: tabular-nums;
  }
  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--parlour-sunken);
  }
  progress::-webkit-progress-bar {
    background: var(--parlour-sunken);
  }
  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--parlour-accent);
  }
  progress::-moz-progress-bar {
    background: var(--parlour-accent);
  }
  .problem {
    padding: 8px 12px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-issue);
    background: var(--parlour-issue-soft);
  }
  .good sl-icon {
    margin-inline-end: 6px;
    vertical-align: -2px;
    color: var(--parlour-passed);
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
`;
