/**
 * E-mail addresses and phone numbers out of running text, also without spaces around them and in any script.
 */
import {
  type CountryCode,
  checkEmail,
  checkPhone,
  type EmailCheck,
  type PhoneCheck,
} from '../contact-details.ts';
import type { Span } from './text.ts';

export interface HeardEmail extends Span {
  written: string;
  check: EmailCheck;
}

export interface HeardPhone extends Span {
  written: string;
  check: PhoneCheck;
}

const LOCAL_CHAR = /[\p{Script=Latin}\p{N}._%+'-]/u;
const DOMAIN_CHAR = /[\p{Script=Latin}\p{N}.,-]/u;

/** More addresses or numbers than this in one message are no introduction. */
const MOST = 8;

/** Everything around an @, and addresses spelled out as "ana at acme dot com". */
export function emailsIn(text: string): HeardEmail[] {
  const found: HeardEmail[] = [];
  for (let at = text.indexOf('@'); at >= 0 && found.length < MOST; at = text.indexOf('@', at + 1)) {
    const heard = aroundAt(text, at);
    if (heard && heard.start >= (found.at(-1)?.end ?? 0)) found.push(heard);
  }
  return found.length > 0 ? found : spelledOut(text);
}

/** Walks outwards from the @; one space on either side of it is forgiven. Handles such as @ana are left alone. */
function aroundAt(text: string, at: number): HeardEmail | null {
  let before = at;
  if (text[before - 1] === ' ' && (text[at + 1] === ' ' || isAfterSpaceDomain(text, at + 1))) before -= 1;
  let after = at + 1;
  if (text[after] === ' ') after += 1;
  let start = before;
  while (start > 0 && before - start < 65 && LOCAL_CHAR.test(text[start - 1]!)) start -= 1;
  let end = after;
  while (end < text.length && end - after < 254 && DOMAIN_CHAR.test(text[end]!)) {
    // A comma belongs to the domain only where a dot was meant: "acme,com".
    if (text[end] === ',' && !/^,[a-z]{2,4}(?![\p{L}\p{N}.@])/iu.test(text.slice(end, end + 7))) break;
    end += 1;
  }
  const local = text.slice(start, before).replace(/^['.-]{1,9}/, '');
  if (local === '') return null;
  start = before - local.length;
  if (after > at + 1 && end > after && !text.slice(after, end).includes('.')) end = at + 1;
  while (end > at + 1 && /[.,-]/.test(text[end - 1]!)) end -= 1;
  // A second @ right behind makes it nobody's address.
  const doubled = text[end] === '@' || text[start - 1] === '@';
  const address = `${local}@${text.slice(end > after ? after : at + 1, end).trim()}`;
  const check: EmailCheck = doubled ? { ok: false, reason: 'invalid' } : checkEmail(address);
  return { start, end, written: text.slice(start, end), check };
}

/** True for "ana @acme.com" but not for "thanks @ana". */
function isAfterSpaceDomain(text: string, from: number): boolean {
  return /^[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}]{2}/u.test(text.slice(from, from + 70));
}

const SPELLED =
  /(?<![\p{L}\p{N}._%+-])([a-z0-9._%+-]{1,64}(?:(?:\s?(?:\(dot\)|\[dot\]|\sdot)\s?|\s(?:underscore|dash|hyphen)\s)[a-z0-9._%+-]{1,64}){0,3})\s?(?:\(at\)|\[at\]|\{at\}|\sat\s)\s?([a-z0-9-]{1,63}(?:(?:\.|\s?(?:\(dot\)|\[dot\]|\sdot)\s?)[a-z0-9-]{1,63}){1,4})(?![\p{L}\p{N}])/giu;

function spelledOut(text: string): HeardEmail[] {
  const found: HeardEmail[] = [];
  for (const match of text.matchAll(SPELLED)) {
    const domain = match[2]!.replace(/\s?(?:\(dot\)|\[dot\]|\sdot)\s?/gi, '.');
    // "at acme.com" also follows a name ("Ana at acme.com"): only a spelled-out dot or a bracketed at is sure.
    const isSpelled = domain !== match[2] || /[([{]at/i.test(match[0]);
    const local = match[1]!
      .replace(/\s?(?:\(dot\)|\[dot\]|\sdot)\s?/gi, '.')
      .replace(/\sunderscore\s/gi, '_')
      .replace(/\s(?:dash|hyphen)\s/gi, '-');
    const check = checkEmail(`${local}@${domain}`);
    if (isSpelled && check.ok) {
      found.push({ start: match.index, end: match.index + match[0].length, written: match[0], check });
    }
  }
  return found;
}

/** Digits with the marks people put between them, a leading + or bracket, and an extension. */
const NUMBER =
  /(?<![\p{L}\p{N}.,€$£/-])(?:\+|\()?\d(?:[().\u00a0 /-]{0,3}\d){4,20}(?:\s?(?:ext\.?|extension|x|#)\s?\d{1,6}(?!\d))?(?![\p{L}\p{N}€$£%])/giu;
const CUE =
  /\b(?:phone|call|tel|telephone|mobile|cell|whatsapp|number|reach me|text me|ring|sms|handy)\b[^\n]{0,25}$|(?:هاتف|جوال|موبايل|رقم|واتس)[^\n]{0,25}$/i;
const LOOKS_LIKE_DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})$/;

/** "12.000" and "10000 euros" are money, whatever was asked for. */
const isAmount = (written: string, behind: string) =>
  /^[1-9]\d{0,2}[.,']\d{3}(?:-[1-9]\d{0,2}[.,']\d{3})?$/.test(written) ||
  /^\s?(?:[€$£¥₹]|(?:euros?|eur|dollars?|usd|pounds?|gbp|chf|francs?|ريال|درهم|دولار|يورو|جنيه)(?!\p{L}))/iu.test(
    behind,
  );

/**
 * Phone numbers in a text. When no number was asked for, it must say that it is one: by a +, by the words before it,
 * or by being valid and written like one.
 */
export function phonesIn(text: string, countries: readonly CountryCode[], isAskedFor: boolean): HeardPhone[] {
  const found: HeardPhone[] = [];
  let checked = 0;
  for (const match of text.matchAll(NUMBER)) {
    checked += 1;
    if (checked > MOST) break;
    const written = match[0].trim();
    if (LOOKS_LIKE_DATE.test(written) || isAmount(written, text.slice(match.index + match[0].length)))
      continue;
    const check = checkPhone(written, countries);
    const hasCue = isAskedFor || written.startsWith('+') || CUE.test(text.slice(0, match.index));
    const looksLikeOne = check.ok && /^[0(]|[ ()/-]/.test(written) && written.replace(/\D/g, '').length >= 9;
    if (hasCue || looksLikeOne) {
      found.push({ start: match.index, end: match.index + match[0].length, written, check });
    }
  }
  return found;
}
