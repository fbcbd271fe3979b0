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
`;
