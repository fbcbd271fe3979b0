import { html, LitElement, type PropertyValues } from 'lit';
import { live as asItIs } from 'lit/directives/live.js';
import type { LeadDetail, LeadPatch, Qualification } from '../../../backend/leads/schema.ts';
import { messageOf } from '../../api/client.ts';
import { patchLead, readLead } from '../../api/leads.ts';
import { people } from '../../controllers/choices.ts';
import { LiveDetail } from '../../controllers/live-detail.ts';
import { paths } from '../../controllers/router.ts';
import { Watch } from '../../controllers/store.ts';
import { showToast } from '../../controllers/toasts.ts';
import { texts as common } from '../../languages/en/app.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import { base, quietScroll } from '../../ui/base.styles.ts';
import type { Option } from '../../ui/choice.ts';
import { icon } from '../../ui/icons.ts';
import { leadFacts } from '../../ui/leads/lead-facts.ts';
import { leadName } from '../../ui/leads/lead-words.ts';
import { panel } from '../panel.styles.ts';
import { leadPageStyles } from './lead-page.styles.ts';
import '../../ui/choice.ts';
import '../../ui/detail-skeleton.ts';
import '../../ui/facts.ts';
import '../../ui/leads/lead-duplicates.ts';
import '../../ui/leads/lead-form.ts';
import '../../ui/leads/lead-history.ts';
import '../../ui/leads/lead-score.ts';
import '../../ui/notice.ts';
import '../../ui/leads/send-lead.ts';

const states = Object.entries(texts.qualification) as Array<readonly [Qualification, string]>;

/**
 * One lead: what is known, how it is judged and why, where it came from and what happened to it.
 * @fires desk-opened - a lead is on screen; `detail` is its name
 */
export class DeskLeadPage extends LitElement {
  static override styles = [base, quietScroll, panel, leadPageStyles];
  static override properties = { leadId: { attribute: 'lead-id' }, search: {} };

  declare leadId: string;
  /** The list's query string, for the way back. */
  declare search: string;

