import { css } from 'lit';

export const sitePageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    padding: 24px 32px 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-bottom: 24px;
  }
  .back {
    flex-basis: 100%;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    text-decoration: none;
  }
  .back:hover {
    color: var(--parlour-ink);
  }
  h1 {
    flex: 1 1 240px;
    min-width: 0;
    font-size: var(--parlour-size-l);
    overflow-wrap: anywhere;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 20px;
  }
  .away {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 10px 16px;
    margin-bottom: 20px;
    border-radius: var(--parlour-radius-bubble);
    color: var(--parlour-waiting);
    background: var(--parlour-waiting-soft);
  }
  .columns {
    flex: 1;
    display: grid;
    grid-template-columns: 196px minmax(0, 640px) minmax(0, 400px);
    gap: 0 44px;
    align-items: start;
  }
  nav {
    position: sticky;
    top: 24px;
  }
  nav ul {
    display: grid;
    gap: 2px;
  }
  nav a {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 6px 10px;
    border-radius: var(--parlour-radius);
    color: var(--parlour-ink-soft);
    text-decoration: none;
  }
  nav a:hover {
    background: var(--desk-hover);
    color: var(--parlour-ink);
  }
  nav a[aria-current] {
    background: var(--desk-chosen);
    color: var(--parlour-accent-ink);
    font-weight: var(--parlour-weight-bold);
  }
  .dot {
    flex: none;
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--parlour-waiting);
  }
  .dot.problem {
    background: var(--parlour-issue);
  }
  .section {
    min-width: 0;
    padding-bottom: 48px;
  }
  .section > h2 {
    font-size: var(--parlour-size-m);
    margin-bottom: 4px;
  }
  .preview {
    position: sticky;
    top: 24px;
    padding-bottom: 24px;
  }
  .toggle {
    display: none;
    margin-bottom: 16px;
  }
  .put-away {
    display: grid;
    justify-items: start;
    gap: 10px;
    margin-top: 40px;
    padding-top: 24px;
    border-top: 1px solid var(--parlour-line-soft);
  }
  .put-away p {
    color: var(--parlour-ink-soft);
    font-size: var(--parlour-size-xs);
    max-width: 64ch;
  }
  sl-dialog::part(title) {
    font-weight: var(--parlour-weight-bold);
  }
  .dialog {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
  desk-save-bar {
    margin-top: auto;
  }
  .skeletons {
    display: grid;
    gap: 22px;
    max-width: 640px;
  }
  sl-skeleton {
    --border-radius: 6px;
    --color: var(--parlour-sunken);
    height: 14px;
  }
  .skeletons :nth-child(even) {
    height: 36px;
  }
  .skeletons :nth-child(odd) {
    width: 120px;
  }
  @media (max-width: 1239px) {
    .columns {
      grid-template-columns: 180px minmax(0, 640px);
      gap: 0 36px;
    }
    .toggle {
      display: block;
    }
    .preview {
      grid-column: 2;
      grid-row: 1;
      position: static;
      max-width: 400px;
    }
    .preview:not(.wanted) {
      display: none;
    }
    nav {
      grid-row: 1 / span 2;
    }
  }
  @media (max-width: 799px) {
    :host {
      padding: 16px 16px 0;
    }
    header {
      margin-bottom: 12px;
    }
    .columns {
      display: block;
    }
    nav {
      position: sticky;
      top: 0;
      z-index: 2;
      margin: 0 -16px 20px;
      padding: 8px 16px;
      overflow-x: auto;
      scrollbar-width: none;
      background: var(--parlour-canvas);
      border-bottom: 1px solid var(--parlour-line-soft);
    }
    nav ul {
      display: flex;
      gap: 4px;
      width: max-content;
    }
    nav a {
      white-space: nowrap;
    }
    .preview {
      max-width: none;
    }
  }
`;
