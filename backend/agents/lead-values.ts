/**
 * Details that a vendor's answer says were learned. They are checked as every other report is; one that does not hold
 * is left out and does not take the others with it.
 */
import { DETAIL_NAME } from '../leads/values.ts';
import type { LeadField } from '../sites/schema.ts';
import { checkedLeadValues } from '../visitor/lead-form.ts';
import { cleanText } from './plain-text.ts';

const NAME = new RegExp(DETAIL_NAME);
const LENGTHS: Readonly<Record<string, number>> = { name: 200, email: 254, phone: 50, company: 200 };
const LONGEST = 2000;
const MOST = 50;
const COLUMNS = new Set(Object.keys(LENGTHS));

/**
 * @param raw `{email, budget, custom: {...}}` as it came. Null and empty text mean "not known" and forget nothing: a
 * model fills every field of its answer's schema, known or not
 * @param locales where a phone number without a country code may be
 * @returns by field name; `refused` names those that did not hold
 */
export function readLeadValues(
  raw: unknown,
  fields: readonly LeadField[],
  locales: ReadonlyArray<string | null>,
): { values: Record<string, string>; refused: string[] } {
  const values: Record<string, string> = {};
  const refused: string[] = [];
  if (!isObject(raw)) return { values, refused };
  const { custom, ...own } = raw;
  const given = { ...(isObject(custom) ? custom : {}), ...own };
  for (const [name, value] of Object.entries(given).slice(0, MOST)) {
    const text = asText(value);
    if (text === '') continue;
    const checked = NAME.test(name) ? check(name, text, fields, locales) : null;
    if (checked === null) refused.push(name.slice(0, 40));
    else values[name] = checked;
  }
  return { values, refused };
}

function check(
  name: string,
  text: string,
  fields: readonly LeadField[],
  locales: ReadonlyArray<string | null>,
): string | null {
  if (text.length > (LENGTHS[name] ?? LONGEST)) return null;
  const form = COLUMNS.has(name) ? { [name]: text } : { custom: { [name]: text } };
  try {
    return checkedLeadValues(form, { lead: { fields: [...fields] } }, [...locales])[name] ?? null;
  } catch {
    return null;
  }
}

function asText(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? cleanText(value).replace(/\s+/g, ' ').trim() : '';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
