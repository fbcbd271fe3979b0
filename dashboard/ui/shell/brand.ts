import { css, html, LitElement } from 'lit';

/** Our mark: a speech bubble with an open door. Decoration; the name stands beside it. */
export class DeskBrand extends LitElement {
  static override styles = css`
    :host {
      display: block;
      width: 32px;
      height: 32px;
      color: var(--parlour-accent);
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .door {
      fill: var(--parlour-surface);
    }
  `;

  protected override render() {
    return html`<svg viewBox="0 0 32 32" fill="currentColor" aria-hidden="true">
      <path
        d="M9 2h14a7 7 0 0 1 7 7v10a7 7 0 0 1-7 7h-6.5L9.8 30.6A1.1 1.1 0 0 1 8 29.8V26a7 7 0 0 1-6-7V9a7 7 0 0 1 7-7Z"
      />
      <path class="door" d="M11 21v-7a5 5 0 0 1 10 0v7Z" />
      <path d="M18 16.5a1 1 0 1 1 0 .01Z" />
    </svg>`;
  }
}

customElements.define('desk-brand', DeskBrand);

declare global {
  interface HTMLElementTagNameMap {
    'desk-brand': DeskBrand;
  }
}
