import { css, html, LitElement } from 'lit';
import { planAgain } from '../../controllers/deliveries/send-again.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { base } from '../base.styles.ts';
import { bulkBar } from '../bulk-bar.styles.ts';
import { icon } from '../icons.ts';

/**
 * What can be done with the selected deliveries.
 * @fires desk-select - `detail` is `shown` or `none`
 */
export class DeskDeliveryBulkBar extends LitElement {
  static override styles = [
    base,
    bulkBar,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 14px;
        padding: 8px 24px;
      }
      .clear {
        width: 30px;
        height: 30px;
      }
      @container ledger (max-width: 599px) {
        :host {
          padding-inline: 16px;
        }
      }
    `,
  ];
  static override properties = { ids: { attribute: false }, busy: { state: true } };

  declare ids: readonly string[];
  declare private busy: boolean;

  protected override render() {
    return html`<strong role="status">${texts.selected(this.ids.length)}</strong>
      <sl-button size="small" ?disabled=${this.busy} @click=${this.#send}>
        <sl-icon slot="prefix" name="arrow-counterclockwise"></sl-icon>${texts.again}
      </sl-button>
      <button type="button" class="link" @click=${() => this.#select('shown')}>${texts.selectShown}</button>
      <button type="button" class="clear" aria-label=${texts.unselect} @click=${() => this.#select('none')}>
        ${icon('x-lg')}
      </button>`;
  }

  readonly #send = async () => {
    this.busy = true;
    const isPlanned = await planAgain({ ids: this.ids });
    this.busy = false;
    if (isPlanned) this.#select('none');
  };

  #select(detail: 'shown' | 'none'): void {
    this.dispatchEvent(new CustomEvent('desk-select', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-delivery-bulk-bar', DeskDeliveryBulkBar);

declare global {
  interface HTMLElementTagNameMap {
    'desk-delivery-bulk-bar': DeskDeliveryBulkBar;
  }
}
