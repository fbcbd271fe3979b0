import { css } from 'lit';

export const sessionLabelsStyles = css`
  ul {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  li {
    min-width: 0;
  }
  .chip {
    display: flex;
    align-items: center;
    max-width: 240px;
    padding-inline-start: 10px;
    font-size: var(--parlour-size-xs);
    line-height: 26px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-pill);
  }
  .chip .icon-button {
    flex: none;
    font-size: 9px;
  }
  .add {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 0 11px;
    font-size: var(--parlour-size-xs);
    line-height: 26px;
    color: var(--parlour-ink-soft);
    border: 1px dashed var(--sl-color-neutral-300);
    border-radius: var(--parlour-radius-pill);
  }
  .add:hover {
    color: var(--parlour-ink);
    background: var(--desk-hover);
  }
  .panel {
    width: 248px;
    padding: 8px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius);
    background: var(--parlour-surface);
    box-shadow: var(--parlour-shadow);
  }
  .found {
    display: grid;
    gap: 0;
    max-height: 240px;
    margin-top: 6px;
    overflow: auto;
  }
  .hint {
    padding: 4px 8px;
  }
  .manage {
    display: block;
    padding: 8px 8px 2px;
    margin-top: 6px;
    border-top: 1px solid var(--parlour-line-soft);
    font-size: var(--parlour-size-xs);
  }
  @media print {
    .chip {
      padding-inline-end: 10px;
    }
  }
  .found button {
    display: flex;
    width: 100%;
    padding: 6px 8px;
    border-radius: var(--parlour-radius);
    text-align: start;
  }
  .found button:hover,
  .found button:focus-visible {
    background: var(--desk-hover);
  }
`;
