import { css } from 'lit';

/** A way to somewhere: a square on a wide screen, with its word below on a phone. */
export const entryStyles = css`
  .entry {
    position: relative;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 10px;
    color: var(--parlour-ink-soft);
    font-size: 18px;
    text-decoration: none;
  }
  .entry:hover {
    background: var(--desk-hover);
    color: var(--parlour-ink);
  }
  .entry[aria-current] {
    background: var(--desk-chosen);
    color: var(--parlour-accent-ink);
  }
  .word {
    display: none;
  }
  .count {
    padding: 0 4px;
    border-radius: var(--parlour-radius-pill);
    color: var(--parlour-ink-soft);
    background: var(--parlour-sunken);
    font-size: 11px;
    line-height: 15px;
    font-variant-numeric: tabular-nums;
  }
  .entry .count {
    position: absolute;
    top: 1px;
    inset-inline-start: 22px;
  }
  @media (max-width: 799px) {
    .entry {
      grid-template-columns: minmax(0, 1fr);
      width: 100%;
      min-width: 44px;
      height: 48px;
      padding: 0 3px;
      align-content: center;
      gap: 1px;
    }
    .entry[aria-current] {
      background: none;
    }
    .entry .count {
      inset-inline-start: calc(50% + 5px);
    }
    .word {
      display: block;
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: 12px;
      line-height: 1.3;
    }
  }
`;

export const navRailStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    align-items: center;
    padding: 12px 0;
    border-inline-end: 1px solid var(--parlour-line-soft);
    background: var(--parlour-canvas);
  }
  desk-brand {
    margin-bottom: 20px;
  }
  nav,
  ul {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }
  nav {
    flex: 1;
    justify-content: space-between;
  }
  desk-user-menu {
    margin-top: 12px;
  }
  @media (max-width: 799px) {
    :host {
      flex-direction: row;
      padding: 4px 4px calc(4px + env(safe-area-inset-bottom));
      border: 0;
      border-top: 1px solid var(--parlour-line-soft);
      background: var(--parlour-surface);
    }
    desk-brand {
      display: none;
    }
    nav,
    ul {
      flex: 4 1 auto;
      flex-direction: row;
      gap: 0;
      min-width: 0;
    }
    li {
      flex: 1 1 auto;
      min-width: 0;
    }
    desk-user-menu {
      flex: 1 1 auto;
      margin: 0;
    }
  }
`;
