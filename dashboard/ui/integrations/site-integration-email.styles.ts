import { css } from 'lit';

export const emailStyles = css`
  .state {
    display: flex;
    gap: 10px;
    padding: 10px 14px;
    border-radius: var(--parlour-radius);
    background: var(--parlour-sunken);
    overflow-wrap: anywhere;
  }
  .state sl-icon {
    flex: none;
    margin-top: 3px;
  }
  .state.kept {
    background: var(--parlour-waiting-soft);
    color: var(--parlour-waiting);
  }
  .state a {
    color: inherit;
  }
  h4 {
    margin: 0 0 4px;
    font-size: inherit;
    font-weight: var(--parlour-weight-bold);
  }
  .marked {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .marked li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .marked span {
    overflow-wrap: anywhere;
  }
  .marked sl-button {
    margin-inline-start: auto;
  }
`;
