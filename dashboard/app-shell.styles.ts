import { css } from 'lit';

export const appShellStyles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / 64px minmax(0, 1fr);
    height: 100dvh;
  }
  :host([bare]) {
    display: block;
    height: auto;
    min-height: 100dvh;
  }
  /* Nothing can be shown but that: it stands in the middle. */
  :host([bare]) main {
    display: grid;
    align-content: center;
    min-height: 100dvh;
  }
  .stage {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    min-height: 0;
  }
  main {
    min-height: 0;
    overflow: auto;
  }
  main:focus-visible {
    outline: none;
  }
  .skip {
    position: fixed;
    top: 8px;
    left: 8px;
    z-index: 10;
    padding: 8px 14px;
    border-radius: var(--parlour-radius);
    background: var(--parlour-ink);
    color: var(--parlour-surface);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    pointer-events: none;
  }
  @media (max-width: 799px) {
    :host(:not([bare])) {
      --desk-bottom: 64px;
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    .stage {
      grid-row: 1;
    }
    desk-nav-rail {
      grid-row: 2;
    }
    /* An open conversation needs the height more than the navigation does. */
    desk-nav-rail[aside] {
      display: none;
    }
  }
  /* On paper: what is read, and nothing to press. */
  @media print {
    :host,
    .stage {
      display: block;
      height: auto;
    }
    main {
      overflow: visible;
    }
    .skip,
    desk-nav-rail,
    desk-connection-banner,
    desk-toast-note {
      display: none;
    }
  }
`;
