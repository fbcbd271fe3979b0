/**
 * The checks of e-mail addresses and phone numbers. The lead form and every agent use these and nothing else, so that
 * an address refused in one place is not taken in another.
 */
import { domainToASCII, domainToUnicode } from 'node:url';
import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { suggestDomain } from './email-domains.ts';

export type { CountryCode };

export type EmailCheck =
  /** `suggestion` is set when the domain looks like a slip of the finger: ask, do not correct silently. */
  | { ok: true; email: string; suggestion?: string }
  | { ok: false; reason: 'incomplete' | 'invalid'; suggestion?: string };

export type PhoneCheck =
  /** `text` is E.164 (ITU-T), followed by ` ext. 12` where there is an extension. */
  | { ok: true; text: string }
  /** `unlikely`: a length that exists, but a number that is not known to be in use; `text` is its E.164. */
  | { ok: false; reason: 'unlikely'; text: string }
  | { ok: false; reason: 'needs_country' | 'too_short' | 'too_long' | 'invalid' };

const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/**
 * Checks one address as people write them: surrounding spaces, a `mailto:` and trailing punctuation do not matter.
 * The shape is RFC 5321's without quoted local parts and address literals; the domain comes back in lower case and
 * ASCII (RFC 5891). Nothing is asked of the network.
 */
export function checkEmail(input: string): EmailCheck {
  const text = input
    .trim()
    .slice(0, 400)
    .replace(/^mailto:/i, '')
    .replace(/^[<("'“‘]{1,3}/, '')
    .replace(/[>)"'”’.,;:!?]{1,9}$/, '');
  const at = text.lastIndexOf('@');
  if (at < 0 || at === 0 || at === text.length - 1) return { ok: false, reason: 'incomplete' };
  const local = text.slice(0, at);
  const written = text.slice(at + 1).toLowerCase();
  if (!isLocalPart(local)) return { ok: false, reason: 'invalid' };

  const domain = domainToASCII(written.replaceAll(',', '.'));
  const labels = domain.split('.');
  if (domain.length === 0 || domain.length > 253 || !labels.every((label) => LABEL.test(label))) {
    return { ok: false, reason: 'invalid' };
  }
  const meant = suggestDomain(domain);
  const suggestion = meant === null ? undefined : `${local}@${meant}`;
  if (labels.length < 2) return { ok: false, reason: 'incomplete', suggestion };
  if (!TOP_LEVEL.test(labels.at(-1)!)) return { ok: false, reason: 'invalid', suggestion };
  const email = `${local}@${domain}`;
  if (email.length > 254) return { ok: false, reason: 'invalid' };
  // A comma for a dot cannot be meant as written, but it is clear what was.
  if (written.includes(',')) return { ok: false, reason: 'invalid', suggestion: suggestion ?? email };
  return suggestion === undefined ? { ok: true, email } : { ok: true, email, suggestion };
}

/** A value as a person reads it: an address with an international domain in its own letters. */
export function readable(value: string): string {
  const at = value.lastIndexOf('@');
  return at < 0
    ? value
    : `${value.slice(0, at)}@${domainToUnicode(value.slice(at + 1)) || value.slice(at + 1)}`;
}

function isLocalPart(local: string): boolean {
  return LOCAL_PART.test(local) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
}

/**
 * Countries in which a number without a country code may be meant, best guess first: the regions named by the
 * locales, then the main country of a language that has one. English, Spanish, Portuguese and Arabic are spoken in
 * too many countries to guess from.
 */
export function countriesOf(...locales: (string | null | undefined)[]): CountryCode[] {
  const named: string[] = [];
  const guessed: string[] = [];
  for (const tag of locales) {
    const { region, main } = regionsOf(tag ?? '');
    if (region) named.push(region);
    else if (main) guessed.push(main);
  }
  return [...new Set([...named, ...guessed])].filter((code): code is CountryCode => isSupportedCountry(code));
}

interface Regions {
  /** That the locale names. */
  region?: string;
  /** The main one of its language. */
  main?: string;
}

/** Every turn asks for the same few; strangers can send others, so the map is emptied before it grows. */
const regions = new Map<string, Regions>();

function regionsOf(tag: string): Regions {
  const known = regions.get(tag);
  if (known) return known;
  if (regions.size > 500) regions.clear();
  const found = readRegions(tag);
  regions.set(tag, found);
  return found;
}

function readRegions(tag: string): Regions {
  try {
    const locale = new Intl.Locale(tag);
    const isEverywhere = ['en', 'es', 'pt', 'ar', 'und'].includes(locale.language);
    return { region: locale.region, main: isEverywhere ? undefined : locale.maximize().region };
  } catch {
    return {};
  }
}

/** Arabic, Persian and full-width digits as 0 to 9; the length stays the same. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
    String(digit.charCodeAt(0) & 0xf),
  );
}

/** Checks one phone number; `countries` (see `countriesOf`) say where a number without a country code may be. */
export function checkPhone(input: string, countries: readonly CountryCode[] = []): PhoneCheck {
  const text = westernDigits(input.normalize('NFKC')).trim().slice(0, 60);
  const digits = text.replace(/\D/g, '').length;
  if (digits < 5) return { ok: false, reason: 'too_short' };
  if (digits > 21) return { ok: false, reason: 'too_long' };

  const tries = readings(text, countries);
  const valid = tries.find((number) => number.isValid());
  if (valid) return { ok: true, text: written(valid) };
  const isInternational = /^\s*(?:\+|00)/.test(text);
  if (!isInternational && countries.length === 0) {
    return { ok: false, reason: digits < 7 ? 'too_short' : 'needs_country' };
  }
  const possible = tries.find((number) => number.isPossible());
  if (possible) return { ok: false, reason: 'unlikely', text: written(possible) };
  // A trunk 0 that fits none of the countries was written for another one.
  if (text.startsWith('0') && !isInternational && digits >= 8) return { ok: false, reason: 'needs_country' };
  return { ok: false, reason: digits < 7 ? 'too_short' : 'invalid' };
}

/** The ways a written number may be meant: as it stands, with 00 for +, in each country, with the + left out. */
function readings(text: string, countries: readonly CountryCode[]): PhoneNumber[] {
  const numbers: (PhoneNumber | undefined)[] = [];
  if (text.startsWith('+')) numbers.push(parse(text));
  else if (text.startsWith('00')) numbers.push(parse(`+${text.slice(2)}`));
  if (!text.startsWith('+')) {
    for (const country of countries) numbers.push(parse(text, country));
    if (!text.startsWith('0') && text.replace(/\D/g, '').length > 10) numbers.push(parse(`+${text}`));
  }
  return numbers.filter((number) => number !== undefined);
}

function parse(text: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, { defaultCountry, extract: false });
}

function written(number: PhoneNumber): string {
  return number.ext ? `${number.number} ext. ${number.ext}` : number.number;
}
