import { css } from 'lit';

export const leadPageStyles = css`
  :host {
    container: lead / inline-size;
  }
  .who {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
    min-width: 0;
  }
  h1 {
    font-size: var(--parlour-size-l);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  .body {
    grid-template-columns: minmax(0, 1fr) 300px;
    max-width: 1080px;
  }
  .main,
  aside {
    display: grid;
    gap: 16px;
    align-content: start;
    min-width: 0;
  }
  .judge {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 10px 20px;
    padding: 12px 18px;
  }
  .owner {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .owner select {
    height: 32px;
    min-width: 0;
    max-width: 200px;
    padding: 0 8px;
    font: inherit;
    font-size: var(--parlour-size-s);
    color: var(--parlour-ink);
    color-scheme: inherit;
    background: var(--parlour-surface);
    border: 1px solid var(--sl-color-neutral-300);
    border-radius: var(--parlour-radius);
  }
  .why h2 {
    font-size: var(--parlour-size-s);
    margin-bottom: 10px;
  }
  .why p {
    color: var(--parlour-ink-soft);
  }
  .why dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 5px 12px;
  }
  .why dt {
    color: var(--parlour-ink-soft);
  }
  .why dd {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  @container lead (max-width: 759px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
      padding: 16px;
    }
  }
  @container lead (max-width: 479px) {
    header {
      padding: 10px 16px;
    }
    /* The name needs the room: the words stay for those who listen. */
    header .text {
      position: absolute;
      clip-path: inset(50%);
    }
    header sl-button::part(base) {
      padding: 0 11px;
    }
    header sl-button::part(label) {
      padding: 0;
      width: 0;
    }
  }
`;
