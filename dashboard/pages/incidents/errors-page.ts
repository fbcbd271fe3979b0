import { html, LitElement, type PropertyValues } from 'lit';
import { type IncidentChoice, incidentsFromUrl, incidentsToUrl } from '../../api/incidents.ts';
import { Hotkeys } from '../../controllers/hotkeys.ts';
import { nextStatus, settle } from '../../controllers/incidents/settle-incident.ts';
import { navigate, paths } from '../../controllers/router.ts';
import { undoToast } from '../../controllers/toasts.ts';
import { base } from '../../ui/base.styles.ts';
import { listUntilOpen } from '../list-and-open.styles.ts';
import type { DeskIncidentList } from './incident-list.ts';
import './incident-list.ts';
import './incident-panel.ts';

/** Errors of workflows and assistants, and the open one beside the list; on a phone one at a time. */
export class DeskErrorsPage extends LitElement {
  static override styles = [base, listUntilOpen];
  static override properties = {
    incidentId: { attribute: 'incident-id' },
    search: {},
    open: { type: Boolean, reflect: true },
  };

  /** The error that is open, if any. */
  declare incidentId: string | null;
  declare search: string;
  declare private open: boolean;

  #choice: IncidentChoice = {};

  constructor() {
    super();
    this.search = '';
    this.incidentId = null;
    new Hotkeys(this, {
      j: () => this.#step(1),
      k: () => this.#step(-1),
      e: () => this.#resolve(),
      z: undoToast,
      Escape: () => this.#back(),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // One object for one query string, so that the list knows when nothing changed.
    if (changed.has('search')) this.#choice = incidentsFromUrl(this.search);
    this.open = this.incidentId !== null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('incidentId');
    // Coming here by a link leaves the focus where the browser put it; opening moves it to what was opened.
    if (!changed.has('incidentId') || before === undefined) return;
    if (this.incidentId) this.renderRoot.querySelector('desk-incident-panel')?.focus();
    else void this.#list?.updateComplete.then(() => this.#list?.focus());
  }

  protected override render() {
    return html`<desk-incident-list
        class="list"
        .choice=${this.#choice}
        .openId=${this.incidentId}
        @desk-incident-filter=${this.#onFilter}
      ></desk-incident-list>
      ${
        this.incidentId
          ? html`<desk-incident-panel
              incident-id=${this.incidentId}
              search=${incidentsToUrl(this.#choice)}
            ></desk-incident-panel>`
          : ''
      }`;
  }

  get #list(): DeskIncidentList | null {
    return this.renderRoot.querySelector('desk-incident-list');
  }

  #onFilter({ detail }: CustomEvent<IncidentChoice>): void {
    const search = incidentsToUrl(detail);
    navigate(this.incidentId ? paths.error(this.incidentId, search) : paths.errors(search));
  }

  #step(by: number): undefined {
    this.#list?.step(by);
  }

  /** The row one is at, else the error that is open. */
  #resolve(): boolean {
    const one = this.#list?.focusedRow ?? this.renderRoot.querySelector('desk-incident-panel')?.incident;
    if (one) void settle(one, nextStatus(one));
    return Boolean(one);
  }

  #back(): boolean {
    if (!this.incidentId) return false;
    navigate(paths.errors(incidentsToUrl(this.#choice)));
    return true;
  }
}

customElements.define('desk-errors-page', DeskErrorsPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-errors-page': DeskErrorsPage;
  }
}
