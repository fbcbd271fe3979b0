import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { LeadDetail, LeadPatch } from '../../../backend/leads/schema.ts';
import { ApiError, messageOf } from '../../api/client.ts';
import { patchLead } from '../../api/leads.ts';
import { announce } from '../../controllers/announcer.ts';
import { draftsOf } from '../../controllers/drafts.ts';
import { showToast } from '../../controllers/toasts.ts';
import { leadTexts as texts } from '../../languages/en/leads.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { mailLink, phoneLink } from '../naming.ts';
import { detailLabel, detailNames, detailOf, isStandard } from './details.ts';
import { leadFormStyles } from './lead-form.styles.ts';

const AUTOCOMPLETE = { name: 'name', email: 'email', phone: 'tel', company: 'organization' };

interface Draft {
  /** By field name. */
  typed: Readonly<Record<string, string>>;
  /** The state of the lead that it started from. */
  of: string;
}

const drafts = draftsOf<Draft>('leads');

/**
 * What is known of the visitor, to be read and put right. Nothing is stored before "Save", and what was typed is still
 * there when one comes back to this lead.
 * @fires desk-lead-saved - `detail` is the lead as it is stored now
 */
export class DeskLeadForm extends LitElement {
  static override styles = [base, leadFormStyles];
  static override properties = {
    lead: { attribute: false },
    draft: { state: true },
    problems: { state: true },
    busy: { state: true },
  };

  declare lead: LeadDetail;
  /** What was typed and not saved, by field name. */
  declare private draft: Draft['typed'];
  /** By field; under '' what belongs to none. */
  declare private problems: Record<string, string>;
  declare private busy: boolean;
  /** The state of the lead that the draft started from. */
  #draftOf = '';

