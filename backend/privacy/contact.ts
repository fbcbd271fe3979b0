/**
 * An address or a number by which a person is looked for, brought into the form that leads have, and the ways in which
 * it may be written in a text.
 */
import { domainToUnicode } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { checkEmail, checkPhone, countriesOf } from '../agents/contact-details.ts';
import type { Database, Transaction } from '../db/knex.ts';
import { type FieldError, invalid } from '../errors.ts';
import { Site } from '../models/site.ts';
import type { PersonWish } from './schema.ts';

export interface Contact {
  /** As a lead has it, in lower case. */
  email: string | null;
  /** E.164 (ITU-T), as a lead has it. */
  phone: string | null;
}

/** @throws validation_failed for what can't be an address or a number, or a number that needs its country */
export async function contactOf(database: Database, wish: PersonWish): Promise<Contact> {
  const errors: FieldError[] = [];
  const email = wish.email === undefined ? undefined : checkEmail(wish.email);
  if (email && !email.ok)
    errors.push({ path: 'email', message: 'This is not a whole e-mail address. Please check it.' });
  const phone = wish.phone === undefined ? undefined : checkPhone(wish.phone, await knownCountries(database));
  if (phone && !phone.ok && phone.reason !== 'unlikely')
    errors.push({
      path: 'phone',
      message:
        phone.reason === 'needs_country'
          ? 'Please add the country code, such as +44.'
          : 'This is not a whole phone number. Please check it.',
    });
  if (errors.length > 0) throw invalid(errors);
  return {
    email: email?.ok ? email.email.toLowerCase() : null,
    phone: phone && 'text' in phone ? phone.text : null,
  };
}

/** Where numbers without a country code come from here. */
export async function knownCountries(database: Database | Transaction) {
  const sites = await Site.query(database).select('locale').distinct();
  return countriesOf(...sites.map(({ locale }) => locale));
}

/** Shorter numbers stand in too many texts by accident; they are found as a lead's own number only. */
const DIGITS_MIN = 6;
const BETWEEN = '[[:space:]\u00a0().·/–-]{0,3}';

/** Digits as other scripts write them: Arabic, Persian, full-width. */
const DIGITS = [0x660, 0x6f0, 0xff10].map((zero) =>
  Array.from({ length: 10 }, (_, digit) => String.fromCharCode(zero + digit)).join(''),
);

/**
 * A condition of SQL: the contact stands in this text, in any spelling and never inside a longer address or number.
 * What can't hold it is passed over by plain comparisons, a hundred times as fast as the expression that decides.
 * @param text columns as SQL; the condition needs the bindings of `contactBindings`
 */
export function isIn(...text: readonly string[]): string {
  const whole = text.length === 1 ? text[0]! : `concat_ws(' | ', ${text.join(', ')})`;
  return `CASE WHEN ${whole} ILIKE :likeEmail OR ${whole} ~ :likePhone THEN ${whole} ~* :pattern ELSE false END`;
}

/** The values that the conditions above name. */
export function contactBindings(contact: Contact) {
  const { email, phone } = contact;
  const local = email?.slice(0, email.lastIndexOf('@')).replace(/[\\%_]/g, '\\$&');
  const national = phone ? nationalOf(phone) : '';
  return {
    likeEmail: local ? `%${local}%` : null,
    likePhone: national.length >= DIGITS_MIN ? spelled(national, '[^[:alnum:]]*') : null,
    pattern: patternOf(contact),
  };
}

/** The expression of PostgreSQL that decides, to be used without regard to case. */
function patternOf({ email, phone }: Contact): string {
  const parts = [...(email ? [emailPattern(email)] : []), ...(phone ? phonePattern(phone) : [])];
  // Nothing to look for: a pattern that no text fits.
  return parts.length > 0 ? parts.join('|') : '(?!)';
}

/** After a line break written as \n in JSON, or a sign written as %3D in an address, a word begins anew. */
const WORD_BEGINS = String.raw`(?:(?<![[:alnum:]])(?<![[:alnum:]][._+%'-])|(?<=\\[bfnrt])|(?<=%[0-9a-f][0-9a-f]))`;
const WORD_ENDS = String.raw`(?![[:alnum:]-]|\.[[:alnum:]])`;

function emailPattern(email: string): string {
  const [local, domain] = [email.slice(0, email.lastIndexOf('@')), email.slice(email.lastIndexOf('@') + 1)];
  const domains = [...new Set([domain, domainToUnicode(domain)])].filter(Boolean).map(escaped);
  return `${WORD_BEGINS}${escaped(local)}(?:@|%40)(?:${domains.join('|')})${WORD_ENDS}`;
}

function phonePattern(phone: string): string[] {
  const national = nationalOf(phone);
  if (national.length < DIGITS_MIN) return [];
  const code = parsePhoneNumberFromString(phone)?.countryCallingCode;
  const country = code ? spelled(code) : '';
  const before = `(?:(?:\\+|00)?${BETWEEN}${country}${BETWEEN}(?:\\(?0\\)?${BETWEEN})?|0${BETWEEN})?`;
  return [`(?<![[:digit:]])${before}${spelled(national)}(?![[:digit:]])`];
}

const nationalOf = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.nationalNumber ?? phone.replace(/\D/g, '');

/** Each digit in every form. */
function spelled(digits: string, between = BETWEEN): string {
  return [...digits]
    .map((digit) => `[${digit}${DIGITS.map((forms) => forms[Number(digit)]).join('')}]`)
    .join(between);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
