import { css } from 'lit';

export const sessionNotesStyles = css`
  :host([empty]) {
    --none: none;
  }
  ul {
    display: grid;
    gap: 12px;
    margin-bottom: 12px;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 26px;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-soft);
  }
  .author {
    font-weight: var(--parlour-weight-bold);
    color: var(--parlour-ink);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tools {
    display: flex;
    margin-inline-start: auto;
  }
  .text {
    padding: 8px 11px;
    border-radius: var(--parlour-radius);
    background: var(--parlour-waiting-soft);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }
  form {
    display: grid;
    gap: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
`;
