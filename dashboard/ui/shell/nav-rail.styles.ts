import { css } from 'lit';

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
  a {
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
  a:hover {
    background: var(--desk-hover);
    color: var(--parlour-ink);
  }
  a[aria-current] {
    background: var(--desk-chosen);
    color: var(--parlour-accent-ink);
  }
  .word {
    display: none;
  }
  .count {
    position: absolute;
    top: 1px;
    inset-inline-start: 22px;
    padding: 0 4px;
    border-radius: var(--parlour-radius-pill);
    color: var(--parlour-ink-soft);
    background: var(--parlour-sunken);
    font-size: 11px;
    line-height: 15px;
    font-variant-numeric: tabular-nums;
  }
  desk-user-menu {
    margin-top: 12px;
  }
  @media (max-width: 799px) {
    :host {
      flex-direction: row;
      justify-content: space-around;
      padding: 4px 8px calc(4px + env(safe-area-inset-bottom));
      border: 0;
      border-top: 1px solid var(--parlour-line-soft);
      background: var(--parlour-surface);
    }
    desk-brand {
      display: none;
    }
    nav,
    ul {
      flex-direction: row;
      justify-content: space-around;
    }
    /* More entries than a phone is wide can be swiped. */
    nav {
      min-width: 0;
      padding-inline-end: 14px;
      overflow-x: auto;
      scrollbar-width: none;
      scroll-padding-inline-end: 22px;
      mask-image: linear-gradient(to left, transparent, #000 20px);
    }
    ul {
      flex: 1 0 auto;
      gap: 0;
    }
    a {
      width: auto;
      min-width: 48px;
      height: 48px;
      padding: 0 3px;
      grid-auto-rows: auto;
      align-content: center;
      gap: 1px;
    }
    a[aria-current] {
      background: none;
    }
    .count {
      inset-inline-start: calc(50% + 5px);
    }
    .word {
      display: block;
      font-size: 12px;
      line-height: 1.3;
    }
    desk-user-menu {
      margin: 0 4px 0 2px;
    }
  }
`;
