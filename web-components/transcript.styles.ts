import { css } from 'lit';

export const transcriptStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    min-height: 0;
    font: var(--parlour-weight) var(--parlour-size-m) / var(--parlour-line) var(--parlour-font);
    color: var(--parlour-ink);
  }
  .scroller {
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    scrollbar-width: thin;
    scrollbar-color: var(--parlour-line-soft) transparent;
    padding: var(--parlour-space-1) var(--parlour-space-4) var(--parlour-space-4);
  }
  .scroller:focus-visible {
    outline: 2px solid var(--parlour-accent-ink);
    outline-offset: -2px;
  }
  .day {
    margin: var(--parlour-space-4) 0 var(--parlour-space-2);
    text-align: center;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-faint);
  }
  .pill {
    position: absolute;
    bottom: var(--parlour-space-3);
    inset-inline: 0;
    margin-inline: auto;
    width: fit-content;
    font: inherit;
    font-size: var(--parlour-size-s);
    padding: 6px 16px;
    color: var(--parlour-ink);
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-pill);
    box-shadow: var(--parlour-shadow-low);
    cursor: pointer;
  }
  .pill:hover {
    background: var(--parlour-sunken);
  }
  .pill:focus-visible {
    outline: 2px solid var(--parlour-accent-ink);
    outline-offset: 2px;
  }
  .dots {
    display: inline-flex;
    gap: 5px;
    align-items: center;
    margin-top: var(--parlour-space-3);
    padding: 0 16px;
    height: 42px;
    border-radius: var(--parlour-radius-bubble);
    border-end-start-radius: var(--parlour-radius);
    background: var(--parlour-sunken);
  }
  .dots i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--parlour-ink-faint);
    animation: wait 1.2s infinite;
  }
  .dots i + i {
    animation-delay: 0.15s;
  }
  .dots i + i + i {
    animation-delay: 0.3s;
  }
  @keyframes wait {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .dots {
      border: 1px solid CanvasText;
    }
    .dots i {
      background: CanvasText;
    }
  }
`;
