import { css } from 'lit';

export const held = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
    gap: 16px;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 360px) auto;
    justify-content: start;
    gap: 8px;
  }
  /* Beside the field, not beside its label. */
  form sl-button {
    margin-top: 24px;
  }
  [role='status'] {
    display: contents;
  }
  .done {
    padding: 8px 12px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-passed);
    background: var(--parlour-passed-soft);
  }
  .result {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding-top: 16px;
    border-top: 1px solid var(--parlour-line-soft);
  }
  h3 {
    font-size: var(--parlour-size-s);
    overflow-wrap: anywhere;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .counts li {
    padding: 2px 10px;
    border-radius: var(--parlour-radius-pill);
    background: var(--parlour-sunken);
    font-size: var(--parlour-size-xs);
    font-variant-numeric: tabular-nums;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-top: 4px;
  }
  @media (max-width: 499px) {
    form {
      grid-template-columns: minmax(0, 1fr);
    }
    form sl-button {
      margin-top: 0;
    }
    .deeds sl-button {
      flex: 1 1 100%;
    }
  }
`;
