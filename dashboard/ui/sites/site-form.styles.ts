import { css } from 'lit';

/** Long forms of settings: one column, room to breathe, a line of help under each field. */
export const siteForm = css`
  :host {
    display: block;
  }
  .lead {
    color: var(--parlour-ink-soft);
    max-width: 62ch;
    margin-bottom: 24px;
    text-wrap: pretty;
  }
  h2 {
    font-size: var(--parlour-size-m);
    margin-bottom: 4px;
  }
  h3 {
    font-size: var(--parlour-size-s);
  }
  .fields {
    display: grid;
    gap: 24px;
  }
  .field {
    display: grid;
    gap: 6px;
    min-width: 0;
  }
  label,
  .label {
    font-weight: var(--parlour-weight-bold);
  }
  .hint {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    max-width: 64ch;
    text-wrap: pretty;
  }
  .hint.problem {
    color: var(--parlour-issue);
  }
  .hint.note {
    color: var(--parlour-waiting);
  }
  input:not([type='color'], [type='checkbox']),
  textarea,
  select {
    box-sizing: border-box;
    width: 100%;
    min-height: var(--sl-input-height-medium);
    padding: 7px 11px;
    font: inherit;
    line-height: 20px;
    color: var(--parlour-ink);
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-strong);
    border-radius: var(--parlour-radius);
    transition:
      border-color var(--parlour-quick),
      box-shadow var(--parlour-quick);
  }
  textarea {
    display: block;
    resize: vertical;
    field-sizing: content;
    min-height: 78px;
    max-height: 420px;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--parlour-ink-faint);
  }
  input:hover,
  textarea:hover,
  select:hover {
    border-color: var(--parlour-ink-soft);
  }
  :is(input, textarea, select):focus-visible {
    outline: none;
    border-color: var(--parlour-accent-ink);
    box-shadow: 0 0 0 3px var(--sl-input-focus-ring-color);
  }
  [aria-invalid='true'] {
    border-color: var(--parlour-issue) !important;
  }
  .short {
    width: 96px !important;
  }
  .middle {
    max-width: 320px;
  }
  .beside {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 10px;
  }
  .link {
    padding: 0;
    color: var(--parlour-accent-ink);
    text-decoration: underline;
    text-underline-offset: 2px;
    text-align: start;
  }
  code {
    font: 13px ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    overflow-wrap: anywhere;
  }
  sl-switch::part(label) {
    font-weight: var(--parlour-weight-bold);
  }
  @media (prefers-reduced-motion: reduce) {
    input,
    textarea,
    select {
      transition: none;
    }
  }
  @media (max-width: 799px) {
    /* Smaller letters make a phone zoom in on the field. */
    input:not([type='color'], [type='checkbox']),
    textarea,
    select {
      font-size: 16px;
    }
  }
`;
