import { html, LitElement, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { IncidentView } from '../../../backend/incidents/schema.ts';
import {
  type IncidentChoice,
  incidentFits,
  incidentsToUrl,
  listIncidents,
  statusOf,
} from '../../api/incidents.ts';
import { ListFocus } from '../../controllers/list-focus.ts';
import { LiveList } from '../../controllers/live-list.ts';
import { paths } from '../../controllers/router.ts';
import { errorTexts as texts } from '../../languages/en/errors.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import { ledgerList } from '../../ui/ledger.styles.ts';
import { listEnd, listFailed } from '../../ui/list-states.ts';
import '../../ui/incidents/connect-errors.ts';
import '../../ui/incidents/incident-filters.ts';
import '../../ui/incidents/incident-row.ts';
import '../../ui/notice.ts';
import '../../ui/row-skeletons.ts';

/** Errors of workflows and assistants, each once however often it came; the last to happen first. */
export class DeskIncidentList extends LitElement {
  static override styles = [base, quietScroll, ledgerList];
  static override properties = { choice: { attribute: false }, openId: { attribute: false } };

  declare choice: IncidentChoice;
  /** The error that is open beside the list. */
  declare openId: string | null;

  readonly #incidents = new LiveList<IncidentView>(this, {
    ask: (page, signal) =>
      listIncidents({ status: statusOf(this.choice), site: this.choice.site, ...page }, signal),
    rowOf: ({ incident }) => incident,
    fits: (incident) => incidentFits(this.choice, incident),
    moves: true,
    brings: [],
  });
  readonly #focus = new ListFocus(this, 'desk-incident-row', () => this.#incidents.list.items);

  /** The row that the keyboard is at, if the list has the focus. */
  get focusedRow(): IncidentView | null {
    return this.#focus.focused;
  }

  /** Moves the focus by so many rows; the first press goes to where one was. */
  step(by: number): void {
    this.#focus.step(by);
  }

  override focus(): void {
    this.#focus.focusCurrent();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('choice')) this.#incidents.show(incidentsToUrl(this.choice));
    if (changed.has('openId') && this.openId) this.#focus.moveTo(this.openId);
  }

  protected override render() {
    const isBusy = this.#incidents.list.status === 'loading';
    return html`<desk-incident-filters .choice=${this.choice}></desk-incident-filters>
      <div class="scroll" aria-busy=${isBusy ? 'true' : 'false'}>${this.#content()}</div>`;
  }

  #content() {
    const { items, status } = this.#incidents.list;
    if (status === 'loading') return html`<desk-row-skeletons says=${texts.loading}></desk-row-skeletons>`;
    if (status === 'failed') return listFailed(this.#incidents.list, texts.failed);
    if (items.length === 0) return this.#empty();
    const reachable = this.#focus.currentId;
    return html`<ul aria-label=${texts.list} @keydown=${this.#focus.onArrow}>
        ${repeat(
          items,
          ({ id }) => id,
          (incident) => html`<li>
            <desk-incident-row
              .incident=${incident}
              href=${paths.error(incident.id, incidentsToUrl(this.choice))}
              ?current=${incident.id === this.openId}
              .reachable=${incident.id === reachable}
            ></desk-incident-row>
          </li>`,
        )}
      </ul>
      ${listEnd(this.#incidents.list, texts)}`;
  }

  #empty() {
    const { status, site = '' } = this.choice;
    if (status && status !== 'all')
      return html`<desk-notice icon="inbox" heading=${texts.noneTitle} text=${texts.noneText}>
        <sl-button size="small" href=${paths.errors()}>${texts.showOpen}</sl-button>
      </desk-notice>`;
    return html`<desk-notice icon="check-circle" heading=${texts.emptyTitle} text=${texts.emptyText}>
      <desk-connect-errors chosen=${site}></desk-connect-errors>
    </desk-notice>`;
  }
}

customElements.define('desk-incident-list', DeskIncidentList);

declare global {
  interface HTMLElementTagNameMap {
    'desk-incident-list': DeskIncidentList;
  }
}
