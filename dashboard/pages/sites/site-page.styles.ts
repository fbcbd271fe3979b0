import { css } from 'lit';

export const sitePageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    --side: 200px;
    --gap: 44px;
    padding: 24px 32px 0 20px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding-inline-start: 12px;
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
    grid-template-columns: var(--side) minmax(0, 640px) minmax(0, 400px);
    gap: 0 var(--gap);
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
    padding: 6px 12px;
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
  desk-save-bar {
    margin-top: auto;
    margin-inline-start: calc(var(--side) + var(--gap));
    max-width: 640px;
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
  :host {
      --side: 180px;
      --gap: 32px;
    }
    .columns {
      grid-template: auto 1fr / var(--side) minmax(0, 640px);
    }
    .toggle {
      display: inline-block;
    }
    .preview {
      grid-area: 1 / 2;
      position: static;
      max-width: 400px;
      padding-bottom: 20px;
    }
    .preview desk-site-preview {
      margin-top: 12px;
    }
    .preview:not(.wanted) desk-site-preview {
      display: none;
    }
    .section {
      grid-column: 2;
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
      padding: 0;
    }
    .columns {
      display: flex;
      flex-direction: column;
      align-items: stretch;
    }
    .section {
      order: 1;
    }
    desk-save-bar {
      margin-inline-start: 0;
    }
    nav {
      position: static;
      margin: 0 -16px 20px;
      padding: 8px 16px;
      border-bottom: 1px solid var(--parlour-line-soft);
    }
    nav ul {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
    }
    .preview {
      max-width: none;
      padding-bottom: 12px;
    }
  }
`;
