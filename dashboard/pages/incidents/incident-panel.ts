import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { IncidentDetail, IncidentStatus } from '../../../backend/incidents/schema.ts';
import { readIncident } from '../../api/incidents.ts';
import { nextStatus, settle } from '../../controllers/incidents/settle-incident.ts';
import { LiveDetail } from '../../controllers/live-detail.ts';
import { paths } from '../../controllers/router.ts';
import { texts as common } from '../../languages/en/app.ts';
import { errorTexts as texts } from '../../languages/en/errors.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import type { Fact } from '../../ui/facts.ts';
import { icon } from '../../ui/icons.ts';
import { placeOf, runLink, statusMark } from '../../ui/incidents/incident-words.ts';
import { fieldLabel } from '../../ui/naming.ts';
import { dateAndTime, exactTime } from '../../ui/times.ts';
import { ledgerPanel } from '../ledger-panel.styles.ts';
import { panel } from '../panel.styles.ts';
import '../../ui/facts.ts';
import '../../ui/notice.ts';
import '../../ui/panel-skeleton.ts';

/**
 * One error: what and where, how often, the last times it happened, and what is known about it.
 * @fires desk-opened - it is on screen; `detail` is its message
 */
export class DeskIncidentPanel extends LitElement {
  static override styles = [base, quietScroll, panel, ledgerPanel];
  static override properties = { incidentId: { attribute: 'incident-id' }, search: {} };

  declare incidentId: string;
  /** The list's query string, for the way back. */
  declare search: string;

  readonly #incident = new LiveDetail<IncidentDetail>(this, {
    read: readIncident,
    concerns: ({ data }, id) => data.incidentId === id,
  });

  /** What is on screen, for shortcuts. */
  get incident(): IncidentDetail | null {
    return this.#incident.value;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('article')?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('incidentId')) this.#incident.show(this.incidentId);
  }

  protected override updated(): void {
    const detail = this.incident?.message ?? '';
    this.dispatchEvent(new CustomEvent('desk-opened', { detail, bubbles: true, composed: true }));
  }

  protected override render() {
    return html`<article tabindex="-1">${this.#content()}</article>`;
  }

  #content() {
    const { value, status, problem } = this.#incident;
    if (value) return this.#shown(value);
    if (status === 'loading')
      return html`<desk-panel-skeleton says=${texts.loadingOne}></desk-panel-skeleton>`;
    if (status === 'not-found' || status === 'gone')
      return html`<desk-notice icon="inbox" heading=${texts.notFound} text=${texts.notFoundText}>
        <sl-button href=${paths.errors(this.search)}>${texts.back}</sl-button>
      </desk-notice>`;
    return html`<desk-notice icon="exclamation-triangle" heading=${texts.oneFailed} text=${problem}>
      <sl-button @click=${() => this.#incident.reload()}>${common.tryAgain}</sl-button>
    </desk-notice>`;
  }

  #shown(incident: IncidentDetail) {
    const { status, message, stack } = incident;
    return html`<header>
        <a class="back" href=${paths.errors(this.search)} aria-label=${texts.back}>${icon('arrow-left')}</a>
        <div class="title">
          <h1>${placeOf(incident)}</h1>
          ${statusMark(status)}
        </div>
        <div class="deeds">
          ${
            status === 'muted'
              ? nothing
              : html`<sl-button size="small" title=${texts.mutedHint} @click=${() => this.#settle('muted')}
                  >${texts.mute}</sl-button
                >`
          }
          <sl-button
            size="small"
            variant=${status === 'open' ? 'primary' : 'default'}
            @click=${() => this.#settle(nextStatus(incident))}
            >${status === 'open' ? texts.resolve : texts.reopen}</sl-button
          >
        </div>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label=${texts.facts}>
        <div class="body">
          <section>
            <p class="says problem">${message}</p>
            ${
              status === 'open'
                ? nothing
                : html`<p class="quiet">${status === 'muted' ? texts.mutedHint : texts.resolvedHint}</p>`
            }
          </section>
          <section><desk-facts heading=${texts.facts} .facts=${factsOf(incident)}></desk-facts></section>
          <section>${this.#recent(incident)}</section>
          ${
            stack
              ? html`<section>
                  <details>
                    <summary>${texts.stack}</summary>
                    <pre tabindex="0" role="group" aria-label=${texts.stack}>${stack}</pre>
                  </details>
                </section>`
              : nothing
          }
        </div>
      </div>`;
  }

  #recent({ recent, occurrences }: IncidentDetail) {
    return html`<h2>${occurrences > recent.length && recent.length > 0 ? texts.recentMax(recent.length) : texts.recent}</h2>
      ${recent.length === 0 ? html`<p class="quiet">${texts.noRecent}</p>` : nothing}
      <ul class="rows">
        ${recent.map(
          ({ at, sessionId, execution }) => html`<li class="line">
            <time class="grow" datetime=${at} title=${exactTime(at)}>${dateAndTime(at)}</time>
            ${sessionId ? html`<a href=${paths.conversation(sessionId)}>${texts.openConversation}</a>` : nothing}
            ${runLink(execution)}
          </li>`,
        )}
      </ul>`;
  }

  async #settle(status: IncidentStatus): Promise<void> {
    const changed = this.incident && (await settle(this.incident, status));
    if (changed) this.#incident.take(changed);
  }
}

function factsOf(incident: IncidentDetail): Fact[] {
  const { workflow, node, site, severity, occurrences, firstAt, lastAt, details } = incident;
  const time = (at: string) => html`<time datetime=${at} title=${exactTime(at)}>${dateAndTime(at)}</time>`;
  return [
    [texts.kindOf, severity === 'error' ? null : texts.severity[severity]],
    [texts.workflow, workflow.name ?? workflow.id],
    [texts.node, node],
    [texts.site, site?.name],
    [texts.happened, texts.times(occurrences)],
    [texts.first, time(firstAt)],
    [texts.last, time(lastAt)],
    ...Object.entries(details).map(([name, value]): Fact => [fieldLabel(name), inWords(value)]),
  ];
}

/** Workflows may report anything. */
function inWords(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

customElements.define('desk-incident-panel', DeskIncidentPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-incident-panel': DeskIncidentPanel;
  }
}
