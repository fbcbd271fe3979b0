/** Fields of an assistant that other settings don't need: ones that may stay empty, and secrets. */
import { html, type TemplateResult } from 'lit';
import { agentTexts } from '../../languages/en/agents.ts';
import { edit, type FieldOptions, field } from '../sites/site-fields.ts';

/** A secret as a read answers it, as it was typed, or none. */
export type SecretValue = { set: boolean; hint: string } | string | undefined;

const texts = agentTexts.secrets;

/** One line of text; an empty one takes the setting away. */
export function optionalField(
  options: Omit<FieldOptions, 'value'> & { value: string | undefined; type?: 'url' | 'text' },
): TemplateResult {
  const { path, value = '', max = 2048, placeholder = '', size = '', problems, type = 'text' } = options;
  return field(
    options,
    html`<input
      id=${path}
      class=${size}
      type=${type}
      autocomplete="off"
      spellcheck="false"
      maxlength=${max}
      placeholder=${placeholder}
      aria-describedby="${path}-hint"
      aria-invalid=${problems[path] ? 'true' : 'false'}
      .value=${value}
      @input=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        edit(event.currentTarget, path, text === '' ? undefined : text);
      }}
    />`,
  );
}

/** A number that may have a fraction; an empty one takes the setting away. */
export function decimalField(
  options: Omit<FieldOptions, 'value'> & { value: number | undefined },
): TemplateResult {
  const { path, value, problems } = options;
  return field(
    options,
    html`<input
      id=${path}
      class="short"
      inputmode="decimal"
      autocomplete="off"
      aria-describedby="${path}-hint"
      aria-invalid=${problems[path] ? 'true' : 'false'}
      .value=${value === undefined || Number.isNaN(value) ? '' : String(value)}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim().replace(',', '.');
        edit(event.currentTarget, path, text === '' ? undefined : Number(text));
      }}
    />`,
  );
}

/**
 * A secret: never shown, only replaced or removed.
 * @param saved as the server has it
 */
export function secretField({
  path,
  label,
  hint,
  problems,
  value,
  saved,
}: Pick<FieldOptions, 'path' | 'label' | 'hint' | 'problems'> & {
  value: SecretValue;
  saved: SecretValue;
}): TemplateResult {
  const isSaved = typeof saved === 'object' && saved.set;
  if (isSaved && typeof value === 'object')
    return html`<div class="field">
      <span class="label">${label}</span>
      <div class="beside">
        <span class="set">${texts.set(saved.hint)}</span>
        <sl-button size="small" @click=${(event: Event) => edit(event.currentTarget, path, '')}
          >${texts.replace}</sl-button
        >
        <sl-button size="small" @click=${(event: Event) => edit(event.currentTarget, path, undefined)}
          >${texts.remove}</sl-button
        >
      </div>
    </div>`;
  const keep = isSaved
    ? html`<button class="link" @click=${(event: Event) => edit(event.currentTarget, path, saved)}>
        ${texts.keep}
      </button>`
    : undefined;
  if (isSaved && value === undefined)
    return html`<div class="field">
      <span class="label">${label}</span>
      <div class="beside"><span>${texts.removed}</span>${keep}</div>
    </div>`;
  return field(
    { path, label, hint: isSaved ? texts.fresh : hint, more: keep, problems },
    html`<input
      id=${path}
      class="middle"
      type="password"
      autocomplete="new-password"
      maxlength="4000"
      aria-describedby="${path}-hint"
      aria-invalid=${problems[path] ? 'true' : 'false'}
      .value=${typeof value === 'string' ? value : ''}
      @input=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value;
        edit(event.currentTarget, path, text === '' && !isSaved ? undefined : text);
      }}
    />`,
  );
}
