import { css, html, LitElement, type PropertyValues } from 'lit';
import { type LeadListFilters, leadFiltersFromUrl, leadFiltersToUrl } from '../../api/lead-filters.ts';
import { Hotkeys } from '../../controllers/hotkeys.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { base } from '../../ui/base.styles.ts';
import { listUntilOpen } from '../list-and-open.styles.ts';
import type { DeskLeadList } from './lead-list.ts';
import './lead-list.ts';
import './lead-page.ts';

/** All leads, and the open one beside them; on a phone one at a time. */
export class DeskLeadsPage extends LitElement {
  static override styles = [
    base,
    listUntilOpen,
    css`
      :host {
        --list: minmax(300px, 380px);
      }
    `,
  ];
  static override properties = {
    leadId: { attribute: 'lead-id' },
    search: {},
    open: { type: Boolean, reflect: true },
  };

  /** The lead that is open, if any. */
  declare leadId: string | null;
  declare search: string;
  declare private open: boolean;

  #filters: LeadListFilters = {};

  constructor() {
    super();
    this.search = '';
    this.leadId = null;
    new Hotkeys(this, {
      j: () => this.#step(1),
      k: () => this.#step(-1),
      Escape: () => this.#back(),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) this.#filters = leadFiltersFromUrl(this.search);
    this.open = this.leadId !== null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('leadId');
    if (!changed.has('leadId') || before === undefined) return;
    if (this.leadId) this.renderRoot.querySelector('desk-lead-page')?.focus();
    else void this.#list?.updateComplete.then(() => this.#list?.focus());
  }

  protected override render() {
    const search = leadFiltersToUrl(this.#filters);
    return html`<desk-lead-list
        class="list"
        .filters=${this.#filters}
        .openId=${this.leadId}
        @desk-lead-filter=${this.#onFilter}
      ></desk-lead-list>
      ${this.leadId ? html`<desk-lead-page lead-id=${this.leadId} search=${search}></desk-lead-page>` : ''}`;
  }

  get #list(): DeskLeadList | null {
    return this.renderRoot.querySelector('desk-lead-list');
  }

  #onFilter(event: CustomEvent<LeadListFilters>): void {
    const search = leadFiltersToUrl(event.detail);
    navigate(this.leadId ? paths.lead(this.leadId, search) : paths.leads(search));
  }

  #step(by: number): undefined {
    this.#list?.step(by);
  }

  #back(): boolean {
    if (!this.leadId) return false;
    navigate(paths.leads(leadFiltersToUrl(this.#filters)));
    return true;
  }
}

customElements.define('desk-leads-page', DeskLeadsPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-leads-page': DeskLeadsPage;
  }
}
