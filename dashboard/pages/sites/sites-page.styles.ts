import { css } from 'lit';

export const sitesPageStyles = css`
  :host {
    display: block;
    min-height: 100%;
  }
  .page {
    display: grid;
    grid-template-columns: 200px minmax(0, 780px);
    gap: 40px;
    align-items: start;
    padding: 28px 32px 64px 20px;
  }
  desk-settings-nav {
    position: sticky;
    top: 28px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px 24px;
    margin-bottom: 24px;
  }
  header div {
    flex: 1 1 300px;
  }
  h1 {
    font-size: var(--parlour-size-l);
  }
  header p {
    margin-top: 4px;
    max-width: 56ch;
    color: var(--parlour-ink-soft);
  }
  h2 {
    margin: 32px 0 10px;
    font-size: var(--parlour-size-s);
    color: var(--parlour-ink-soft);
  }
  ul {
    border: 1px solid var(--parlour-line-soft);
    border-radius: var(--parlour-radius-bubble);
    background: var(--parlour-surface);
    overflow: clip;
  }
  li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 20px;
    padding: 16px 20px;
  }
  li + li {
    border-top: 1px solid var(--parlour-line-soft);
  }
  li:hover {
    background: var(--desk-hover);
  }
  .accent {
    flex: none;
    width: 36px;
    height: 36px;
  }
  .what {
    flex: 1 1 240px;
    min-width: 0;
  }
  .what a {
    color: inherit;
    font-weight: var(--parlour-weight-bold);
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  /* The whole row is the link; the others in it stand above. */
  .what a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .what a:focus-visible {
    outline: none;
  }
  .what a:focus-visible::after {
    outline: 2px solid var(--parlour-accent-ink);
    outline-offset: -2px;
    border-radius: var(--parlour-radius-bubble);
  }
  .what p {
    color: var(--parlour-ink-soft);
    overflow-wrap: anywhere;
  }
  .what .warn {
    color: var(--parlour-waiting);
  }
  .ways {
    position: relative;
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 6px 18px;
    font-size: var(--parlour-size-xs);
  }
  .ways code {
    font: 12px ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    color: var(--parlour-ink-soft);
  }
  .ways :is(a, button) {
    padding: 0;
    color: var(--parlour-accent-ink);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .away .what {
    color: var(--parlour-ink-soft);
  }
  .dialog {
    display: grid;
    gap: 20px;
  }
  sl-dialog {
    --width: 520px;
  }
  sl-dialog::part(title) {
    font-weight: var(--parlour-weight-bold);
  }
  sl-skeleton {
    --border-radius: 4px;
    --color: var(--parlour-sunken);
    height: 12px;
  }
  .skeleton {
    flex: 1;
    display: grid;
    gap: 10px;
    max-width: 300px;
  }
  .skeleton :first-child {
    width: 60%;
  }
  @media (max-width: 1023px) {
    .page {
      grid-template-columns: 180px minmax(0, 1fr);
      gap: 24px;
    }
  }
  @media (max-width: 799px) {
    .page {
      display: block;
      padding: 20px 16px 40px;
    }
    desk-settings-nav {
      position: static;
      margin-bottom: 20px;
    }
    .ways code {
      display: none;
    }
    .ways {
      margin-inline-start: 56px;
    }
  }
`;
