import { css } from 'lit';

export const headerStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 12px 20px;
    border-bottom: 1px solid var(--parlour-line-soft);
    background: var(--parlour-surface);
  }
  h1 {
    text-align: start;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .actions {
    display: flex;
    gap: 8px;
  }
  .details {
    display: none;
  }
  @container detail (max-width: 899px) {
    .details {
      display: block;
    }
  }
  @container detail (max-width: 640px) {
    .marks {
      order: 4;
      flex-basis: 100%;
    }
    /* The name needs the room: the words stay for those who listen. */
    .text {
      position: absolute;
      clip-path: inset(50%);
    }
    sl-button::part(base) {
      padding: 0 11px;
    }
    sl-button::part(label) {
      padding: 0;
      width: 0;
    }
  }
  @media print {
    .back,
    .actions {
      display: none !important;
    }
  }
  @media (max-width: 799px) {
    :host {
      padding: 8px 16px 10px;
    }
  }
`;
