import { css, html, LitElement, nothing } from 'lit';
import type { ErasureView } from '../../../backend/privacy/schema.ts';
import { listErasures } from '../../api/privacy.ts';
import { PagedList } from '../../controllers/paged-list.ts';
import { texts } from '../../languages/en/app.ts';
import { countWords, privacyTexts as says } from '../../languages/en/privacy.ts';
import { base } from '../base.styles.ts';
import { settingsPart, settingsSection } from '../settings.styles.ts';
import '../load-more.ts';
import '../settings-skeleton.ts';
import '../time-ago.ts';

/** That people were erased: when, by whom, how much. */
export class DeskErasureHistory extends LitElement {
  static override styles = [
    base,
    settingsSection,
    settingsPart,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 2px 16px;
        padding: 10px 14px;
      }
      li > div {
        flex: 1 1 240px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      b {
        font-weight: var(--parlour-weight-bold);
      }
      desk-time-ago {
        white-space: nowrap;
      }
    `,
  ];

  readonly #erasures = new PagedList<ErasureView>(this, listErasures);

  /** Reads the newest again. */
  refresh(): Promise<void> {
    return this.#erasures.load({ quiet: true });
  }

  protected override render() {
    return html`<header>
        <h2>${says.history}</h2>
        <p>${says.historyText}</p>
      </header>
      ${this.#content()}`;
  }

  #content() {
    const { status, items, more } = this.#erasures;
    if (status === 'loading') return html`<desk-settings-skeleton rows="2"></desk-settings-skeleton>`;
    if (status === 'failed')
      return html`<div class="problem" role="alert">
        ${says.historyFailed}
        <sl-button size="small" @click=${() => this.#erasures.load()}>${texts.tryAgain}</sl-button>
      </div>`;
    if (items.length === 0) return html`<p class="quiet">${says.historyEmpty}</p>`;
    return html`<div>
      <ul class="rows" aria-label=${says.history}>
        ${items.map((erasure) => this.#row(erasure))}
      </ul>
      <desk-load-more .state=${more} @desk-load-more=${() => this.#erasures.loadMore()}></desk-load-more>
    </div>`;
  }

  #row({ at, actor, counts, repeatedAt }: ErasureView) {
    const who =
      actor.kind === 'api_key' && actor.name ? says.key(actor.name) : (actor.name ?? says.by[actor.kind]);
    return html`<li>
      <div>
        <b><bdi>${who}</bdi></b>
        <span class="quiet">· ${countWords(counts).join(', ') || (repeatedAt ? says.again : says.nothingErased)}</span>
        ${repeatedAt && countWords(counts).length > 0 ? html`<div class="quiet">${says.again}</div>` : nothing}
      </div>
      <desk-time-ago class="quiet" at=${at}></desk-time-ago>
    </li>`;
  }
}

customElements.define('desk-erasure-history', DeskErasureHistory);

declare global {
  interface HTMLElementTagNameMap {
    'desk-erasure-history': DeskErasureHistory;
  }
}
