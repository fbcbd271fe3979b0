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
  .back {
    display: none;
    place-items: center;
    width: 36px;
    height: 36px;
    margin-inline: -8px -8px;
    border-radius: var(--parlour-radius);
    color: inherit;
    font-size: 18px;
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  h1 {
    font-size: var(--parlour-size-m);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .page {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .page a {
    color: inherit;
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
  }
  @container detail (max-width: 480px) {
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
    .back {
      display: grid;
    }
  }
`;
