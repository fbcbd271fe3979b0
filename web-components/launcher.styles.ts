/**
 * The closed chat's own look; the loader carries no Lit. `!important` on the host is what keeps the page's CSS out, for
 * a shadow tree's important rules for its own host beat those of the page (CSS Cascade 5, "Context"); everything
 * inside inherits from there. The speech bubble is a clipped shape, so that no markup has to be parsed.
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
    align-items: center;
    gap: 12px;
  }
  :host([position=left]) div {
    inset: auto auto 20px 20px;
    flex-direction: row-reverse;
  }
  :host([open]) div {
    display: none;
  }
  button {
    font: 14px/1.4 system-ui, sans-serif;
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
    width: 24px;
    height: 24px;
    background: var(--parlour-on-accent);
    clip-path: path('M12 2c6 0 10 4 10 9s-4 9-10 9l-4-1-5 3 1-5c-1-1-2-4-2-6 0-5 4-9 10-9z');
    forced-color-adjust: none;
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
