import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { DeliveryDetail } from '../../../backend/deliveries/schema.ts';
import { readDelivery } from '../../api/deliveries.ts';
import { clock } from '../../controllers/clock.ts';
import { planAgain } from '../../controllers/deliveries/send-again.ts';
import { LiveDetail } from '../../controllers/live-detail.ts';
import { paths } from '../../controllers/router.ts';
import { Watch } from '../../controllers/store.ts';
import { texts as common } from '../../languages/en/app.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import { deliveryMark, deliverySentence, eventName, receiverOf } from '../../ui/deliveries/delivery-words.ts';
import type { Fact } from '../../ui/facts.ts';
import { icon } from '../../ui/icons.ts';
import { webUrl } from '../../ui/naming.ts';
import { dateAndTime, exactTime } from '../../ui/times.ts';
import { ledgerPanel } from '../ledger-panel.styles.ts';
import { panel } from '../panel.styles.ts';
import '../../ui/deliveries/delivery-tries.ts';
import '../../ui/facts.ts';
import '../../ui/notice.ts';
import '../../ui/panel-skeleton.ts';

/**
 * One delivery: how it stands, what came of it, and each try.
 * @fires desk-opened - it is on screen; `detail` is its name
 */
export class DeskDeliveryPanel extends LitElement {
  static override styles = [base, quietScroll, panel, ledgerPanel];
  static override properties = {
    deliveryId: { attribute: 'delivery-id' },
    search: {},
    busy: { state: true },
  };

  declare deliveryId: string;
  /** The list's query string, for the way back. */
  declare search: string;
  declare private busy: boolean;

  readonly #delivery = new LiveDetail<DeliveryDetail>(this, {
    read: readDelivery,
    concerns: ({ data }, id) => data.deliveryId === id,
  });
  readonly #now = new Watch(this, clock);

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('article')?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('deliveryId')) this.#delivery.show(this.deliveryId);
  }

  protected override updated(): void {
    const { value } = this.#delivery;
    const detail = value ? nameOf(value) : '';
    this.dispatchEvent(new CustomEvent('desk-opened', { detail, bubbles: true, composed: true }));
  }

  protected override render() {
    return html`<article tabindex="-1">${this.#content()}</article>`;
  }

  #content() {
    const { value, status, problem } = this.#delivery;
    if (value) return this.#shown(value);
    if (status === 'loading')
      return html`<desk-panel-skeleton says=${texts.loadingOne}></desk-panel-skeleton>`;
    if (status === 'not-found' || status === 'gone')
      return html`<desk-notice icon="inbox" heading=${texts.notFound} text=${texts.notFoundText}>
        <sl-button href=${paths.deliveries(this.search)}>${texts.back}</sl-button>
      </desk-notice>`;
    return html`<desk-notice icon="exclamation-triangle" heading=${texts.oneFailed} text=${problem}>
      <sl-button @click=${() => this.#delivery.reload()}>${common.tryAgain}</sl-button>
    </desk-notice>`;
  }

  #shown(delivery: DeliveryDetail) {
    const { status, lastError, tries } = delivery;
    return html`<header>
        <a class="back" href=${paths.deliveries(this.search)} aria-label=${texts.back}>${icon('arrow-left')}</a>
        <div class="title">
          <h1>${nameOf(delivery)}</h1>
          ${deliveryMark(status)}
        </div>
        <div class="deeds">
          <sl-button size="small" ?disabled=${this.busy} @click=${this.#again}>
            <sl-icon slot="prefix" name="arrow-counterclockwise"></sl-icon>${texts.again}
          </sl-button>
        </div>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label=${texts.facts}>
        <div class="body">
          <section>
            <p class="says">${deliverySentence(delivery, this.#now.value)}</p>
            ${status !== 'delivered' && lastError ? html`<p class="says problem">${lastError}</p>` : nothing}
          </section>
          <section><desk-facts heading=${texts.facts} .facts=${factsOf(delivery)}></desk-facts></section>
          <section><desk-delivery-tries .tries=${tries}></desk-delivery-tries></section>
        </div>
      </div>`;
  }

  readonly #again = async () => {
    this.busy = true;
    await planAgain({ ids: [this.deliveryId] });
    this.busy = false;
  };
}

const nameOf = (delivery: DeliveryDetail) => texts.about(eventName(delivery.event), receiverOf(delivery));

function factsOf({
  kind,
  target,
  event,
  site,
  sessionId,
  createdAt,
  deliveredAt,
  externalUrl,
}: DeliveryDetail): Fact[] {
  const result = externalUrl ? webUrl(externalUrl) : null;
  const time = (at: string) => html`<time datetime=${at} title=${exactTime(at)}>${dateAndTime(at)}</time>`;
  return [
    [texts.way, texts.kinds[kind]],
    [texts.to, kind === 'email' ? receiverOf({ kind, target, event }) : target],
    [texts.site, site?.name],
    [
      texts.conversation,
      sessionId && html`<a href=${paths.conversation(sessionId)}>${texts.openConversation}</a>`,
    ],
    [texts.since, time(createdAt)],
    [texts.arrived, deliveredAt && time(deliveredAt)],
    [
      texts.result,
      result &&
        html`<a href=${result.href} target="_blank" rel="noopener noreferrer nofollow"
          >${texts.openResult[kind]}</a
        >`,
    ],
  ];
}

customElements.define('desk-delivery-panel', DeskDeliveryPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-delivery-panel': DeskDeliveryPanel;
  }
}
