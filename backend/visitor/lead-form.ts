/**
 * Checks the details of the lead form as the agents check what is said in the chat.
 */
import { checkEmail, checkPhone, countriesOf } from '../agents/contact-details.ts';
import { type FieldError, invalid } from '../errors.ts';
import { LEAD_COLUMNS } from '../leads/values.ts';
import type { Site } from '../models/site.ts';
import type { LeadForm } from './schema.ts';
import { textsFor, type VisitorTexts } from './texts.ts';

/** `texts` are what is said of a detail that can't be right; staff and other programs read English. By field name; null or empty text forgets a detail. @throws validation_failed */
export function checkedLeadValues(
  form: LeadForm,
  site: Pick<Site, 'lead'>,
  locales: Array<string | null>,
  texts = textsFor('en', null),
): Record<string, string | null> {
  const errors: FieldError[] = [];
  const values: Record<string, string | null> = {};
  const types = new Map(site.lead.fields.map((field) => [field.name, field.type]));
  const details = { ...form.custom, ...Object.fromEntries(LEAD_COLUMNS.map((name) => [name, form[name]])) };
  for (const [name, given] of Object.entries(details)) {
    if (given === undefined) continue;
    const text = given?.trim() || null;
    const type = name === 'email' || name === 'phone' ? name : types.get(name);
    const checked = text && type ? checkValue(type, text, locales, texts) : { ok: true as const, text };
    if (checked.ok) values[name] = checked.text;
    else
      errors.push({ path: name in (form.custom ?? {}) ? `custom.${name}` : name, message: checked.message });
  }
  if (errors.length > 0) throw invalid(errors);
  return values;
}

type Checked = { ok: true; text: string | null } | { ok: false; message: string };

function checkValue(type: string, text: string, locales: Array<string | null>, texts: VisitorTexts): Checked {
  if (type === 'email') {
    const result = checkEmail(text);
    if (result.ok) return { ok: true, text: result.email };
    return { ok: false, message: texts.emailIncomplete };
  }
  if (type === 'phone') {
    const result = checkPhone(text, countriesOf(...locales));
    if (result.ok) return result;
    // A number that only looks unusual is the visitor's to know.
    if (result.reason === 'unlikely') return { ok: true, text: result.text };
    const message = result.reason === 'needs_country' ? texts.countryMissing : texts.phoneIncomplete;
    return { ok: false, message };
  }
  return { ok: true, text };
}
