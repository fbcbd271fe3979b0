import { css, html, LitElement, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type LeadListFilters, leadFiltersToUrl } from '../../api/lead-filters.ts';
import { LeadListController } from '../../controllers/leads/lead-list.ts';
import { ListFocus } from '../../controllers/list-focus.ts';
import { paths } from '../../controllers/router.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import { leadColumns } from '../../ui/leads/lead-row.styles.ts';
import { listColumn } from '../../ui/list.styles.ts';
import { listEnd, listEndStyles, listFailed } from '../../ui/list-states.ts';
import '../../ui/leads/lead-list-header.ts';
import '../../ui/leads/lead-row.ts';
import '../../ui/notice.ts';
import '../../ui/row-skeletons.ts';

/** The list of leads: a table where there is room for one, else rows of two lines. */
export class DeskLeadList extends LitElement {
  static override styles = [
    base,
    quietScroll,
    listColumn,
    listEndStyles,
    leadColumns,
    css`
      :host {
        container: leads / inline-size;
      }
      .head {
        position: sticky;
        top: 0;
        z-index: 1;
        padding-block: 7px;
        font-size: var(--parlour-size-xs);
        color: var(--parlour-ink-faint);
        background: var(--parlour-surface);
        border-bottom: 1px solid var(--parlour-line-soft);
      }
      .head :last-child {
        text-align: end;
      }
      @container leads (max-width: 799px) {
        .head {
          display: none;
        }
      }
    `,
  ];
  static override properties = { filters: { attribute: false }, openId: { attribute: 'open-id' } };

  declare filters: LeadListFilters;
  /** The lead that is open beside the list. */
  declare openId: string | null;

  readonly #leads = new LeadListController(this);
  readonly #focus = new ListFocus(this, 'desk-lead-row', () => this.#leads.list.items);

  /** Moves the focus by so many rows; the first press goes to where one was. */
  step(by: number): void {
    this.#focus.step(by);
  }

  override focus(): void {
    this.#focus.focusCurrent();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('filters')) this.#leads.show(this.filters);
    if (changed.has('openId') && this.openId) this.#focus.moveTo(this.openId);
  }

  protected override render() {
    const isBusy = this.#leads.list.status === 'loading';
    return html`<desk-lead-list-header .filters=${this.filters}></desk-lead-list-header>
      <div class="scroll" aria-busy=${isBusy ? 'true' : 'false'}>${this.#content()}</div>`;
  }

  #content() {
    const { items, status } = this.#leads.list;
    if (status === 'loading') return html`<desk-row-skeletons says=${texts.loading}></desk-row-skeletons>`;
    if (status === 'failed') return listFailed(this.#leads.list, texts.failed);
    if (items.length === 0) return this.#empty();
    const search = leadFiltersToUrl(this.filters);
    const reachable = this.#focus.currentId;
    const { columns } = texts;
    return html`<div class="head columns" aria-hidden="true">
        ${[columns.lead, columns.state, columns.score, columns.owner, columns.source, columns.changed].map(
          (name) => html`<span>${name}</span>`,
        )}
      </div>
      <ul aria-label=${texts.title} @keydown=${this.#focus.onArrow}>
        ${repeat(
          items,
          ({ id }) => id,
          (lead) => html`<li>
            <desk-lead-row
              .lead=${lead}
              href=${paths.lead(lead.id, search)}
              ?current=${lead.id === this.openId}
              .reachable=${lead.id === reachable}
            ></desk-lead-row>
          </li>`,
        )}
      </ul>
      ${listEnd(this.#leads.list, texts)}`;
  }

  #empty() {
    if (leadFiltersToUrl({ ...this.filters, sort: undefined }))
      return html`<desk-notice icon="inbox" heading=${texts.noneTitle} text=${texts.noneText}>
        <sl-button size="small" href=${paths.leads()}>${texts.clear}</sl-button>
      </desk-notice>`;
    return html`<desk-notice icon="person-vcard" heading=${texts.emptyTitle} text=${texts.emptyText}>
      <a href="/demo" target="_blank">${texts.emptyDemo}</a>
    </desk-notice>`;
  }
}

customElements.define('desk-lead-list', DeskLeadList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-list': DeskLeadList;
  }
}
