import { css } from 'lit';

export const listHeaderStyles = css`
  :host {
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
  .find {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 8px;
  }
  sl-button::part(label) {
    display: grid;
    place-items: center;
    padding: 0 11px;
  }
  .on {
    position: absolute;
    top: -3px;
    inset-inline-end: -3px;
    width: 9px;
    height: 9px;
    border: 2px solid var(--parlour-surface);
    border-radius: 50%;
    box-sizing: content-box;
    background: var(--parlour-accent-ink);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  li {
    min-width: 0;
  }
  .chips button {
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
    padding: 3px 9px 3px 11px;
    font-size: var(--parlour-size-xs);
    line-height: 20px;
    color: var(--parlour-accent-ink);
    border-radius: var(--parlour-radius-pill);
    background: var(--desk-chosen);
  }
  .chips button:hover {
    text-decoration: line-through;
  }
  .chips span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  .chips sl-icon {
    flex: none;
    font-size: 10px;
  }
  @media (max-width: 799px) {
    sl-button {
      --sl-input-height-medium: 40px;
    }
    .chips button {
      padding-block: 6px;
    }
  }
`;
