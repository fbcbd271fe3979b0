import { css } from 'lit';

export const sessionPageStyles = css`
  :host {
    display: block;
    min-height: 0;
    height: 100%;
    container: detail / inline-size;
  }
  /* It takes the focus when it is opened, so that reading goes on here; it is nothing to press. */
  article:focus-visible {
    outline: none;
  }
  article {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100%;
  }
  .body {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    min-height: 0;
  }
  .talk {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-height: 0;
  }
  parlour-transcript {
    min-height: 0;
    /* The desk reads at its own density. */
    --parlour-size-m: var(--parlour-size-s);
    /* In a page full of words the visitor's own are a tint, not a signal. */
    --parlour-accent: color-mix(in srgb, var(--parlour-accent-ink) 17%, var(--parlour-surface));
    --parlour-on-accent: var(--parlour-ink);
  }
  parlour-transcript::part(scroller) {
    padding-inline: 20px;
  }
  aside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 28px;
    padding: 20px;
    border-inline-start: 1px solid var(--parlour-line-soft);
    background: var(--parlour-surface);
  }
  @container detail (max-width: 899px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      display: none;
    }
    .open aside {
      display: grid;
      border: 0;
    }
    .open .talk {
      display: none;
    }
  }
  @media print {
    :host,
    article,
    .body,
    .talk {
      display: block;
      height: auto;
      container: none;
    }
    aside {
      display: grid !important;
      overflow: visible;
      border: 0;
      padding-inline: 0;
    }
    desk-reply-box,
    desk-earlier-sessions {
      display: none;
    }
    parlour-transcript {
      height: auto;
    }
    parlour-transcript::part(scroller) {
      position: static;
      height: auto;
      overflow: visible;
      padding-inline: 0;
    }
  }
`;
