import { css } from 'lit';

/** Forms in the entrance card: one column, a message under what it is about. */
export const form = css`
  form {
    display: grid;
    gap: 16px;
  }
  sl-button {
    margin-top: 4px;
  }
  sl-button::part(base) {
    width: 100%;
  }
  sl-button[variant='text']::part(base) {
    border-color: transparent;
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
  .hint.problem-text {
    color: var(--parlour-issue);
  }
  .hint.good {
    color: var(--parlour-passed);
  }
`;
