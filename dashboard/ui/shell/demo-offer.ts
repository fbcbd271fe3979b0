import { css, html, LitElement, nothing } from 'lit';
import { demo, demoWork, fill } from '../../controllers/shell/demo.ts';
import { Watch } from '../../controllers/store.ts';
import { viewer } from '../../controllers/viewer.ts';
import { demoTexts as texts } from '../../languages/en/demo.ts';
import { base } from '../base.styles.ts';

/** Offers an admin to see every page alive before the first visitor comes. */
export class DeskDemoOffer extends LitElement {
  static override styles = [
    base,
    css`
      .offer {
        display: grid;
        justify-items: center;
        gap: 8px;
        margin-top: 8px;
        padding-top: 20px;
        border-top: 1px solid var(--parlour-line-soft);
      }
      p {
        max-width: 38ch;
        font-size: var(--parlour-size-xs);
        text-wrap: pretty;
      }
    `,
  ];

  readonly #demo = new Watch(this, demo);
  readonly #work = new Watch(this, demoWork);
  readonly #viewer = new Watch(this, viewer);

  protected override render() {
    const here = this.#viewer.value;
    const state = this.#demo.value;
    if (!state || here.status !== 'signed-in' || here.user.role !== 'admin') return nothing;
    const isFilling = this.#work.value === 'filling';
    if (state.siteId && !isFilling) return nothing;
    return html`<div class="offer">
      <sl-button ?loading=${isFilling} @click=${fill}>${texts.offer}</sl-button>
      <p role="status">
        ${isFilling ? texts.progress(state.conversations, state.total) : texts.offerHint}
      </p>
    </div>`;
  }
}

customElements.define('desk-demo-offer', DeskDemoOffer);

declare global {
  interface HTMLElementTagNameMap {
    'desk-demo-offer': DeskDemoOffer;
  }
}
