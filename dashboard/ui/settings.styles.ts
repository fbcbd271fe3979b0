import { css } from 'lit';

/** A section of the settings: a head with what one can do, then cards. */
export const settingsSection = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 12px 24px;
    margin-bottom: 20px;
  }
  .head h1 {
    font-size: var(--parlour-size-l);
  }
  .head p {
    margin-top: 4px;
  }
  .head p,
  .card > p,
  .card header p {
    color: var(--parlour-ink-soft);
    text-wrap: pretty;
    max-width: 62ch;
  }
  .card {
    display: grid;
    gap: 16px;
    padding: 20px;
    margin-bottom: 16px;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  h2 {
    font-size: var(--parlour-size-s);
    margin-bottom: 2px;
  }
  h2 + p {
    color: var(--parlour-ink-soft);
    text-wrap: pretty;
    max-width: 62ch;
  }
  /* A place for a message takes no room before there is one. */
  [role='alert']:empty {
    display: contents;
  }
  .rows {
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  .rows > li + li {
    border-top: 1px solid var(--parlour-line-soft);
  }
  .quiet {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .more {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 16px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .fields {
    display: grid;
    gap: 16px;
    max-width: 400px;
    justify-items: start;
  }
  .fields sl-input {
    width: 100%;
  }
  .problem {
    padding: 8px 12px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-issue);
    background: var(--parlour-issue-soft);
  }
  .hint {
    margin-top: -10px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .hint.good {
    color: var(--parlour-passed);
  }
  .hint.bad {
    color: var(--parlour-issue);
  }
`;

/** One of several parts of a page: its parts below each other, a failure in a line with the way to try again. */
export const settingsPart = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
    gap: 16px;
  }
  .problem {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
`;

/** Dialogs of the settings: a form in one column. */
export const settingsDialog = css`
  :host {
    display: contents;
  }
  sl-dialog {
    --width: 480px;
  }
  sl-dialog::part(title) {
    font-weight: var(--parlour-weight-bold);
  }
  sl-dialog::part(body) {
    padding-block: 0 8px;
  }
  form,
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  fieldset {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 6px;
  }
  label.choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 10px;
    align-items: baseline;
    padding: 6px 10px;
    margin-inline: -10px;
    border-radius: var(--parlour-radius);
    cursor: pointer;
  }
  label.choice:hover {
    background: var(--desk-hover);
  }
  label.choice input {
    accent-color: var(--parlour-accent);
    translate: 0 1px;
  }
  label.choice small {
    grid-column: 2;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
  .soft {
    color: var(--parlour-ink-soft);
    text-wrap: pretty;
  }
`;

/** A plain list to choose from, drawn like our other fields. */
export const selectField = css`
  .select {
    display: grid;
    gap: 4px;
  }
  select,
  input[type='date'] {
    height: var(--sl-input-height-medium);
    max-width: 100%;
    padding: 0 10px;
    font: inherit;
    color: inherit;
    color-scheme: inherit;
    background: var(--parlour-surface);
    border: 1px solid var(--sl-input-border-color);
    border-radius: var(--parlour-radius);
  }
  select:hover,
  input[type='date']:hover {
    border-color: var(--sl-input-border-color-hover);
  }
`;
