import { css } from 'lit';

/** What Monday said, the board and its group beside each other, and what stands in for columns that are on their way. */
export const mondayStyles = css`
  .said {
    display: flex;
    gap: 8px;
    align-items: baseline;
    overflow-wrap: anywhere;
  }
  .said sl-icon {
    flex: none;
    translate: 0 2px;
  }
  .said:empty {
    display: none;
  }
  .good sl-icon {
    color: var(--parlour-passed);
  }
  .bad sl-icon {
    color: var(--parlour-issue);
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
    gap: 24px;
  }
  desk-search-select {
    max-width: none;
  }
  .skeletons {
    display: grid;
    gap: 14px;
  }
  .skeletons sl-skeleton {
    height: 34px;
  }
`;
