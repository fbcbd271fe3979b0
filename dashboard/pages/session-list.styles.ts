import { css } from 'lit';

export const sessionListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--parlour-surface);
  }
  .scroll {
    flex: 1;
    min-height: 0;
  }
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
