import { css } from 'lit';

export const outboxMailStyles = css`
  :host {
    display: block;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 4px 16px;
    width: 100%;
    min-height: 60px;
    padding: 10px 16px 10px 20px;
    border-radius: var(--parlour-radius-bubble);
    text-align: start;
  }
  .row:hover {
    background: var(--desk-hover);
  }
  .what {
    display: grid;
    flex: 1 1 auto;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  b {
    font-weight: var(--parlour-weight-bold);
  }
  .quiet {
    flex: none;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .chevron {
    display: grid;
    color: var(--parlour-ink-soft);
    transition: rotate var(--parlour-quick);
  }
  :host([open]) .chevron {
    rotate: 180deg;
  }
  .mail {
    display: grid;
    gap: 12px;
    padding: 12px 20px 20px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .send {
    margin-inline-start: auto;
  }
  iframe,
  pre {
    width: 100%;
    height: min(540px, 72vh);
    margin: 0;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius);
    background: var(--parlour-canvas);
  }
  pre {
    height: auto;
    max-height: min(540px, 72vh);
    overflow: auto;
    padding: 16px;
    font-size: var(--parlour-size-xs);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .hidden-link {
    display: flex;
    gap: 8px;
    padding: 8px 12px;
    border-radius: var(--parlour-radius);
    background: var(--parlour-sunken);
    text-wrap: pretty;
  }
  .hidden-link sl-icon {
    flex: none;
    margin-top: 3px;
  }
  .problem {
    padding: 8px 12px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-issue);
    background: var(--parlour-issue-soft);
  }
  @media (max-width: 599px) {
    .row {
      flex-wrap: wrap;
      padding-inline: 16px 12px;
    }
    .what {
      flex-basis: calc(100% - 40px);
      order: 0;
    }
    .chevron {
      order: 0;
    }
    .row > .quiet,
    desk-mark {
      order: 1;
    }
    .mail {
      padding-inline: 12px;
    }
  }
`;
