import { css } from 'lit';

export const filterPanelStyles = css`
  :host {
    display: block;
    width: min(440px, calc(100vw - 32px));
    max-height: min(720px, calc(100dvh - 140px));
    overflow: auto;
    padding: 6px 18px 14px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
    box-shadow: var(--parlour-shadow);
  }
  section {
    display: grid;
    grid-template-columns: 96px minmax(0, 1fr);
    gap: 4px 12px;
    padding: 11px 0;
    border-bottom: 1px solid var(--parlour-line-soft);
  }
  h2 {
    font-size: var(--parlour-size-xs);
    font-weight: var(--parlour-weight);
    line-height: 28px;
    color: var(--parlour-ink-soft);
  }
  select,
  input {
    width: 100%;
    height: 32px;
    padding: 0 8px;
    font: inherit;
    color: inherit;
    border: 1px solid var(--sl-color-neutral-300);
    border-radius: var(--parlour-radius);
    background: var(--parlour-surface);
    color-scheme: inherit;
  }
  .days {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
    margin-top: 8px;
  }
  .days label {
    display: grid;
    gap: 2px;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-soft);
  }
  p {
    line-height: 28px;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-soft);
  }
  footer {
    padding-top: 12px;
  }
  @media (max-width: 480px) {
    section {
      grid-template-columns: minmax(0, 1fr);
    }
    select,
    input {
      height: 40px;
    }
  }
`;
