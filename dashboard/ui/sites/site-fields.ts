/**
 * The fields that the sections of a site are made of. Each writes what was typed as a `desk-edit` event with the
 * setting's path, and shows beside itself what is wrong with that path.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Problems } from '../../controllers/sites/site-draft.ts';

export interface Edit {
  path: string;
  value: unknown;
}

/** Something that the server changes at once, beside what is not saved yet. */
export interface OwnChange {
  action: () => Promise<void>;
  /** What to say when it fails, before the reason. */
  failed: string;
}

export interface FieldOptions {
  /** Of the setting, such as `widget.title`. */
  path: string;
  label: string;
  hint?: unknown;
  /** More under the hint: a note, an offer. */
  more?: unknown;
  problems: Problems;
  value: string;
  max?: number;
  placeholder?: string;
  /** How wide: `short` for a number, `middle` for a name. */
  size?: 'short' | 'middle' | '';
}

/** Tells the page that a setting has another value now. */
export function edit(from: EventTarget | null, path: string, value: unknown): void {
  from?.dispatchEvent(
    new CustomEvent<Edit>('desk-edit', { detail: { path, value }, bubbles: true, composed: true }),
  );
}

const typed = (event: Event) => (event.target as HTMLInputElement).value;

/** A control under its label and over its hint, or over what is wrong with it. */
export function field(
  { path, label, hint, more, problems }: Pick<FieldOptions, 'path' | 'label' | 'hint' | 'more' | 'problems'>,
  control: TemplateResult,
): TemplateResult {
  return html`<div class="field">
    <label for=${path}>${label}</label>
    ${control} ${underField(path, problems, hint)} ${more ?? nothing}
  </div>`;
}

/** The hint of a field, or its problem. The control names it by `aria-describedby`. */
export function underField(path: string, problems: Problems, hint?: unknown): TemplateResult {
  const problem = problems[path];
  return html`<p class="hint ${problem ? 'problem' : ''}" id="${path}-hint" ?hidden=${!problem && !hint}>
    ${problem || hint}
  </p>`;
}

const invalid = ({ path, problems }: FieldOptions) => (problems[path] ? 'true' : 'false');

/** One line of text. */
export function textField(options: FieldOptions): TemplateResult {
  const { path, value, max, placeholder, size = '' } = options;
  return field(
    options,
    html`<input
      id=${path}
      class=${size}
      dir="auto"
      autocomplete="off"
      maxlength=${max ?? nothing}
      placeholder=${placeholder ?? nothing}
      aria-describedby="${path}-hint"
      aria-invalid=${invalid(options)}
      .value=${value}
      @input=${(event: Event) => edit(event.currentTarget, path, typed(event))}
    />`,
  );
}

/** Several lines of text. */
export function areaField(options: FieldOptions): TemplateResult {
  const { path, value, max, placeholder } = options;
  return field(
    options,
    html`<textarea
      id=${path}
      dir="auto"
      rows="3"
      maxlength=${max ?? nothing}
      placeholder=${placeholder ?? nothing}
      aria-describedby="${path}-hint"
      aria-invalid=${invalid(options)}
      .value=${value}
      @input=${(event: Event) => edit(event.currentTarget, path, typed(event))}
    ></textarea>`,
  );
}

/** A whole number with its unit behind it; an empty field is `empty`. */
export function numberField(
  options: Omit<FieldOptions, 'value'> & { value: number | null | undefined; unit: string; empty: unknown },
): TemplateResult {
  const { path, value, unit, empty, problems } = options;
  const shown = value === null || value === undefined || Number.isNaN(value) ? '' : String(value);
  return field(
    options,
    html`<div class="beside">
      <input
        id=${path}
        class="short"
        inputmode="numeric"
        autocomplete="off"
        aria-describedby="${path}-hint"
        aria-invalid=${problems[path] ? 'true' : 'false'}
        .value=${shown}
        @input=${(event: Event) => {
          const text = typed(event).trim();
          edit(event.currentTarget, path, text === '' ? empty : Number(text));
        }}
      />
      <span>${unit}</span>
    </div>`,
  );
}

/** A yes or no with its explanation. Needs `loadSwitch`. */
export function switchField({
  path,
  label,
  hint,
  on,
}: {
  path: string;
  label: string;
  hint?: string;
  on: boolean;
}): TemplateResult {
  return html`<div class="field">
    <sl-switch
      .checked=${on}
      @sl-change=${(event: Event) => edit(event.currentTarget, path, (event.target as HTMLInputElement).checked)}
      >${label}</sl-switch
    >
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
  </div>`;
}

declare global {
  interface HTMLElementEventMap {
    'desk-edit': CustomEvent<Edit>;
    'desk-own-change': CustomEvent<OwnChange>;
  }
}
