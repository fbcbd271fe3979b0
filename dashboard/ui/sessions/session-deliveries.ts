import { css, html, LitElement, nothing } from 'lit';
import type { DeliveryView } from '../../../backend/deliveries/schema.ts';
import { clock } from '../../controllers/clock.ts';
import { paths } from '../../controllers/router.ts';
import { Watch } from '../../controllers/store.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { base } from '../base.styles.ts';
import { deliveryMark, deliverySentence, eventName, kindIcons } from '../deliveries/delivery-words.ts';
import { icon } from '../icons.ts';
import { webUrl } from '../naming.ts';
import { side } from '../side.styles.ts';

/** Beside a transcript: what was sent out because of it, each a link to its tries. */
export class DeskSessionDeliveries extends LitElement {
  static override styles = [
    base,
    side,
    css`
      ul {
        display: grid;
        gap: 2px;
        margin-inline: -10px;
      }
      .one {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        column-gap: 10px;
        padding: 7px 10px;
        color: inherit;
        text-decoration: none;
        border-radius: var(--parlour-radius);
        overflow-wrap: anywhere;
      }
      .one:hover {
        background: var(--desk-hover);
      }
      .one > sl-icon {
        margin-top: 3px;
        color: var(--parlour-ink-soft);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
      }
      .result {
        display: inline-block;
        margin-inline-start: 36px;
        font-size: var(--parlour-size-xs);
      }
    `,
  ];
  static override properties = { deliveries: { attribute: false } };

  declare deliveries: readonly DeliveryView[];

  readonly #now = new Watch(this, clock);

  /** What arrived on Messenger stands in the transcript already. */
  private get shown(): readonly DeliveryView[] {
    return this.deliveries.filter(
      ({ kind, status }) => kind !== 'messenger' || status === 'failed' || status === 'dead',
    );
  }

  protected override willUpdate(): void {
    this.hidden = this.shown.length === 0;
  }

  protected override render() {
    const { shown } = this;
    if (shown.length === 0) return nothing;
    return html`<h2>${texts.sentOut}</h2>
      <ul>
        ${shown.toReversed().map((delivery) => this.#delivery(delivery))}
      </ul>`;
  }

  #delivery(delivery: DeliveryView) {
    const { id, kind, event, status, externalUrl } = delivery;
    const result = externalUrl ? webUrl(externalUrl) : null;
    return html`<li>
      <a class="one" href=${paths.delivery(id)}>
        ${icon(kindIcons[kind], texts.kinds[kind])}
        <div>
          <div>${deliverySentence(delivery, this.#now.value)}</div>
          <div class="line"><span class="quiet">${eventName(event)}</span>${deliveryMark(status)}</div>
        </div>
      </a>
      ${
        result
          ? html`<a class="result" href=${result.href} target="_blank" rel="noopener noreferrer nofollow"
              >${texts.openResult[kind]}</a
            >`
          : nothing
      }
    </li>`;
  }
}

customElements.define('desk-session-deliveries', DeskSessionDeliveries);

declare global {
  interface HTMLElementTagNameMap {
    'desk-session-deliveries': DeskSessionDeliveries;
  }
}
