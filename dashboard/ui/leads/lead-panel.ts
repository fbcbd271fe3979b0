import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { LeadView } from '../../../backend/leads/schema.ts';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { leadEdits } from '../../controllers/leads/lead-edits.ts';
import { texts } from '../../languages/en/app.ts';
import { base } from '../base.styles.ts';
import type { Fact } from '../facts.ts';
import { mailLink, phoneLink } from '../naming.ts';
import { dateAndTime } from '../times.ts';
import { detailLabel, detailNames, detailOf } from './details.ts';
import '../facts.ts';

/** Who the visitor is and how to reach them, as far as they have said. */
export class DeskLeadPanel extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
      }
      .edit {
        position: absolute;
        top: 0;
        inset-inline-end: 0;
        padding: 0 4px;
        color: var(--parlour-accent-ink);
        font-size: var(--parlour-size-xs);
        line-height: 20px;
      }
      .edit:hover {
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      @media print {
        .edit {
          display: none;
        }
      }
      .none {
        color: var(--parlour-ink-soft);
      }
    `,
  ];
  static override properties = {
    lead: { attribute: false },
    fields: { attribute: false },
    sessionId: { attribute: 'session-id' },
    editing: { state: true },
  };

  declare lead: LeadView | null;
  /** What the site asks for. */
  declare fields: readonly LeadField[];
  declare sessionId: string;
  declare private editing: boolean;

  constructor() {
    super();
    this.editing = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sessionId')) return;
    this.editing = false;
    // What was left here half typed is taken up again, without taking the focus.
    if (leadEdits.has(this.sessionId)) void this.#open();
  }

  protected override render() {
    const told = this.lead && !this.editing ? leadFacts(this.lead, this.fields) : [];
    return html`${
      this.editing
        ? nothing
        : html`<button type="button" class="edit" aria-label=${texts.lead.editLabel} @click=${this.#edit}>
            ${texts.lead.edit}
          </button>`
    }
      <desk-facts heading=${texts.lead.title} .facts=${told}>${this.#instead()}</desk-facts>`;
  }

  #instead() {
    if (this.editing) {
      return html`<desk-lead-editor
        .lead=${this.lead}
        .fields=${this.fields}
        session-id=${this.sessionId}
        @desk-done=${this.#stopEditing}
      ></desk-lead-editor>`;
    }
    return this.lead ? nothing : html`<p class="none">${texts.lead.none}</p>`;
  }

  readonly #edit = async () => {
    await this.#open();
    await this.updateComplete;
    this.renderRoot.querySelector('desk-lead-editor')?.focus();
  };

  async #open(): Promise<void> {
    await import('./lead-editor.ts');
    this.editing = true;
  }

  readonly #stopEditing = async () => {
    this.editing = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.edit')?.focus();
  };
}

function leadFacts(lead: LeadView, fields: readonly LeadField[]): Fact[] {
  const told = detailNames(fields, Object.keys(lead.custom));
  return [
    ...told.map((name): Fact => [detailLabel(name, fields), detailFact(lead, name)]),
    [texts.lead.consent, lead.consent && consentText(lead.consent)],
  ];
}

function detailFact(lead: LeadView, name: string): Fact[1] {
  const value = detailOf(lead, name);
  if (!value) return null;
  if (name === 'email') return emailFact(value, lead.identity);
  return name === 'phone' ? html`<a href=${phoneLink(value)}>${value}</a>` : value;
}

/** An address that the website vouches for says so. */
function emailFact(email: string, identity: LeadView['identity']) {
  const link = html`<a href=${mailLink(email)}>${email}</a>`;
  return identity?.fields.includes('email') ? html`${link}<small>${texts.lead.signedIn}</small>` : link;
}

function consentText({ given, version, at }: NonNullable<LeadView['consent']>) {
  const says = given ? texts.lead.consentGiven(version) : texts.lead.consentRefused;
  return `${says}, ${dateAndTime(at)}`;
}

customElements.define('desk-lead-panel', DeskLeadPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-lead-panel': DeskLeadPanel;
  }
}
