import type { SlMenuItem } from '@shoelace-style/shoelace';
import { html, LitElement, nothing } from 'lit';
import type { LeadField } from '../../../backend/sites/schema.ts';
import { announce } from '../../controllers/announcer.ts';
import {
  asksForContact,
  freeName,
  MOST_FIELDS,
  missingStandards,
  moved,
  ownField,
  type StandardName,
  standardField,
  standardTypes,
} from '../../controllers/sites/lead-fields.ts';
import type { Problems } from '../../controllers/sites/site-draft.ts';
import { showToast } from '../../controllers/toasts.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { loadSwitch } from '../../shoelace.ts';
import { base } from '../base.styles.ts';
import { icon } from '../icons.ts';
import { edit } from './site-fields.ts';
import { siteForm } from './site-form.styles.ts';
import { siteLeadStyles } from './site-lead.styles.ts';
import { leadFieldForm, leadFieldRow } from './site-lead-field.ts';

const texts = siteTexts.leadFields;

/** What the assistant asks, in its order; each question opens for editing, moves by buttons or by Alt and an arrow. */
export class DeskSiteLead extends LitElement {
  static override styles = [base, siteForm, siteLeadStyles];
  static override properties = {
    fields: { attribute: false },
    saved: { attribute: false },
    problems: { attribute: false },
    open: { state: true },
  };

  declare fields: readonly LeadField[];
  /** The fields that leads have already; their names stay as they are. */
  declare saved: readonly LeadField[];
  declare problems: Problems;
  /** Which field is being edited, by its place; -1 for none. */
  declare private open: number;

  constructor() {
    super();
    this.open = -1;
    void loadSwitch();
  }

  /** Opens what is wrong and puts the focus there. */
  async reveal(path: string): Promise<void> {
    this.open = Number(path.split('.')[2] ?? -1);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[id="${path}"]`)?.focus();
  }

  protected override render() {
    const { fields } = this;
    return html`<p class="lead">${texts.lead}</p>
      ${asksForContact(fields) ? nothing : this.#warning()}
      ${
        fields.length > 0
          ? html`<ol>
              ${fields.map((field, at) => this.#item(field, at))}
            </ol>`
          : html`<p class="empty">${texts.empty}</p>`
      }
      <div class="under">${this.#adder()}<span class="hint">${texts.keys}</span></div>`;
  }

  #warning() {
    return html`<div class="warning">
      ${icon('exclamation-triangle')}
      <p>
        ${texts.noContact}
        <button type="button" class="link" @click=${() => this.#add(standardField('email'))}>${texts.addEmail}</button>
      </p>
    </div>`;
  }

  #item(field: LeadField, at: number) {
    const { problems } = this;
    const open = at === this.open;
    const faulty = Object.keys(problems).some((path) => path.startsWith(`lead.fields.${at}.`));
    return html`<li class=${faulty ? 'faulty' : ''} @keydown=${(event: KeyboardEvent) => this.#onKey(event, at)}>
      ${leadFieldRow({
        field,
        at,
        of: this.fields.length,
        open,
        toggle: () => (this.open = open ? -1 : at),
        move: (by) => this.#move(at, at + by),
        remove: () => this.#remove(at),
      })}
      ${
        open
          ? leadFieldForm({
              field,
              at,
              problems,
              change: (change) => this.#change(at, change),
            })
          : nothing
      }
    </li>`;
  }

  #adder() {
    if (this.fields.length >= MOST_FIELDS) return html`<span class="hint">${texts.full}</span>`;
    return html`<sl-dropdown hoist>
      <sl-button slot="trigger"
        >${texts.add}<sl-icon slot="suffix" name="chevron-down"></sl-icon
      ></sl-button>
      <sl-menu @sl-select=${this.#onAdd}>
        <sl-menu-item value="">${texts.own}</sl-menu-item>
        ${missingStandards(this.fields).map(
          (name) => html`<sl-menu-item value=${name}>${texts.standard[name].label}</sl-menu-item>`,
        )}
      </sl-menu>
    </sl-dropdown>`;
  }

  #onAdd(event: CustomEvent<{ item: SlMenuItem }>): void {
    const { value } = event.detail.item;
    this.#add(value ? standardField(value as StandardName) : ownField(this.fields));
  }

  #add(field: LeadField): void {
    const at = this.fields.length;
    edit(this, 'lead.fields', [...this.fields, field]);
    void this.updateComplete.then(() => this.reveal(`lead.fields.${at}.label`));
  }

  #change(at: number, change: Partial<LeadField>): void {
    const before = this.fields[at]!;
    const others = this.fields.filter((_, place) => place !== at);
    const field = { ...before, ...change };
    const isNew = !this.saved.some(({ name }) => name === before.name);
    // What leads are kept under must not change once there are some; until then it follows the label.
    if (isNew && !(before.name in standardTypes) && change.label !== undefined)
      field.name = freeName(change.label, others);
    if (field.type !== 'choice') delete field.choices;
    edit(
      this,
      'lead.fields',
      this.fields.map((each, place) => (place === at ? field : each)),
    );
  }

  #move(from: number, to: number): void {
    const fields = moved(this.fields, from, to);
    if (fields === this.fields) return;
    if (this.open === from) this.open = to;
    else if (this.open === to) this.open = from;
    edit(this, 'lead.fields', fields);
    announce(texts.moved(fields[to]!.label || texts.unnamed, to + 1, fields.length));
    // The focus stays with the question and not with the place.
    void this.updateComplete.then(() => {
      const row = this.renderRoot.querySelectorAll('li')[to];
      const before = (this.renderRoot as ShadowRoot).activeElement;
      const name = before?.getAttribute('data-tool');
      const tool = name && row?.querySelector<HTMLElement & { disabled?: boolean }>(`[data-tool=${name}]`);
      if (tool && !tool.disabled) tool.focus();
      else row?.querySelector<HTMLElement>('.summary')?.focus();
    });
  }

  #remove(at: number): void {
    const before = this.fields;
    const label = before[at]?.label || texts.unnamed;
    this.open = -1;
    edit(
      this,
      'lead.fields',
      before.filter((_, place) => place !== at),
    );
    showToast(texts.removed(label), { undo: () => edit(this, 'lead.fields', before) });
  }

  #onKey(event: KeyboardEvent, at: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    this.#move(at, at + (event.key === 'ArrowUp' ? -1 : 1));
  }
}

customElements.define('desk-site-lead', DeskSiteLead);

declare global {
  interface HTMLElementTagNameMap {
    'desk-site-lead': DeskSiteLead;
  }
}
