import { css } from 'lit';

/** What the forms of integrations have beyond other settings: lists to tick, parts that fold away. */
export const integrationFormStyles = css`
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 4px;
    font-weight: var(--parlour-weight-bold);
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 10px;
    align-items: baseline;
    padding: 5px 10px;
    margin-inline: -10px;
    border-radius: var(--parlour-radius);
    font-weight: var(--parlour-weight);
    cursor: pointer;
  }
  .choice:hover {
    background: var(--desk-hover);
  }
  .choice input {
    accent-color: var(--parlour-accent-ink);
    translate: 0 1px;
  }
  .choice code {
    font-size: 12px;
    color: var(--parlour-ink-soft);
  }
  .choice small {
    grid-column: 2;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  summary {
    width: fit-content;
    color: var(--parlour-accent-ink);
    cursor: pointer;
  }
  details[open] > summary {
    margin-bottom: 14px;
  }
`;
