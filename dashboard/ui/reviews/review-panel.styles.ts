import { css } from 'lit';

/** One verdict after the other, the newest as the state of things, older ones as a quiet line of events. */
export const reviewPanelStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 8px;
    margin-bottom: 10px;
  }
  h2 {
    margin: 0;
  }
  .state:focus-visible {
    border-radius: var(--parlour-radius);
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    overflow-wrap: anywhere;
  }
  .now {
    display: grid;
    justify-items: start;
    gap: 6px;
  }
  .facts {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    overflow-wrap: anywhere;
  }
  .text {
    max-width: 100%;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .feedback {
    justify-self: stretch;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--parlour-line-soft);
  }
  .feedback .quiet {
    display: block;
  }
  .moves {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 12px;
  }
  .moves sl-icon {
    font-size: 14px;
  }
  .moves sl-icon.passed {
    color: var(--parlour-passed);
  }
  .moves sl-icon.issue {
    color: var(--parlour-issue);
  }
  .moves sl-icon.fixed {
    color: var(--parlour-fixed);
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
  @media (max-width: 799px), (pointer: coarse) {
    kbd {
      display: none;
    }
  }
  .less {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-top: 8px;
  }
  desk-review-form {
    margin-top: 12px;
  }
  .conflict {
    display: grid;
    justify-items: start;
    gap: 6px;
    margin-top: 12px;
    padding: 12px;
    border-radius: var(--parlour-radius);
    background: var(--parlour-waiting-soft);
  }
  .conflict strong {
    font-weight: var(--parlour-weight-bold);
  }
  .conflict .moves {
    margin-top: 4px;
  }
  .history {
    margin-top: 16px;
  }
  h3 {
    margin-bottom: 4px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .history li {
    position: relative;
    display: grid;
    justify-items: start;
    gap: 2px;
    padding: 5px 0 5px 18px;
    font-size: var(--parlour-size-xs);
  }
  .history li::before {
    content: '';
    position: absolute;
    inset-inline-start: 3px;
    top: 12px;
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--parlour-line-strong);
  }
  .history li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: 5.5px;
    top: 21px;
    bottom: -10px;
    width: 1px;
    background: var(--parlour-line-soft);
  }
  desk-time-ago {
    color: var(--parlour-ink-faint);
    font-size: var(--parlour-size-xs);
    white-space: nowrap;
  }
`;
