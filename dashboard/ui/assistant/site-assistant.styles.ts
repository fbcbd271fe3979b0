import { css } from 'lit';

/** The cards of the kinds of assistants, and the parts under them. */
export const assistantStyles = css`
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 6px;
    font-weight: var(--parlour-weight-bold);
  }
  .kinds {
    display: grid;
    gap: 10px;
  }
  .kind {
    position: relative;
    display: flex;
    gap: 14px;
    padding: 14px 16px;
    border: 1px solid var(--parlour-line-strong);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
    font-weight: var(--parlour-weight);
    cursor: pointer;
  }
  .kind:hover {
    background: var(--desk-hover);
  }
  .kind:has(:checked) {
    border-color: var(--parlour-accent-ink);
    box-shadow: inset 0 0 0 1px var(--parlour-accent-ink);
  }
  .kind:has(:focus-visible) {
    outline: 2px solid var(--parlour-accent-ink);
    outline-offset: 2px;
  }
  .kind input[type='radio'] {
    flex: none;
    width: 16px;
    height: 16px;
    min-height: 0;
    margin: 3px 0 0;
    padding: 0;
    accent-color: var(--parlour-accent-ink);
    box-shadow: none;
  }
  section {
    padding-top: 24px;
    border-top: 1px solid var(--parlour-line-soft);
  }
  section h3 {
    font-size: var(--parlour-size-m);
    margin-bottom: 12px;
  }
  section h3 + * {
    margin-top: 0;
  }
`;
