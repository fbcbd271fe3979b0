import { css, html, LitElement, nothing } from 'lit';
import type { DemoState } from '../../../backend/demo/schema.ts';
import { demo, demoWork, fill, remove } from '../../controllers/shell/demo.ts';
import { Watch } from '../../controllers/store.ts';
import { viewer } from '../../controllers/viewer.ts';
import { demoTexts as texts } from '../../languages/en/demo.ts';
import { base } from '../base.styles.ts';

/** Says on every page that samples are among what is shown, and takes them away. */
export class DeskDemoBanner extends LitElement {
  static override styles = [
    base,
    css`
      .banner {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 2px 12px;
        padding: 6px 16px;
        color: var(--parlour-ink-soft);
        background: var(--desk-hover);
        border-bottom: 1px solid var(--parlour-line-soft);
        font-size: var(--parlour-size-xs);
        text-align: center;
        text-wrap: balance;
      }
      button {
        padding: 2px 4px;
        border-radius: var(--parlour-radius);
        color: var(--parlour-ink);
        font: inherit;
        font-weight: var(--parlour-weight-bold);
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  readonly #demo = new Watch(this, demo);
  readonly #work = new Watch(this, demoWork);
  readonly #viewer = new Watch(this, viewer);

  protected override render() {
    const state = this.#demo.value;
    return state?.siteId ? html`<div class="banner">${this.#content(state)}</div>` : nothing;
  }

  #content(state: DemoState) {
    const { conversations, total } = state;
    if (this.#work.value === 'filling') return texts.filling(conversations, total);
    if (this.#work.value === 'removing') return texts.removing;
    return html`<span>${texts.banner(conversations)}</span>${this.#isAdmin ? this.#deeds(state) : nothing}`;
  }

  /** Making them may have been broken off. */
  #deeds({ conversations, total }: DemoState) {
    return html`<span>
      ${conversations < total ? html`<button type="button" @click=${fill}>${texts.goOn}</button>` : nothing}
      <button type="button" @click=${remove}>${texts.remove}</button>
    </span>`;
  }

  get #isAdmin(): boolean {
    const here = this.#viewer.value;
    return here.status === 'signed-in' && here.user.role === 'admin';
  }
}

customElements.define('desk-demo-banner', DeskDemoBanner);

declare global {
  interface HTMLElementTagNameMap {
    'desk-demo-banner': DeskDemoBanner;
  }
}
