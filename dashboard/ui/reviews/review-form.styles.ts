import { css } from 'lit';

export const reviewFormStyles = css`
  form {
    display: grid;
    gap: 12px;
    padding: 12px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius);
    background: var(--parlour-canvas);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  label,
  .label {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  select {
    width: 100%;
    min-width: 0;
    height: 36px;
    padding: 0 6px;
    font: inherit;
    color: inherit;
    color-scheme: inherit;
    border: 1px solid var(--sl-color-neutral-300);
    border-radius: var(--parlour-radius);
    background: var(--parlour-surface);
    text-overflow: ellipsis;
  }
  select:focus-visible {
    outline-offset: -1px;
  }
  /* The browser's own arrow of suggestions is a black triangle. */
  input::-webkit-calendar-picker-indicator {
    opacity: 0.45;
    scale: 0.8;
  }
  .problem {
    padding: 8px 10px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-issue);
    background: var(--parlour-issue-soft);
  }
  /* There from the start, so that what appears in it is told; without words it takes no place. */
  [role='alert']:empty {
    margin-top: -12px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  @media (max-width: 799px) {
    select {
      font-size: var(--parlour-size-m);
    }
  }
  @media (pointer: coarse) {
    .hint {
      display: none;
    }
  }
`;
