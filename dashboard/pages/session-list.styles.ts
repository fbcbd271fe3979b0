import { css } from 'lit';

export const sessionListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--parlour-surface);
  }
  header {
    display: grid;
    gap: 10px;
    padding: 14px 16px 12px;
    border-bottom: 1px solid var(--parlour-line-soft);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  h1 {
    font-size: var(--parlour-size-l);
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
