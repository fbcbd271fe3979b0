/**
 * The closed chat's own look; the loader carries no Lit. `!important` on the host is what keeps the page's CSS out, for
 * a shadow tree's important rules for its own host beat those of the page (CSS Cascade 5, "Context"); everything
 * inside inherits from there. The speech bubble is nothing but its border, which stays visible
 * where the system forces its own colours. The corner is the site's choice, whatever way the page is written.
 */
export const launcherStyles = /* css */ `
  :host {
    all: initial !important;
    display: block !important;
  }
  :host([mode=inline]) {
    height: var(--size) !important;
    min-height: 420px !important;
  }
  div {
    position: fixed;
    z-index: 2147483000;
    inset: auto 20px 20px auto;
    display: flex;
    direction: ltr;
    align-items: center;
    gap: 12px;
  }
  :host([position=left]) div {
    inset: auto auto 20px 20px;
    direction: rtl;
  }
  :host([open]) div {
    display: none;
  }
  button {
    font: 14px system-ui;
    padding: 8px 12px;
    border: 1px solid #0000;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  div > button {
    padding: 15px;
    border-radius: 50%;
    background: var(--parlour-accent);
  }
  div > * {
    box-shadow: 0 4px 16px #0004;
  }
  div > button::before {
    content: '';
    display: block;
    border: 12px solid var(--parlour-on-accent);
    border-radius: 50% 50% 50% 0;
  }
  span {
    display: flex;
    max-width: 260px;
    border-radius: 14px;
    border: 1px solid #8884;
    background: Canvas;
    overflow-wrap: anywhere;
  }
`;
