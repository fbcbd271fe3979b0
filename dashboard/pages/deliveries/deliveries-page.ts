import { html, LitElement, type PropertyValues } from 'lit';
import { type DeliveryChoice, deliveriesFromUrl, deliveriesToUrl } from '../../api/deliveries.ts';
import { Hotkeys } from '../../controllers/hotkeys.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { base } from '../../ui/base.styles.ts';
import { listUntilOpen } from '../list-and-open.styles.ts';
import type { DeskDeliveryList } from './delivery-list.ts';
import './delivery-list.ts';
import './delivery-panel.ts';

/** Everything that is sent out, and the open delivery beside the list; on a phone one at a time. */
export class DeskDeliveriesPage extends LitElement {
  static override styles = [base, listUntilOpen];
  static override properties = {
    deliveryId: { attribute: 'delivery-id' },
    search: {},
    open: { type: Boolean, reflect: true },
  };

  /** The delivery that is open, if any. */
  declare deliveryId: string | null;
  declare search: string;
  declare private open: boolean;

  #choice: DeliveryChoice = {};

  constructor() {
    super();
    this.search = '';
    this.deliveryId = null;
    new Hotkeys(this, {
      j: () => this.#step(1),
      k: () => this.#step(-1),
      x: () => this.#list?.pick(false),
      X: () => this.#list?.pick(true),
      Escape: () => this.#back(),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // One object for one query string, so that the list knows when nothing changed.
    if (changed.has('search')) this.#choice = deliveriesFromUrl(this.search);
    this.open = this.deliveryId !== null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('deliveryId');
    // Coming here by a link leaves the focus where the browser put it; opening moves it to what was opened.
    if (!changed.has('deliveryId') || before === undefined) return;
    if (this.deliveryId) this.renderRoot.querySelector('desk-delivery-panel')?.focus();
    else void this.#list?.updateComplete.then(() => this.#list?.focus());
  }

  protected override render() {
    return html`<desk-delivery-list
        class="list"
        .choice=${this.#choice}
        .openId=${this.deliveryId}
        @desk-delivery-filter=${this.#onFilter}
      ></desk-delivery-list>
      ${
        this.deliveryId
          ? html`<desk-delivery-panel
              delivery-id=${this.deliveryId}
              search=${deliveriesToUrl(this.#choice)}
            ></desk-delivery-panel>`
          : ''
      }`;
  }

  get #list(): DeskDeliveryList | null {
    return this.renderRoot.querySelector('desk-delivery-list');
  }

  #onFilter({ detail }: CustomEvent<DeliveryChoice>): void {
    const search = deliveriesToUrl(detail);
    navigate(this.deliveryId ? paths.delivery(this.deliveryId, search) : paths.deliveries(search));
  }

  #step(by: number): undefined {
    this.#list?.step(by);
  }

  #back(): boolean {
    if (this.#list?.clearSelection()) return true;
    if (!this.deliveryId) return false;
    navigate(paths.deliveries(deliveriesToUrl(this.#choice)));
    return true;
  }
}

customElements.define('desk-deliveries-page', DeskDeliveriesPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-deliveries-page': DeskDeliveriesPage;
  }
}
