import { css } from 'lit';

export const replyBoxStyles = css`
  :host {
    display: block;
    padding: 0 20px 16px;
    padding-bottom: max(16px, env(safe-area-inset-bottom));
  }
  .box {
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding: 8px 8px 8px 14px;
  }
  .who {
    flex: 1 1 190px;
    display: flex;
    align-items: center;
    gap: 10px;
    min-width: 0;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .who > sl-icon {
    flex: none;
    font-size: 15px;
  }
  .says {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  desk-waiting-mark {
    margin-inline-start: 4px;
  }
  .does {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  kbd {
    margin-inline-start: 6px;
    padding: 0 5px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: 4px;
    color: var(--parlour-ink-soft);
    font: inherit;
    font-size: 12px;
    line-height: 16px;
  }
  .box:has(textarea:focus-visible) {
    border-color: var(--parlour-accent-ink);
    box-shadow: 0 0 0 1px var(--parlour-accent-ink);
  }
  .box:has(textarea) {
    border-color: var(--parlour-line-strong);
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 46px;
    max-height: 200px;
    padding: 12px 14px 6px;
    border: 0;
    resize: none;
    background: none;
    color: inherit;
    font: inherit;
    field-sizing: content;
  }
  /* The whole box shows the focus. */
  textarea:focus-visible {
    outline: none;
  }
  textarea::placeholder {
    color: var(--parlour-ink-faint);
    opacity: 1;
  }
  .problem {
    padding: 8px 14px 0;
    color: var(--parlour-issue);
    font-size: var(--parlour-size-xs);
  }
  .mind {
    display: flex;
    gap: 10px;
    padding: 0 14px 10px;
    color: var(--parlour-waiting);
    font-size: var(--parlour-size-xs);
  }
  .mind > sl-icon {
    flex: none;
    margin-top: 2px;
    font-size: 15px;
  }
  .bar + .problem {
    padding: 0 14px 10px;
  }
  @media (max-width: 799px) {
    :host {
      padding-inline: 12px;
      padding-bottom: max(12px, env(safe-area-inset-bottom));
    }
    textarea {
      /* Below 16 px a phone zooms in at the first touch. */
      font-size: 16px;
    }
    kbd {
      display: none;
    }
    .does {
      flex: 1;
      justify-content: space-between;
    }
  }
`;
