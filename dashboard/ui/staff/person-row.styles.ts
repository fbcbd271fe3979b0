import { css } from 'lit';

export const personRowStyles = css`
  :host {
    display: grid;
    grid-template: 'face who role state menu' / auto minmax(0, 1fr) 64px minmax(150px, 210px) 34px;
    align-items: center;
    gap: 0 16px;
    min-height: 66px;
    padding: 12px 12px 12px 20px;
  }
  .face {
    grid-area: face;
    display: grid;
    place-items: center;
    width: 34px;
    height: 34px;
    border-radius: 50%;
    background: var(--desk-chosen);
    color: var(--parlour-accent-ink);
    font-size: var(--parlour-size-xs);
    font-weight: var(--parlour-weight-bold);
  }
  .face.invited,
  .face.disabled {
    background: var(--parlour-sunken);
    color: var(--parlour-ink-soft);
  }
  .who {
    grid-area: who;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }
  .name b {
    font-weight: var(--parlour-weight-bold);
    unicode-bidi: plaintext;
  }
  .you {
    padding: 0 8px;
    border-radius: var(--parlour-radius-pill);
    background: var(--parlour-sunken);
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .quiet {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
  }
  .refused {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-top: 4px;
    font-size: var(--parlour-size-xs);
  }
  .link {
    padding: 0;
    color: var(--parlour-accent-ink);
    text-decoration: underline;
  }
  .role {
    grid-area: role;
  }
  .state {
    grid-area: state;
  }
  .menu {
    grid-area: menu;
  }
  .dots {
    display: grid;
    place-items: center;
    width: 34px;
    height: 34px;
    padding: 0;
    border-radius: var(--parlour-radius);
    color: var(--parlour-ink-soft);
    font-size: 16px;
  }
  .dots:hover {
    background: var(--desk-hover);
    color: var(--parlour-ink);
  }
  @media (max-width: 699px) {
    :host {
      grid-template: 'face who menu' auto '. role role' auto '. state state' auto / auto minmax(0, 1fr) 34px;
      gap: 2px 12px;
      padding: 14px 10px 14px 16px;
    }
    .role {
      font-size: var(--parlour-size-xs);
    }
    .face {
      align-self: start;
    }
  }
`;
