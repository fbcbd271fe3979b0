import { css } from 'lit';

export const integrationCardStyles = css`
  :host {
    display: block;
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
  }
  header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 4px 14px;
    align-items: start;
    padding: 16px 18px;
  }
  .mark {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 10px;
    font-size: 17px;
    color: var(--parlour-accent-ink);
    background: var(--parlour-sunken);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
  }
  h3 {
    font-size: var(--parlour-size-s);
  }
  .text {
    margin-top: 2px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    text-wrap: pretty;
  }
  .health {
    grid-column: 2 / -1;
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 2px 8px;
    margin-top: 6px;
    font-size: var(--parlour-size-xs);
  }
  .health div {
    display: contents;
  }
  .health dt {
    color: var(--parlour-ink-soft);
  }
  .health dd {
    margin: 0;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .counts {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    font-size: var(--parlour-size-xs);
  }
  .counts a {
    color: var(--parlour-accent-ink);
  }
  .off {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin: 0 18px 16px;
    padding: 10px 14px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-waiting);
    background: var(--parlour-waiting-soft);
  }
  .off p {
    flex: 1 1 240px;
  }
  .form {
    padding: 20px 18px 22px;
    border-top: 1px solid var(--parlour-line-soft);
  }
  @media (max-width: 799px) {
    header {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .toggle {
      grid-column: 2;
      justify-self: start;
      margin-top: 6px;
    }
  }
`;