  constructor() {
    super();
    this.draft = {};
    this.problems = {};
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('lead') || changed.get('lead')?.id === this.lead.id) return;
    const { typed = {}, of = '' } = drafts.get(this.lead.id) ?? {};
    this.draft = typed;
    this.#draftOf = of;
    this.problems = {};
  }

  protected override render() {
    const changed = Object.keys(this.draft).length > 0;
    const names = detailNames(this.lead.fields, Object.keys(this.lead.custom));
    return html`<form @submit=${this.#submit} @keydown=${this.#onKey} novalidate>
      <h2>${texts.details}</h2>
      <div class="fields">${names.map((name) => this.#field(name))}</div>
      <div role="alert">${this.problems[''] ? html`<p class="problem">${this.problems['']}</p>` : nothing}</div>
      ${changed ? this.#bar() : nothing}
    </form>`;
  }

  #bar() {
    const isStale = this.#draftOf !== this.lead.updatedAt;
    return html`${isStale ? html`<p class="stale">${texts.changedMeanwhile}</p>` : nothing}
      <div class="bar">
        <sl-button type="submit" variant="primary" size="small" ?loading=${this.busy}>${texts.save}</sl-button>
        <sl-button size="small" ?disabled=${this.busy} @click=${this.#reset}>${texts.cancel}</sl-button>
      </div>`;
  }

  #field(name: string) {
    const problem = this.problems[name];
    return html`<div class="field">
      <label for=${name}>${detailLabel(name, this.lead.fields)}</label>
      <div class="control">${this.#control(name)} ${this.#link(name)}</div>
      ${problem ? html`<p class="problem" id="problem-${name}">${problem}</p>` : nothing}
    </div>`;
  }

  #control(name: string) {
    const value = this.draft[name] ?? this.#stored(name);
    const choices = this.lead.fields.find((field) => field.name === name)?.choices;
    const invalid = this.problems[name] ? 'true' : nothing;
    const description = this.problems[name] ? `problem-${name}` : nothing;
    if (choices?.length) {
      const options = value === '' || choices.includes(value) ? choices : [value, ...choices];
      return html`<select
        id=${name}
        aria-invalid=${invalid}
        aria-describedby=${description}
        @change=${(event: Event) => this.#type(name, (event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${value === ''}>${texts.notChosen}</option>
        ${options.map((option) => html`<option .selected=${option === value}>${option}</option>`)}
      </select>`;
    }
    const type = name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text';
    return html`<input
      id=${name}
      type=${type}
      maxlength="2000"
      dir="auto"
      autocomplete=${name in AUTOCOMPLETE ? 'off' : nothing}
      aria-invalid=${invalid}
      aria-describedby=${description}
      placeholder="–"
      .value=${value}
      @input=${(event: Event) => this.#type(name, (event.target as HTMLInputElement).value)}
    />`;
  }

  /** The way from an address or a number to writing or calling. */
  #link(name: string) {
    const { email, phone } = this.lead;
    if (name === 'email' && email)
      return html`<a href=${mailLink(email)} aria-label=${texts.write} title=${texts.write}>${icon('envelope')}</a>`;
    if (name === 'phone' && phone)
      return html`<a href=${phoneLink(phone)} aria-label=${texts.call} title=${texts.call}>${icon('phone')}</a>`;
    return nothing;
  }

  #stored(name: string): string {
    return detailOf(this.lead, name) ?? '';
  }

  #type(name: string, value: string): void {
    if (Object.keys(this.draft).length === 0) this.#draftOf = this.lead.updatedAt;
    const draft = { ...this.draft, [name]: value };
    if (value === this.#stored(name)) delete draft[name];
    this.#keep(draft);
  }

  #keep(draft: Draft['typed']): void {
    this.draft = draft;
    if (Object.keys(draft).length > 0) drafts.set(this.lead.id, { typed: draft, of: this.#draftOf });
    else drafts.delete(this.lead.id);
  }

  readonly #reset = () => {
    this.#keep({});
    this.problems = {};
  };

  /** What was saved is no draft any more; what was typed while the answer was on its way still is. */
  #forget(leadId: string, saved: Draft['typed'], of: string): void {
    if (this.lead.id !== leadId) {
      drafts.delete(leadId);
      return;
    }
    this.#draftOf = of;
    this.#keep(Object.fromEntries(Object.entries(this.draft).filter(([name, text]) => saved[name] !== text)));
  }

  /** Escape takes back what was typed; only then does it close the lead. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || Object.keys(this.draft).length === 0) return;
    event.preventDefault();
    this.#reset();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy || Object.keys(this.draft).length === 0) return;
    this.busy = true;
    this.problems = {};
    const { lead, draft } = this;
    try {
      const detail = await patchLead(lead.id, patchOf(draft));
      this.#forget(lead.id, draft, detail.updatedAt);
      announce(texts.saved);
      this.dispatchEvent(new CustomEvent('desk-lead-saved', { detail, bubbles: true, composed: true }));
    } catch (error) {
      if (this.lead.id !== lead.id) return showToast(messageOf(error), { tone: 'problem' });
      this.problems = problemsOf(error);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    } finally {
      this.busy = false;
    }
  }
}

function patchOf(draft: Draft['typed']): LeadPatch {
  const patch: LeadPatch = {};
  const custom: NonNullable<LeadPatch['custom']> = {};
  for (const [name, text] of Object.entries(draft)) {
    const value = text.trim() || null;
    if (isStandard(name)) patch[name] = value;
    else custom[name] = value;
  }
  return Object.keys(custom).length > 0 ? { ...patch, custom } : patch;
}

/** What the server said, beside the fields it spoke of. */
function problemsOf(error: unknown): Record<string, string> {
  const fields = error instanceof ApiError ? error.fields : [];
  if (fields.length === 0) return { '': messageOf(error) };
  return Object.fromEntries(fields.map(({ path, message }) => [path.replace(/^custom\./, ''), message]));
}

customElements.define('desk-lead-form', DeskLeadForm);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-form': DeskLeadForm;
  }
  interface HTMLElementEventMap {
    'desk-lead-saved': CustomEvent<LeadDetail>;
  }
}
