import { css, html, LitElement, nothing } from 'lit';
import type { Coverage, SignalCode } from '../../backend/reviews/queue/schema.ts';
import { choiceToUrl, type QueueChoice } from '../api/review-queue.ts';
import { askLeadChoices, leadSites } from '../controllers/lead-choices.ts';
import { sitting, takeUpSkipped } from '../controllers/review-sitting.ts';
import { paths } from '../controllers/router.ts';
import { Watch } from '../controllers/store.ts';
import { queueTexts as texts } from '../languages/en/queue.ts';
import { base } from './base.styles.ts';
import type { Option } from './choice.ts';

/**
 * The head of the queue: how much has been read, how far this sitting is, and what narrows it.
 * @fires desk-queue-choice - other filters are wanted; `detail` is all of them
 */
export class DeskQueueHeader extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 10px;
        padding: 16px 16px 12px;
        border-bottom: 1px solid var(--parlour-line-soft);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 12px;
      }
      h1 {
        flex: 1;
        font-size: var(--parlour-size-l);
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
      .filters {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      select {
        flex: 1 1 130px;
        min-width: 0;
        height: 30px;
        padding: 0 8px;
        font: inherit;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-soft);
        color-scheme: inherit;
        background: var(--parlour-surface);
        border: 1px solid var(--parlour-line-soft);
        border-radius: var(--parlour-radius);
      }
      select:hover {
        color: var(--parlour-ink);
        border-color: var(--sl-color-neutral-300);
      }
      .on {
        color: var(--parlour-accent-ink);
        border-color: var(--parlour-accent-ink);
        background: var(--desk-chosen);
      }
      button {
        padding: 3px 6px;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-accent-ink);
        border-radius: var(--parlour-radius);
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      @media (pointer: coarse) {
        select {
          height: 38px;
        }
        button {
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
  readonly #sites = new Watch(this, leadSites);

  override connectedCallback(): void {
    super.connectedCallback();
    askLeadChoices();
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
              <button type="button" @click=${takeUpSkipped}>${texts.showSkipped}</button>
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
    const sites = this.#sites.value.map(({ id, name }): Option => [id, name]);
    return html`${this.#select('signal', texts.reason, [['', texts.anyReason], ...reasons], signal)}
      ${sites.length > 1 || site ? this.#select('site', texts.site, [['', texts.anySite], ...sites], site) : nothing}
      ${
        choiceToUrl(this.choice)
          ? html`<button type="button" @click=${() => this.#fire({})}>${texts.clear}</button>`
          : nothing
      }`;
  }

  #select(name: keyof QueueChoice, label: string, options: readonly Option[], value: string) {
    const change = (event: Event) => {
      const chosen = (event.target as HTMLSelectElement).value || undefined;
      this.#fire({ ...this.choice, [name]: chosen as SignalCode | undefined });
    };
    return html`<select class=${value ? 'on' : ''} aria-label=${label} @change=${change}>
      ${options.map(([id, says]) => html`<option value=${id} ?selected=${id === value}>${says}</option>`)}
    </select>`;
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
