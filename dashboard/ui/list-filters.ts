/** The fields that narrow a list or the figures: native ones, as phones show them best. Look: `list-head.styles.ts`. */
import { html, nothing } from 'lit';
import type { Option } from './choice.ts';

/** What every field has: its name for those who listen, and what happens when another value is chosen. */
interface Field {
  label: string;
  value: string;
  choose(value: string): void;
}

/** One of several; marked while it narrows, which an order never does. */
export function filterSelect(
  { label, value, choose }: Field,
  options: readonly Option[],
  { narrows = value !== '' } = {},
) {
  return html`<select
    class=${narrows ? 'on' : ''}
    aria-label=${label}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
  >
    ${options.map(([id, says]) => html`<option value=${id} .selected=${id === value}>${says}</option>`)}
  </select>`;
}

/** A day, as `2026-05-31`. */
export function filterDay({ label, value, choose }: Field) {
  return html`<input
    type="date"
    class=${value ? 'on' : ''}
    aria-label=${label}
    .value=${value}
    @change=${(event: Event) => choose((event.target as HTMLInputElement).value)}
  />`;
}

/** One of the sites; nothing where there is only one to choose from. */
export function filterSite(
  field: Omit<Field, 'label'>,
  sites: readonly { id: string; name: string }[],
  says: { site: string; anySite: string },
) {
  if (sites.length <= 1 && !field.value) return nothing;
  const options = sites.map(({ id, name }): Option => [id, name]);
  return filterSelect({ ...field, label: says.site }, [['', says.anySite], ...options]);
}
