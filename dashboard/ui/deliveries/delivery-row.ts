import { css, html, LitElement, nothing } from 'lit';
import type { DeliveryView } from '../../../backend/deliveries/schema.ts';
import { clock } from '../../controllers/clock.ts';
import { Watch } from '../../controllers/store.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { ledgerRow } from '../ledger.styles.ts';
import { pickBox, pickBoxStyles } from '../pick-box.ts';
import { deliveryMark, deliverySentence, eventName, kindIcons, receiverOf } from './delivery-words.ts';
import '../time-ago.ts';

/**
 * One delivery in the list: how it stands in a sentence, what it is about, and when. A link, and a box to select it.
 * @fires desk-pick - it is to be selected or no longer; `detail` says whether a range is meant
 */
export class DeskDeliveryRow extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [
    base,
    ledgerRow,
    pickBoxStyles,
    css`
      /* The box stands where the icon is. */
      .pick {
        top: 8px;
        inset-inline-start: 18px;
        width: 44px;
        height: 44px;
      }
      :host(:hover) .way sl-icon,
      :host(:focus-within) .way sl-icon,
      :host([picking]) .way sl-icon {
        visibility: hidden;
      }
      .why {
        color: var(--parlour-issue);
      }
      @container ledger (max-width: 599px) {
        .pick {
          inset-inline-start: 10px;
        }
      }
    `,
  ];
  static override properties = {
    delivery: { attribute: false },
    href: {},
    current: { type: Boolean, reflect: true },
    reachable: { type: Boolean },
    picked: { type: Boolean, reflect: true },
    picking: { type: Boolean, reflect: true },
  };

  declare delivery: DeliveryView;
  declare href: string;
  /** It is the one that is open beside the list. */
  declare current: boolean;
  /** The Tab key stops here; one row of the list at a time. */
  declare reachable: boolean;
  /** It is selected. */
  declare picked: boolean;
  /** Some row is selected: all boxes are in sight. */
  declare picking: boolean;

  readonly #now = new Watch(this, clock);

  protected override render() {
    const { delivery } = this;
    const { kind, event, status, site, createdAt, lastError } = delivery;
    const about = [eventName(event), site?.name].filter(Boolean).join(' · ');
    return html`<a
        href=${this.href}
        tabindex=${this.reachable ? 0 : -1}
        aria-current=${this.current ? 'true' : nothing}
      >
        <span class="way" title=${texts.kinds[kind]}>${icon(kindIcons[kind], texts.kinds[kind])}</span>
        <div class="words">
          <div class="says">${deliverySentence(delivery, this.#now.value)}</div>
          ${status !== 'delivered' && lastError ? html`<div class="why">${lastError}</div>` : nothing}
          <div class="about">${about}</div>
          <div class="state">${deliveryMark(status)}</div>
        </div>
        <div class="right">
          <desk-time-ago class="when" at=${createdAt}></desk-time-ago>
          <div class="state">${deliveryMark(status)}</div>
        </div>
      </a>
      ${pickBox(texts.pick(texts.about(eventName(event), receiverOf(delivery))), this)}`;
  }
}

customElements.define('desk-delivery-row', DeskDeliveryRow);

declare global {
  interface HTMLElementTagNameMap {
    'desk-delivery-row': DeskDeliveryRow;
  }
}
