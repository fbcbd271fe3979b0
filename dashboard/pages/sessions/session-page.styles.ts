import { css } from 'lit';

export const sessionPageStyles = css`
  :host {
    container: detail / inline-size;
  }
  article {
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
  }
  .body {
    position: relative;
    grid-template-columns: minmax(0, 1fr) 320px;
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
