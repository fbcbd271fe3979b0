import { css } from 'lit';

export const outcomeStyles = css`
  .outcome {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
    color: var(--parlour-ink);
    font-size: var(--parlour-size-xs);
    font-weight: var(--parlour-weight-bold);
  }
  .outcome.same {
    color: var(--parlour-passed);
  }
  .outcome.fault {
    color: var(--parlour-issue);
  }
  progress {
    appearance: none;
    width: 160px;
    height: 6px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--parlour-sunken);
  }
  progress::-webkit-progress-bar {
    background: var(--parlour-sunken);
  }
  progress::-webkit-progress-value {
    background: var(--parlour-accent-ink);
    transition: inline-size 200ms;
  }
  progress::-moz-progress-bar {
    background: var(--parlour-accent-ink);
  }
`;
