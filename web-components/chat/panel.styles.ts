import { css } from 'lit';

/** The transparent borders become visible where the system forces its own colours. */
export const panelStyles = css`
  :host {
    all: initial;
    color-scheme: var(--parlour-scheme);
    font: 16px/1.5 system-ui, sans-serif;
    color: var(--parlour-ink);
  }
  :host([inline]) {
    display: block;
    height: 100%;
    min-height: inherit;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .frame {
    display: flex;
    flex-direction: column;
    position: relative;
    height: 100%;
    min-height: inherit;
    overflow: hidden;
    color: inherit;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: 14px;
    outline: 0;
  }
  dialog:not([open]) {
    display: none;
  }
  dialog.frame {
    position: fixed;
    z-index: 2147483000;
    inset: auto 20px 20px auto;
    width: min(380px, 100vw - 40px);
    height: min(640px, 80vh);
    max-width: none;
    max-height: none;
    box-shadow: var(--parlour-shadow);
  }
  dialog.left {
    inset: auto auto 20px 20px;
  }
  dialog.frame:modal {
    inset: var(--top) 0 auto;
    width: 100%;
    height: var(--height);
    border: 0;
    border-radius: 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog {
      animation: 0.18s arrive;
    }
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  button {
    font: inherit;
    font-size: 14px;
    color: inherit;
    padding: 8px 16px;
    background: none;
    border: 1px solid transparent;
    border-radius: 20px;
    cursor: pointer;
  }
  button:hover:not(.primary) {
    background: var(--parlour-sunken);
  }
  :focus-visible:not(.frame) {
    outline: 2px solid;
    outline-offset: 1px;
  }
  .icon {
    flex: none;
    width: 40px;
    padding: 0;
    font-size: 24px;
    line-height: 38px;
  }
  .primary,
  .face {
    font-weight: 600;
    background: var(--parlour-accent);
    color: var(--parlour-on-accent);
  }
  .primary:hover {
    filter: brightness(0.94);
  }
  .primary:disabled {
    background: var(--parlour-sunken);
    color: var(--parlour-ink-soft);
    cursor: default;
  }
  .plain {
    border-color: var(--parlour-line-strong);
  }
  input,
  select,
  textarea {
    width: 100%;
    font: inherit;
    color: inherit;
    padding: 8px 12px;
    background: none;
    border: 1px solid var(--parlour-line-strong);
    border-radius: 6px;
    resize: none;
  }
  ::placeholder {
    color: var(--parlour-ink-soft);
    opacity: 1;
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 12px 16px;
    border-bottom: 1px solid var(--parlour-line-soft);
  }
  .face {
    width: 42px;
    line-height: 40px;
    text-align: center;
    border: 1px solid transparent;
    border-radius: 50%;
  }
  .names {
    flex: 1;
    min-width: 0;
    margin-inline-start: 8px;
  }
  h2 {
    font-size: 16px;
    line-height: 1.4;
  }
  .names * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  p,
  label,
  legend {
    font-size: 14px;
    overflow-wrap: anywhere;
  }
  .soft {
    font-size: 13px;
    line-height: 1.4;
    color: var(--parlour-ink-soft);
  }
  .menu {
    position: absolute;
    z-index: 1;
    top: 60px;
    inset-inline-end: 12px;
    display: grid;
    padding: 4px;
    background: var(--parlour-surface);
    border: 1px solid var(--parlour-line-soft);
    border-radius: 14px;
    box-shadow: var(--parlour-shadow);
  }
  .menu button {
    text-align: start;
    border-radius: 6px;
  }
  .banner:not(:empty) {
    padding: 8px 16px;
    background: var(--parlour-sunken);
  }
  parlour-transcript {
    flex: 1 1 0;
  }
  .center,
  .rating {
    justify-items: center;
    text-align: center;
  }
  .center {
    margin-top: 16px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .end {
    justify-content: end;
    margin-top: 12px;
  }
  .choice {
    border-color: var(--parlour-accent);
    overflow-wrap: anywhere;
  }
  footer {
    padding: 12px 12px max(12px, env(safe-area-inset-bottom));
  }
  footer > :not(:last-child, :empty) {
    margin-bottom: 12px;
  }
  parlour-transcript + footer {
    border-top: 1px solid var(--parlour-line-soft);
  }
  .ask,
  form {
    display: grid;
    gap: 12px;
  }
  .ask {
    padding: 4px;
  }
  .ask p {
    max-height: 160px;
    overflow: auto;
    white-space: pre-line;
  }
  a {
    color: inherit;
  }
  .composer {
    display: flex;
    align-items: end;
    padding: 3px;
    border: 1px solid var(--parlour-line-strong);
    border-radius: 24px;
  }
  .composer:focus-within {
    outline: 2px solid var(--parlour-line-strong);
    outline-offset: -2px;
  }
  /* What dir=auto does to look at; that reckons many seconds over a megabyte that somebody pastes. */
  .composer textarea {
    unicode-bidi: plaintext;
    max-height: 136px;
    border: 0;
    outline: 0 !important;
    scrollbar-width: thin;
  }
  .details {
    flex: 1 1 0;
    align-content: start;
    overflow: auto;
  }
  label > * {
    margin-top: 4px;
  }
  form {
    padding: 16px;
  }
  parlour-transcript form {
    margin-top: 16px;
    border: 1px solid var(--parlour-line-soft);
    border-radius: 14px;
  }
  .star {
    display: inline-block;
    position: relative;
    width: 44px;
    font-size: 28px;
    line-height: 44px;
    text-align: center;
  }
  .star:has(:focus-visible) {
    outline: 2px solid;
    border-radius: 6px;
  }
  .star input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
`;
