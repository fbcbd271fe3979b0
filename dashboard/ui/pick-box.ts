/** The box that selects a row of a list. */
import { css, html, type LitElement } from 'lit';

/** It is there for the mouse, the keyboard, and while some row is selected. */
export const pickBoxStyles = css`
  .pick {
    position: absolute;
    display: grid;
    place-items: center;
    opacity: 0;
    cursor: pointer;
  }
  .pick input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--parlour-accent-ink);
    cursor: pointer;
  }
  :host(:hover) .pick,
  :host(:focus-within) .pick,
  :host([picking]) .pick {
    opacity: 1;
  }
`;

/** @param label what is selected; @param row tells of it by `desk-pick`, whose `detail` says whether a range is meant */
export const pickBox = (label: string, row: LitElement & { reachable: boolean; picked: boolean }) =>
  html`<label class="pick"
    ><input
      type="checkbox"
      tabindex=${row.reachable ? 0 : -1}
      aria-label=${label}
      .checked=${row.picked}
      @click=${({ shiftKey: range }: MouseEvent) =>
        row.dispatchEvent(new CustomEvent('desk-pick', { detail: { range }, bubbles: true, composed: true }))}
  /></label>`;

declare global {
  interface HTMLElementEventMap {
    'desk-pick': CustomEvent<{ range: boolean }>;
  }
}
