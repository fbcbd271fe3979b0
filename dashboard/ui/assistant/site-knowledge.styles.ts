import { css } from 'lit';

export const pagesStyles = css`
  .pages {
    display: grid;
    gap: 12px;
    border-radius: var(--parlour-radius-bubble);
  }
  .pages.dropping {
    outline: 2px dashed var(--parlour-accent);
    outline-offset: 10px;
  }
  @media (pointer: coarse) {
    .adding .hint {
      display: none;
    }
  }
  .adding {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .entry :is(b, span) {
    display: block;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .excerpt {
    max-height: 40px;
    overflow: hidden;
    color: var(--parlour-ink-soft);
  }
  .facts {
    margin-top: 4px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    font-variant-numeric: tabular-nums;
  }
  .form {
    display: grid;
    gap: 18px;
    padding: 16px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
  }
  li .form {
    border: 0;
  }
  .over {
    color: var(--parlour-issue);
  }
`;
