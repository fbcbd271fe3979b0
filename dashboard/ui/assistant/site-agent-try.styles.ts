import { css } from 'lit';

/** A small chat beside its findings; under each other where there is no room. */
export const tryStyles = css`
  .room {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 220px;
    margin-top: 12px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
    overflow: hidden;
  }
  .talk {
    display: flex;
    flex-direction: column;
    min-height: 320px;
  }
  .lines {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 8px;
    max-height: 420px;
    overflow-y: auto;
    padding: 16px;
  }
  .line {
    max-width: 85%;
    padding: 8px 12px;
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-sunken);
    align-self: start;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .visitor {
    align-self: end;
    background: var(--desk-chosen);
  }
  .note {
    margin-top: -4px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    overflow-wrap: anywhere;
  }
  .fault {
    display: flex;
    gap: 8px;
    padding: 8px 12px;
    border: 1px solid var(--parlour-issue);
    border-radius: var(--parlour-radius);
    font-size: var(--parlour-size-xs);
    overflow-wrap: anywhere;
  }
  .fault sl-icon {
    flex: none;
    margin-top: 3px;
    color: var(--parlour-issue);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .choices button {
    padding: 4px 12px;
    border: 1px solid var(--parlour-line-strong);
    border-radius: var(--parlour-radius-pill);
    font-size: var(--parlour-size-xs);
  }
  .choices button:hover {
    background: var(--desk-hover);
  }
  form {
    display: flex;
    gap: 8px;
    padding: 10px;
    border-top: 1px solid var(--parlour-line-soft);
  }
  form input {
    flex: 1;
    min-width: 0;
  }
  aside {
    padding: 16px;
    border-inline-start: 1px solid var(--parlour-line-soft);
    background: var(--parlour-canvas);
    font-size: var(--parlour-size-xs);
  }
  dl {
    display: grid;
    gap: 8px;
    margin-top: 8px;
  }
  dt {
    color: var(--parlour-ink-soft);
  }
  dd {
    overflow-wrap: anywhere;
  }
  aside p {
    margin-top: 8px;
    color: var(--parlour-ink-soft);
  }
  @media (max-width: 799px) {
    .room {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      border-inline-start: 0;
      border-top: 1px solid var(--parlour-line-soft);
    }
  }
`;
