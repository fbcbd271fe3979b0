import { html, LitElement, nothing } from 'lit';
import { type DeliveryChoice, deliveriesToUrl } from '../../api/deliveries.ts';
import { askSitesAndPeople, sites } from '../../controllers/choices.ts';
import { planAgain } from '../../controllers/deliveries/send-again.ts';
import { Watch } from '../../controllers/store.ts';
import { viewer } from '../../controllers/viewer.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { ledgerHead } from '../ledger.styles.ts';
import { filterSelect, filterSite } from '../list-filters.ts';
import './check-everything.ts';
import '../choice.ts';

const states: readonly Option[] = [['', texts.all], ...Object.entries(texts.status)];
const ways: readonly Option[] = [['', texts.anyKind], ...Object.entries(texts.kinds)];
const events: readonly Option[] = [['', texts.anyEvent], ...Object.entries(texts.events)];

/**
 * The head of the deliveries: filters, sending all again that failed, and the check of everything.
 * @fires desk-delivery-filter - other filters are wanted; `detail` is all of them
 */
export class DeskDeliveryFilters extends LitElement {
  static override styles = [base, ledgerHead];
  static override properties = {
    choice: { attribute: false },
    some: { type: Boolean },
    busy: { state: true },
  };

  declare choice: DeliveryChoice;
  /** There is something in the list. */
  declare some: boolean;
  declare private busy: boolean;

  readonly #sites = new Watch(this, sites);
  readonly #viewer = new Watch(this, viewer);

  override connectedCallback(): void {
    super.connectedCallback();
    askSitesAndPeople();
  }

  protected override render() {
    const { status = '', kind = '', event = '', site = '' } = this.choice;
    const here = this.#viewer.value;
    return html`<div class="top">
        <h1>${texts.title}</h1>
        ${
          here.status === 'signed-in' && here.user.role === 'admin'
            ? html`<desk-check-everything></desk-check-everything>`
            : nothing
        }
        ${
          this.some && (status === 'dead' || status === 'failed')
            ? html`<sl-button size="small" ?disabled=${this.busy} @click=${this.#sendAll}>
                <sl-icon slot="prefix" name="arrow-counterclockwise"></sl-icon>${texts.allAgain}
              </sl-button>`
            : nothing
        }
      </div>
      <p class="hint">${texts.help}</p>
      <desk-choice
        label=${texts.statusFilter}
        .options=${states}
        value=${status}
        @desk-choose=${(chosen: CustomEvent<string>) => this.#change('status', chosen.detail)}
      ></desk-choice>
      <div class="filters">
        ${this.#select('kind', texts.kind, ways, kind)} ${this.#select('event', texts.event, events, event)}
        ${filterSite({ value: site, choose: (chosen) => this.#change('site', chosen) }, this.#sites.value, texts)}
        ${
          deliveriesToUrl(this.choice)
            ? html`<button type="button" class="clear" @click=${() => this.#fire({})}>${texts.clear}</button>`
            : nothing
        }
      </div>`;
  }

  /** A link may name what is not in the list: it is shown as it is written. */
  #select(name: keyof DeliveryChoice, label: string, options: readonly Option[], value: string) {
    const isKnown = options.some(([id]) => id === value);
    const shown = isKnown ? options : [...options, [value, value] as const];
    return filterSelect({ label, value, choose: (chosen) => this.#change(name, chosen) }, shown);
  }

  readonly #sendAll = async () => {
    this.busy = true;
    await planAgain({ filter: this.choice });
    this.busy = false;
  };

  #change(name: keyof DeliveryChoice, value: string): void {
    this.#fire({ ...this.choice, [name]: value || undefined });
  }

  #fire(detail: DeliveryChoice): void {
    this.dispatchEvent(new CustomEvent('desk-delivery-filter', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-delivery-filters', DeskDeliveryFilters);

declare global {
  interface HTMLElementTagNameMap {
    'desk-delivery-filters': DeskDeliveryFilters;
  }
  interface HTMLElementEventMap {
    'desk-delivery-filter': CustomEvent<DeliveryChoice>;
  }
}
