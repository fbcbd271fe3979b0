import { css } from 'lit';

export const rowStyles = css`
  :host {
    position: relative;
    /* Rows out of sight cost no layout, however long the list has become. */
    content-visibility: auto;
    contain-intrinsic-size: auto 87px;
  }
  a {
    display: grid;
    grid-template-columns: 8px minmax(0, 1fr);
    column-gap: 11px;
    padding: 10px 16px 11px 11px;
  }
  .dot {
    width: 8px;
    height: 8px;
    margin-top: 7px;
    border-radius: 50%;
  }
  :host([unread]) .dot {
    background: var(--parlour-accent-ink);
  }
  .line {
    display: flex;
    align-items: baseline;
    gap: 8px;
    min-width: 0;
  }
  .name,
  .said,
  .page {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  .name {
    flex: 1;
    text-align: start;
  }
  :host([unread]) .name {
    font-weight: var(--parlour-weight-bold);
  }
  :host([unread]) .said {
    color: var(--parlour-ink);
  }
  .when {
    flex: none;
    font-size: var(--parlour-size-xs);
    color: var(--parlour-ink-faint);
    font-variant-numeric: tabular-nums;
  }
  .said {
    color: var(--parlour-ink-soft);
    text-align: start;
  }
  .hit {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    color: var(--parlour-ink-soft);
    unicode-bidi: plaintext;
    text-align: start;
  }
  .hit .where {
    color: var(--parlour-ink-faint);
  }
  mark {
    padding: 0 1px;
    border-radius: 3px;
    color: var(--parlour-ink);
    background: color-mix(in srgb, var(--parlour-waiting) 28%, transparent);
  }
  .labels {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    overflow: hidden;
  }
  /* The box stands where the dot is. */
  .pick {
    top: 2px;
    inset-inline-start: 0;
    width: 30px;
    height: 36px;
  }
  :host(:hover) .dot,
  :host(:focus-within) .dot,
  :host([picking]) .dot {
    visibility: hidden;
  }
  @media (hover: none) {
    /* A finger needs the box and the name apart. */
    :host([picking]) a {
      padding-inline-start: 19px;
    }
    :host(:hover:not([picking])) .pick,
    :host(:focus-within:not([picking])) .pick {
      opacity: 0;
    }
    :host(:hover:not([picking])) .dot,
    :host(:focus-within:not([picking])) .dot {
      visibility: visible;
    }
    .pick {
      width: 30px;
      height: 100%;
      align-items: start;
      padding-top: 10px;
    }
  }
  .said.typing {
    color: var(--parlour-accent-ink);
  }
  .marks {
    align-items: center;
    gap: 12px;
    margin-top: 3px;
    height: 20px;
    overflow: hidden;
    color: var(--parlour-ink-faint);
    font-size: var(--parlour-size-xs);
  }
  .channel {
    display: flex;
    flex: none;
  }
  .page {
    flex: 1;
    text-align: end;
    direction: ltr;
  }
`;
