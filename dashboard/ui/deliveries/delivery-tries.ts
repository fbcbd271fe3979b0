import { css, html, LitElement, nothing } from 'lit';
import type { DeliveryDetail } from '../../../backend/deliveries/schema.ts';
import { deliveryTexts as texts } from '../../languages/en/deliveries.ts';
import { number } from '../../languages/locale.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { dateAndTime, exactTime } from '../times.ts';

type Try = DeliveryDetail['tries'][number];

/** Each try of a delivery, the last one first: when, how long it took, what was answered. */
export class DeskDeliveryTries extends LitElement {
  static override styles = [
    base,
    css`
      h2 {
        font-size: var(--parlour-size-s);
        margin-bottom: 4px;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        column-gap: 10px;
        padding: 10px 0;
        border-top: 1px solid var(--parlour-line-soft);
      }
      li:first-child {
        border-top: 0;
      }
      li > sl-icon {
        margin-top: 3px;
        color: var(--parlour-ink-faint);
      }
      .ok > sl-icon {
        color: var(--parlour-passed);
      }
      .bad > sl-icon {
        color: var(--parlour-issue);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0 14px;
      }
      .line,
      p {
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      strong {
        font-weight: var(--parlour-weight-bold);
      }
      .quiet,
      .label {
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
        line-height: 21px;
      }
      pre {
        max-height: 200px;
        overflow: auto;
        margin: 2px 0 0;
        padding: 8px 12px;
        border-radius: var(--parlour-radius);
        background: var(--parlour-sunken);
        font: 13px / 1.55 ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];
  static override properties = { tries: { attribute: false } };

  declare tries: readonly Try[];

  protected override render() {
    return html`<h2>${texts.tries}</h2>
      ${this.tries.length === 0 ? html`<p class="quiet">${texts.noTries}</p>` : nothing}
      <ol role="list">
        ${[...this.tries].reverse().map((one) => this.#try(one))}
      </ol>`;
  }

  #try({ number, at, durationMs, status, error, response }: Try) {
    const isOver = durationMs !== null;
    const look = !isOver ? 'open' : error ? 'bad' : 'ok';
    const names = { open: 'hourglass-split', bad: 'x-lg', ok: 'check-lg' } as const;
    return html`<li class=${look}>
      ${icon(names[look])}
      <div>
        <div class="line">
          <strong>${texts.number(number)}</strong>
          <time class="quiet" datetime=${at} title=${exactTime(at)}>${dateAndTime(at)}</time>
          ${isOver ? html`<span class="quiet">${texts.took(duration(durationMs))}</span>` : nothing}
          ${status === null ? nothing : html`<span class="quiet">${texts.answered(status)}</span>`}
        </div>
        <p>${isOver ? (error ?? texts.accepted) : texts.unfinished}</p>
        ${
          response
            ? html`<div class="label">${texts.answer}</div>
                <pre tabindex="0" role="group" aria-label=${texts.answer}>${response}</pre>`
            : nothing
        }
      </div>
    </li>`;
  }
}

/** "340 ms", "12.4 sec". */
function duration(ms: number): string {
  const [value, unit] = ms < 1000 ? [ms, 'millisecond'] : [Math.round(ms / 100) / 10, 'second'];
  return number(value, { style: 'unit', unit, unitDisplay: 'short' });
}

customElements.define('desk-delivery-tries', DeskDeliveryTries);

declare global {
  interface HTMLElementTagNameMap {
    'desk-delivery-tries': DeskDeliveryTries;
  }
}
