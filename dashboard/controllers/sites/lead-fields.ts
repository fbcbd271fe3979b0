/** Changes of the list of lead fields, each answering a new list, and the names that new fields get. */
import type { LeadField } from '../../../backend/sites/schema.ts';
import { siteTexts } from '../../languages/en/sites.ts';

export const MOST_FIELDS = 30;

/** Details with a place of their own in a lead, and the kind of answer that each takes. */
export const standardTypes = { name: 'text', email: 'email', phone: 'phone', company: 'text' } as const;
export type StandardName = keyof typeof standardTypes;

/** The standard details that are not asked for yet. */
export function missingStandards(fields: readonly LeadField[]): StandardName[] {
  const names = fields.map(({ name }) => name);
  return (Object.keys(standardTypes) as StandardName[]).filter((name) => !names.includes(name));
}

export function standardField(name: StandardName): LeadField {
  return { name, type: standardTypes[name], required: false, ...siteTexts.leadFields.standard[name] };
}

export function ownField(fields: readonly LeadField[]): LeadField {
  return { name: freeName('', fields), type: 'text', label: '', question: '', required: false };
}

/** Could the team reach somebody who has answered everything? */
export const asksForContact = (fields: readonly LeadField[]): boolean =>
  fields.some(({ type }) => type === 'email' || type === 'phone');

/** The list with one field elsewhere; the same list when there is no such place. */
export function moved(fields: readonly LeadField[], from: number, to: number): readonly LeadField[] {
  const field = fields[from];
  if (!field || to < 0 || to >= fields.length) return fields;
  const others = fields.filter((_, at) => at !== from);
  return [...others.slice(0, to), field, ...others.slice(to)];
}

/**
 * A name for exports and webhooks out of the label: "Größe des Büros" -> `grosse_des_buros`. Letters that have no
 * Latin form leave `field`; a number makes it one of a kind.
 */
export function freeName(label: string, others: readonly LeadField[]): string {
  const words = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z\d]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '')
    .slice(0, 36);
  const base = words || 'field';
  const taken = new Set(others.map(({ name }) => name));
  // These have a place of their own in a lead, and only they are kept there; and what every object has is no field's.
  for (const name of [...Object.keys(standardTypes), 'constructor']) taken.add(name);
  if (words && !taken.has(base)) return base;
  for (let number = words ? 2 : 1; ; number++)
    if (!taken.has(`${base}_${number}`)) return `${base}_${number}`;
}
