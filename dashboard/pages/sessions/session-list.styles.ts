import { css } from 'lit';

export const sessionListStyles = css`
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 56px;
    padding: 10px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
`;
