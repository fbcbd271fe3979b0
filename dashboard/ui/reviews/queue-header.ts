import { css, html, LitElement, nothing } from 'lit';
import type { Coverage, SignalCode } from '../../../backend/reviews/queue/schema.ts';
import { choiceToUrl, type QueueChoice } from '../../api/review-queue.ts';
import { askSitesAndPeople, sites } from '../../controllers/choices.ts';
import { sitting, takeUpSkipped } from '../../controllers/reviews/review-sitting.ts';
import { paths } from '../../controllers/router.ts';
import { Watch } from '../../controllers/store.ts';
import { queueTexts as texts } from '../../languages/en/queue.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { filterSelect, filterSite } from '../list-filters.ts';
import { filterFields, listHead } from '../list-head.styles.ts';

/**
 * The head of the queue: how much has been read, how far this sitting is, and what narrows it.
 * @fires desk-queue-choice - other filters are wanted; `detail` is all of them
 */
export class DeskQueueHeader extends LitElement {
  static override styles = [
    base,
    listHead,
    filterFields,
    css`
      :host {
        padding-inline: 16px;
      }
      .top {
        align-items: baseline;
        gap: 4px 12px;
      }
      .top a {
        font-size: var(--parlour-size-xs);
      }
      .sitting {
        order: 1;
        width: 100%;
        color: var(--parlour-passed);
        font-size: var(--parlour-size-xs);
        font-variant-numeric: tabular-nums;
      }
      p {
        color: var(--parlour-ink-soft);
        font-size: var(--parlour-size-xs);
        font-variant-numeric: tabular-nums;
        text-wrap: pretty;
      }
      progress {
        display: block;
        width: 100%;
        height: 4px;
        border: 0;
        border-radius: var(--parlour-radius-pill);
        overflow: hidden;
        background: var(--parlour-sunken);
        appearance: none;
      }
      progress::-webkit-progress-bar {
        background: var(--parlour-sunken);
      }
      progress::-webkit-progress-value {
        background: var(--parlour-passed);
      }
      progress::-moz-progress-bar {
        background: var(--parlour-passed);
      }
      select {
        flex: 1 1 130px;
        min-width: 0;
        max-width: none;
      }
      .clear {
        padding: 3px 6px;
      }
      @media (pointer: coarse) {
        .clear {
          padding-block: 8px;
        }
      }
    `,
  ];
  static override properties = {
    choice: { attribute: false },
    coverage: { attribute: false },
    news: {},
  };

  declare choice: QueueChoice;
  /** null while it is not known. */
  declare coverage: Coverage | null;
  /** What somebody else did meanwhile. */
  declare news: string;

  readonly #sitting = new Watch(this, sitting);
  readonly #sites = new Watch(this, sites);

  override connectedCallback(): void {
    super.connectedCallback();
    askSitesAndPeople();
  }

  protected override render() {
    const { judged, skipped } = this.#sitting.value;
    return html`<div class="top">
        <h1>${texts.title}</h1>
        <a href=${paths.cases()}>${texts.cases}</a>
        ${judged > 0 ? html`<span class="sitting">${texts.sitting(judged)}</span>` : nothing}
      </div>
      ${this.#coverage()}
      ${this.coverage?.waiting || choiceToUrl(this.choice) ? html`<div class="filters">${this.#selects()}</div>` : nothing}
      ${
        skipped.size > 0
          ? html`<p>
              ${texts.skipped(skipped.size)}
              <button type="button" class="clear" @click=${takeUpSkipped}>${texts.showSkipped}</button>
            </p>`
          : nothing
      }
      <p role="status" ?hidden=${!this.news}>${this.news}</p>`;
  }

  #coverage() {
    if (!this.coverage) return nothing;
    const { reviewed, eligible, days, waiting } = this.coverage;
    if (eligible === 0 && waiting === 0) return nothing;
    return html`<p class="coverage">${texts.coverage(reviewed, eligible, days ?? 0, waiting)}</p>
      <progress max=${Math.max(1, eligible)} .value=${reviewed} aria-label=${texts.share}></progress>`;
  }

  #selects() {
    const { site = '', signal = '' } = this.choice;
    const counts = this.coverage?.bySignal ?? {};
    // What waits is offered, and what was chosen even when nothing waits for it any more.
    const reasons = Object.entries(texts.signals)
      .filter(([code]) => counts[code] || code === signal)
      .map(([code, name]): Option => [code, texts.withCount(name, counts[code] ?? 0)]);
    const options: Option[] = [['', texts.anyReason], ...reasons];
    return html`${filterSelect(this.#field('signal', texts.reason, signal), options)}
      ${filterSite(this.#field('site', texts.site, site), this.#sites.value, texts)}
      ${
        choiceToUrl(this.choice)
          ? html`<button type="button" class="clear" @click=${() => this.#fire({})}>${texts.clear}</button>`
          : nothing
      }`;
  }

  #field(name: keyof QueueChoice, label: string, value: string) {
    const choose = (chosen: string) =>
      this.#fire({ ...this.choice, [name]: (chosen || undefined) as SignalCode | undefined });
    return { label, value, choose };
  }

  #fire(detail: QueueChoice): void {
    this.dispatchEvent(new CustomEvent('desk-queue-choice', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-queue-header', DeskQueueHeader);

declare global {
  interface HTMLElementTagNameMap {
    'desk-queue-header': DeskQueueHeader;
  }
  interface HTMLElementEventMap {
    'desk-queue-choice': CustomEvent<QueueChoice>;
  }
}
