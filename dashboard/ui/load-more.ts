import { css, html, LitElement, nothing } from 'lit';
import { settingsTexts } from '../languages/en/settings.ts';
import { base } from './base.styles.ts';

/**
 * The end of a list of which there is more.
 * @fires desk-load-more - the next page is wanted
 */
export class DeskLoadMore extends LitElement {
  static override styles = [
    base,
    css`
      div {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        min-height: 62px;
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = { state: { attribute: false } };

  declare state: 'none' | 'idle' | 'loading' | 'failed';

  protected override render() {
    if (this.state === 'none') return nothing;
    if (this.state === 'loading') return html`<div role="status">${settingsTexts.loadingMore}</div>`;
    return html`<div>
      ${this.state === 'failed' ? settingsTexts.moreFailed : nothing}
      <sl-button size="small" @click=${this.#ask}>${settingsTexts.loadMore}</sl-button>
    </div>`;
  }

  #ask(): void {
    this.dispatchEvent(new CustomEvent('desk-load-more', { bubbles: true, composed: true }));
  }
}

customElements.define('desk-load-more', DeskLoadMore);

declare global {
  interface HTMLElementTagNameMap {
    'desk-load-more': DeskLoadMore;
  }
  interface HTMLElementEventMap {
    'desk-load-more': CustomEvent;
  }
}
