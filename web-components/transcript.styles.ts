import { css } from 'lit';

/** The transparent borders become visible where the system forces its own colours. */
export const transcriptStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    min-height: 0;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    padding: 0 16px 16px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    scrollbar-width: thin;
  }
  :focus-visible {
    outline: 2px solid;
    outline-offset: -2px;
  }
  .day {
    margin-top: 16px;
    font-size: 13px;
    text-align: center;
    color: var(--parlour-ink-soft);
  }
  .pill {
    position: absolute;
    bottom: 12px;
    align-self: center;
    padding: 8px 16px;
    font: inherit;
    font-size: 14px;
    color: inherit;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: 99px;
    box-shadow: var(--parlour-shadow);
    cursor: pointer;
  }
  .dots {
    display: inline-flex;
    gap: 5px;
    margin-top: 12px;
    padding: 16px;
    border: 1px solid transparent;
    border-radius: 14px;
    border-end-start-radius: 4px;
    background: var(--parlour-sunken);
  }
  i {
    border: 4px solid var(--parlour-ink-soft);
    border-radius: 50%;
    opacity: 0.4;
  }
  @media (prefers-reduced-motion: no-preference) {
    i {
      animation: 1.2s wait infinite;
    }
    i + i {
      animation-delay: 0.15s;
    }
    i + i + i {
      animation-delay: 0.3s;
    }
  }
  @keyframes wait {
    30% {
      opacity: 1;
    }
    60% {
      opacity: 0.4;
    }
  }
`;
