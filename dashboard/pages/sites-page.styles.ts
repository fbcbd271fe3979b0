import { css } from 'lit';

export const sitesPageStyles = css`
  :host {
    display: block;
    min-height: 100%;
  }
  .page {
    max-width: 860px;
    padding: 28px 32px 48px;
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
    flex-wrap: wrap;
    gap: 6px 18px;
    font-size: var(--parlour-size-xs);
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
  @media (max-width: 799px) {
    .page {
      padding: 20px 16px 32px;
    }
    .ways {
      margin-inline-start: 56px;
    }
  }
`;
