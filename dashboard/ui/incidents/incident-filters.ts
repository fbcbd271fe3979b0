import { html, LitElement, nothing } from 'lit';
import { type IncidentChoice, incidentsToUrl } from '../../api/incidents.ts';
import { askSitesAndPeople, sites } from '../../controllers/choices.ts';
import { Watch } from '../../controllers/store.ts';
import { errorTexts as texts } from '../../languages/en/errors.ts';
import { base } from '../base.styles.ts';
import type { Option } from '../choice.ts';
import { ledgerHead } from '../ledger.styles.ts';
import { filterSite } from '../list-filters.ts';
import '../choice.ts';

const states: readonly Option[] = [
  ['', texts.status.open],
  ['resolved', texts.status.resolved],
  ['muted', texts.status.muted],
  ['all', texts.all],
];

/**
 * The head of the errors with its filters.
 * @fires desk-incident-filter - other filters are wanted; `detail` is all of them
 */
export class DeskIncidentFilters extends LitElement {
  static override styles = [base, ledgerHead];
  static override properties = { choice: { attribute: false } };

  declare choice: IncidentChoice;

  readonly #sites = new Watch(this, sites);

  override connectedCallback(): void {
    super.connectedCallback();
    askSitesAndPeople();
  }

  protected override render() {
    const { status = '', site = '' } = this.choice;
    const chooseSite = (chosen: string) => this.#change({ site: chosen || undefined });
    return html`<h1>${texts.title}</h1>
      <div class="filters">
        <desk-choice
          label=${texts.statusFilter}
          .options=${states}
          value=${status}
          @desk-choose=${({ detail }: CustomEvent<'all'>) => this.#change({ status: detail || undefined })}
        ></desk-choice>
        ${filterSite({ value: site, choose: chooseSite }, this.#sites.value, texts)}
        ${
          incidentsToUrl(this.choice)
            ? html`<button type="button" class="clear" @click=${() => this.#fire({})}>${texts.clear}</button>`
            : nothing
        }
      </div>`;
  }

  #change(part: IncidentChoice): void {
    this.#fire({ ...this.choice, ...part });
  }

  #fire(detail: IncidentChoice): void {
    this.dispatchEvent(new CustomEvent('desk-incident-filter', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('desk-incident-filters', DeskIncidentFilters);

declare global {
  interface HTMLElementTagNameMap {
    'desk-incident-filters': DeskIncidentFilters;
  }
  interface HTMLElementEventMap {
    'desk-incident-filter': CustomEvent<IncidentChoice>;
  }
}
