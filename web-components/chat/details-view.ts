import { html, nothing } from 'lit';
import type { LeadField } from '../../backend/sites/schema.ts';
import type { LeadForm } from '../../backend/visitor/schema.ts';
import type { PanelActions } from './panel-actions.ts';

/** The details that have a place of their own, and what the browser calls them when it fills them in. */
const AUTOFILL: Record<string, string> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  company: 'organization',
};

/** Sorts what was filled in: the four standard details to the top, every other one into `custom`. */
export function leadFormOf(values: Iterable<[string, unknown]>): LeadForm {
  const form: LeadForm & Record<string, unknown> = {};
  for (const [name, value] of values) {
    const text = String(value).trim() || null;
    if (name in AUTOFILL) form[name] = text;
    else form.custom = { ...form.custom, [name]: text };
  }
  return form;
}

/**
 * A form for the site's lead fields, filled with what is known already: in the place of the conversation, where it can
 * be left again; or within it, and then it asks only who the visitor is and how to reach them.
 */
export function detailsView(panel: PanelActions) {
  const { texts, config, view } = panel;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void panel.saveDetails(leadFormOf(new FormData(event.target as HTMLFormElement)));
  };
  return html`<form class=${view} @submit=${submit}>
    <h2>${texts.details}</h2>
    ${config!.leadForm.fields.filter(({ name, type }) => view || name in AUTOFILL || type in AUTOFILL).map((field) => fieldView(panel, field))}
    <div class="row">
      <button class="primary">${texts.save}</button>
      ${view ? html`<button class="plain" type="button" @click=${panel.back}>${texts.cancel}</button>` : nothing}
    </div>
  </form>`;
}

function fieldView({ chat, texts }: PanelActions, { name, type, label, required, choices }: LeadField) {
  const lead = chat.session?.lead;
  const value = { ...lead?.custom, ...lead }[name] ?? '';
  return html`<label
    >${label}${required ? '' : ` (${texts.optional})`}
    ${
      type === 'choice'
        ? html`<select name=${name} ?required=${required}>
            <option></option>
            ${choices?.map((choice) => html`<option ?selected=${choice === value}>${choice}</option>`)}
          </select>`
        : html`<input
            name=${name}
            type=${type === 'phone' ? 'tel' : type}
            step="any"
            autocomplete=${AUTOFILL[name] ?? nothing}
            ?required=${required}
            .value=${value}
          />`
    }</label
  >`;
}