  readonly #lead = new LiveDetail<LeadDetail>(this, {
    read: readLead,
    // Where the lead came from and who it is may change with its conversation.
    concerns: ({ name, data }, _, lead) =>
      lead?.sessionId !== undefined &&
      data.sessionId === lead.sessionId &&
      (name.startsWith('lead.') || name === 'session.deleted' || name === 'session.updated'),
  });
  readonly #people = new Watch(this, people);

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('article')?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('leadId')) this.#lead.show(this.leadId);
  }

  protected override updated(): void {
    const detail = this.#lead.value ? leadName(this.#lead.value) : '';
    this.dispatchEvent(new CustomEvent('desk-opened', { detail, bubbles: true, composed: true }));
  }

  protected override render() {
    return html`<article tabindex="-1">${this.#content()}</article>`;
  }

  #content() {
    const { status, value: lead, problem } = this.#lead;
    if (lead) return this.#shown(lead);
    const back = html`<sl-button href=${paths.leads(this.search)}>${texts.back}</sl-button>`;
    switch (status) {
      case 'not-found':
        return html`<desk-notice icon="inbox" heading=${texts.notFound} text=${texts.notFoundText}>${back}</desk-notice>`;
      case 'gone':
        return html`<desk-notice icon="inbox" heading=${texts.gone} text=${texts.goneText}>${back}</desk-notice>`;
      case 'failed':
        return html`<desk-notice icon="exclamation-triangle" heading=${texts.detailFailed} text=${problem}>
          <sl-button @click=${() => this.#lead.reload()}>${common.tryAgain}</sl-button>
        </desk-notice>`;
      default:
        return html`<desk-detail-skeleton></desk-detail-skeleton>`;
    }
  }

  #shown(lead: LeadDetail) {
    return html`<header>
        <a class="back" href=${paths.leads(this.search)} aria-label=${texts.back}>${icon('arrow-left')}</a>
        <div class="who">
          <h1>${leadName(lead)}</h1>
          <desk-lead-score .lead=${lead} .reachable=${true}></desk-lead-score>
        </div>
        <sl-button href=${paths.conversation(lead.sessionId)}>
          <sl-icon slot="prefix" name="chat-square-text"></sl-icon>
          <span class="text">${texts.toConversation}</span>
        </sl-button>
      </header>
      <div class="scroll">
        <div class="body">
          <div class="main">
            <section class="judge">
              <desk-choice
                joined
                label=${texts.columns.state}
                .options=${states}
                value=${lead.qualification}
                @desk-choose=${(event: CustomEvent<Qualification>) => this.#judge(lead, event.detail)}
              ></desk-choice>
              ${this.#owner(lead)}
            </section>
            <section>
              <desk-lead-form .lead=${lead} @desk-lead-saved=${this.#onSaved}></desk-lead-form>
            </section>
            <section ?hidden=${lead.duplicates.length === 0}>
              <desk-lead-duplicates .duplicates=${lead.duplicates} search=${this.search}></desk-lead-duplicates>
            </section>
            <section><desk-lead-history .lead=${lead}></desk-lead-history></section>
          </div>
          <aside>
            <section class="why">
              <h2>${texts.scoreOf(lead.score)}</h2>
              ${lead.scoreReasons.length ? '' : html`<p>${texts.noReasons}</p>`}
              <dl>
                ${lead.scoreReasons.map(
                  ({ rule, points }) =>
                    html`<dt>${texts.rules[rule]}</dt>
                      <dd>${texts.points(points)}</dd>`,
                )}
              </dl>
            </section>
            <section><desk-facts heading=${texts.source} .facts=${leadFacts(lead)}></desk-facts></section>
            <desk-send-lead lead-id=${lead.id} site-id=${lead.site.id}></desk-send-lead>
          </aside>
        </div>
      </div>`;
  }

  #owner(lead: LeadDetail) {
    const team = this.#people.value.map(({ id, name }): Option => [id, name]);
    const isKnown = !lead.owner || team.some(([id]) => id === lead.owner!.id);
    const options: Option[] = isKnown ? team : [[lead.owner!.id, lead.owner!.name], ...team];
    // As it is, and not as it was drawn last: where saving failed, the select shows what was chosen in vain.
    return html`<label class="owner">
      <span>${texts.owner}</span>
      <select @change=${(event: Event) => this.#give(lead, (event.target as HTMLSelectElement).value || null)}>
        <option value="" .selected=${asItIs(!lead.owner)}>${texts.nobody}</option>
        ${options.map(([id, name]) => html`<option value=${id} .selected=${asItIs(id === lead.owner?.id)}>${name}</option>`)}
      </select>
    </label>`;
  }

  #judge(lead: LeadDetail, qualification: Qualification): void {
    if (qualification === lead.qualification) return;
    void this.#save(lead.id, { qualification }, texts.judged(texts.qualification[qualification]), {
      qualification: lead.qualification,
    });
  }

  #give(lead: LeadDetail, ownerId: string | null): void {
    const name = this.#people.value.find(({ id }) => id === ownerId)?.name;
    void this.#save(lead.id, { ownerId }, name ? texts.given(name) : texts.takenAway, {
      ownerId: lead.owner?.id ?? null,
    });
  }

  async #save(id: string, patch: LeadPatch, says: string, back?: LeadPatch): Promise<void> {
    try {
      this.#lead.take(await patchLead(id, patch));
      const undo = back && (() => void this.#save(id, back, common.undone));
      showToast(says, { undo });
    } catch (error) {
      this.requestUpdate();
      showToast(`${texts.notSaved} ${messageOf(error)}`, { tone: 'problem' });
    }
  }

  #onSaved(event: CustomEvent<LeadDetail>): void {
    this.#lead.take(event.detail);
    showToast(texts.saved);
  }
}

customElements.define('desk-lead-page', DeskLeadPage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-page': DeskLeadPage;
  }
}
