import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeliveryView } from '../../../backend/deliveries/schema.ts';
import { type DeliveryChoice, deliveriesToUrl, deliveryFits, listDeliveries } from '../../api/deliveries.ts';
import { ListFocus } from '../../controllers/list-focus.ts';
import { LiveList } from '../../controllers/live-list.ts';
import { paths } from '../../controllers/router.ts';
import { Selection } from '../../controllers/selection.ts';
import { viewer } from '../../controllers/viewer.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import { ledgerList } from '../../ui/ledger.styles.ts';
import { listEnd, listFailed } from '../../ui/list-states.ts';
import '../../ui/deliveries/delivery-bulk-bar.ts';
import '../../ui/deliveries/delivery-filters.ts';
import '../../ui/deliveries/delivery-row.ts';
import '../../ui/deliveries/integrations-link.ts';
import '../../ui/notice.ts';
import '../../ui/row-skeletons.ts';

/** Everything that is sent out, newest first. */
export class DeskDeliveryList extends LitElement {
  static override styles = [base, quietScroll, ledgerList];
  static override properties = { choice: { attribute: false }, openId: { attribute: false } };

  declare choice: DeliveryChoice;
  /** The delivery that is open beside the list. */
  declare openId: string | null;

  readonly #deliveries = new LiveList<DeliveryView>(this, {
    ask: (page, signal) => listDeliveries({ ...this.choice, ...page }, signal),
    rowOf: ({ delivery }) => delivery,
    fits: (delivery) => deliveryFits(this.choice, delivery),
    moves: false,
    // What follows from these is planned with them, and told of only when it has been tried.
    brings: ['lead.completed', 'lead.qualified', 'session.completed', 'review.issue', 'review.fixed'],
  });
  readonly #focus = new ListFocus(this, 'desk-delivery-row', () => this.#deliveries.list.items);
  readonly #selection = new Selection(this, () => this.#deliveries.list.items.map(({ id }) => id));

  /** Moves the focus by so many rows; the first press goes to where one was. */
  step(by: number): void {
    this.#focus.step(by);
  }

  override focus(): void {
    this.#focus.focusCurrent();
  }

  /** Selects the row that has the focus, or takes it back; with `range`, all from the last one on. */
  pick(range: boolean): boolean {
    const row = this.#focus.focused;
    if (row) this.#pick(row.id, range);
    return row !== null;
  }

  /** False when nothing was selected. */
  clearSelection(): boolean {
    return this.#selection.clear();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('choice')) {
      this.#deliveries.show(deliveriesToUrl(this.choice));
      this.#selection.clear();
    }
    if (changed.has('openId') && this.openId) this.#focus.moveTo(this.openId);
  }

  protected override render() {
    const { list } = this.#deliveries;
    return html`<desk-delivery-filters
        .choice=${this.choice}
        ?some=${list.items.length > 0}
      ></desk-delivery-filters>
      ${
        this.#selection.isEmpty
          ? nothing
          : html`<desk-delivery-bulk-bar
              .ids=${this.#selection.ids}
              @desk-select=${this.#onSelect}
            ></desk-delivery-bulk-bar>`
      }
      <div class="scroll" aria-busy=${list.status === 'loading' ? 'true' : 'false'}>${this.#content()}</div>`;
  }

  #content() {
    const { items, status } = this.#deliveries.list;
    if (status === 'loading') return html`<desk-row-skeletons says=${texts.loading}></desk-row-skeletons>`;
    if (status === 'failed') return listFailed(this.#deliveries.list, texts.failed);
    if (items.length === 0) return this.#empty();
    const reachable = this.#focus.currentId;
    return html`<ul aria-label=${texts.list} @keydown=${this.#focus.onArrow}>
        ${repeat(
          items,
          ({ id }) => id,
          (delivery) => this.#row(delivery, delivery.id === reachable),
        )}
      </ul>
      ${listEnd(this.#deliveries.list, texts)}`;
  }

  #row(delivery: DeliveryView, reachable: boolean) {
    const { id } = delivery;
    return html`<li>
      <desk-delivery-row
        .delivery=${delivery}
        href=${paths.delivery(id, deliveriesToUrl(this.choice))}
        ?current=${id === this.openId}
        .reachable=${reachable}
        .picked=${this.#selection.has(id)}
        ?picking=${!this.#selection.isEmpty}
        @desk-pick=${(event: CustomEvent<{ range: boolean }>) => this.#pick(id, event.detail.range)}
      ></desk-delivery-row>
    </li>`;
  }

  #empty() {
    if (deliveriesToUrl(this.choice))
      return html`<desk-notice icon="inbox" heading=${texts.noneTitle} text=${texts.noneText}>
        <sl-button size="small" href=${paths.deliveries()}>${texts.clear}</sl-button>
      </desk-notice>`;
    const here = viewer.value;
    return html`<desk-notice icon="send" heading=${texts.emptyTitle} text=${texts.emptyText}>
      ${
        here.status === 'signed-in' && here.user.role === 'admin'
          ? html`<desk-integrations-link></desk-integrations-link>`
          : nothing
      }
    </desk-notice>`;
  }

  #pick(id: string, range: boolean): void {
    if (range) this.#selection.toggleRange(id);
    else this.#selection.toggle(id);
  }

  #onSelect({ detail }: CustomEvent<'shown' | 'all' | 'none'>): void {
    if (detail === 'none') this.#selection.clear();
    else this.#selection.selectShown();
  }
}

customElements.define('desk-delivery-list', DeskDeliveryList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-delivery-list': DeskDeliveryList;
  }
}
