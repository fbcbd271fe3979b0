/** One lead field: its line in the list, and the form it opens into. */
import { html, nothing } from 'lit';
import type { LeadField } from '../../../backend/sites/schema.ts';
import type { Problems } from '../../controllers/sites/site-draft.ts';
import { siteTexts } from '../../languages/en/sites.ts';
import { field as labelled } from './site-fields.ts';

const texts = siteTexts.leadFields;
/** These are kept as what they are: another kind of answer would not fit their place in a lead. */
const FIXED = ['email', 'phone'];

interface Row {
  field: LeadField;
  at: number;
  of: number;
  open: boolean;
  toggle(): void;
  move(by: 1 | -1): void;
  remove(): void;
}

export function leadFieldRow({ field, at, of, open, toggle, move, remove }: Row) {
  const { label, question, type, required } = field;
  const name = label || texts.unnamed;
  return html`<div class="row">
    <button type="button" class="summary" aria-expanded=${open ? 'true' : 'false'} @click=${toggle}>
      <sl-icon class="chevron" name="chevron-right"></sl-icon>
      <span class="place">${at + 1}</span>
      <span class="name" dir="auto">${name}</span>
      <span class="asks">${question}</span>
      <span class="marks"
        ><span>${texts.types[type]}</span>${required ? html`<b>${texts.required}</b>` : texts.optional}</span
      >
    </button>
    <div class="tools">
      <sl-icon-button
        name="arrow-up"
        data-tool="up"
        label=${texts.up(name)}
        ?disabled=${at === 0}
        @click=${() => move(-1)}
      ></sl-icon-button>
      <sl-icon-button
        name="arrow-down"
        data-tool="down"
        label=${texts.down(name)}
        ?disabled=${at === of - 1}
        @click=${() => move(1)}
      ></sl-icon-button>
      <sl-icon-button name="trash3" label=${texts.remove(name)} @click=${remove}></sl-icon-button>
    </div>
  </div>`;
}

interface Form {
  field: LeadField;
  at: number;
  problems: Problems;
  change(change: Partial<LeadField>): void;
}

const typed = (event: Event) => (event.target as HTMLInputElement).value;

export function leadFieldForm({ field, at, problems, change }: Form) {
  const path = (name: string) => `lead.fields.${at}.${name}`;
  const invalid = (name: string) => (problems[path(name)] ? 'true' : 'false');
  const input = (name: 'label' | 'question', max: number, size: string, hint: string) =>
    labelled(
      { path: path(name), label: texts[name], hint, problems },
      html`<input
        id=${path(name)}
        class=${size}
        dir="auto"
        autocomplete="off"
        maxlength=${max}
        aria-describedby="${path(name)}-hint"
        aria-invalid=${invalid(name)}
        .value=${field[name]}
        @input=${(event: Event) => change({ [name]: typed(event) })}
      />`,
    );
  return html`<div class="details">
    ${input('question', 500, '', texts.questionHint)}
    ${input('label', 80, 'middle', `${texts.labelHint} ${texts.storedAs(field.name)}`)}
    ${labelled(
      {
        path: path('type'),
        label: texts.type,
        hint: FIXED.includes(field.name) ? texts.typeTaken : '',
        problems,
      },
      html`<select
        id=${path('type')}
        class="middle"
        ?disabled=${FIXED.includes(field.name)}
        aria-describedby="${path('type')}-hint"
        @change=${(event: Event) => change({ type: typed(event) as LeadField['type'] })}
      >
        ${Object.entries(texts.types).map(
          ([type, words]) => html`<option value=${type} .selected=${type === field.type}>${words}</option>`,
        )}
      </select>`,
    )}
    ${field.type === 'choice' ? choicesField(field, path('choices'), problems, change) : nothing}
    <div class="field">
      <sl-switch
        .checked=${field.required}
        @sl-change=${(event: Event) => change({ required: (event.target as HTMLInputElement).checked })}
        >${texts.required}</sl-switch
      >
      <p class="hint">${texts.requiredHint}</p>
    </div>
  </div>`;
}

function choicesField(field: LeadField, path: string, problems: Problems, change: Form['change']) {
  const lines = (event: Event) => {
    const area = event.target as HTMLTextAreaElement;
    return [...new Set(area.value.split('\n').map((line) => line.trim()))].filter(Boolean);
  };
  // Written back only when the field is left: an empty line must stay while the next choice is being typed.
  return labelled(
    { path, label: texts.choices, hint: texts.choicesHint, problems },
    html`<textarea
      id=${path}
      class="middle"
      dir="auto"
      rows="4"
      aria-describedby="${path}-hint"
      aria-invalid=${problems[path] ? 'true' : 'false'}
      .defaultValue=${(field.choices ?? []).join('\n')}
      @input=${(event: Event) => change({ choices: lines(event) })}
      @change=${(event: Event) => ((event.target as HTMLTextAreaElement).value = lines(event).join('\n'))}
    ></textarea>`,
  );
}
