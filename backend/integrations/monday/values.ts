/**
 * What goes into a column of each type (developer.monday.com, "Changing column values"). `TAKES` is told to the
 * dashboard, so that it offers only what fits.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ValueKind } from './schema.ts';

const WORDS: ValueKind[] = ['text', 'choice', 'email', 'phone', 'number', 'date', 'url', 'yesno'];

/** By column type; a type that is not here takes nothing from us. `id` is looked up by its exact text. */
export const TAKES: Readonly<Record<string, readonly ValueKind[]>> = {
  text: [...WORDS, 'id'],
  long_text: [...WORDS, 'long'],
  email: ['email'],
  phone: ['phone'],
  status: ['choice', 'text', 'yesno'],
  dropdown: ['choice', 'text', 'yesno'],
  date: ['date'],
  numbers: ['number'],
  link: ['url'],
  checkbox: ['yesno'],
};

/** The same types by the names they had before. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  color: 'status',
  numeric: 'numbers',
  'long-text': 'long_text',
  boolean: 'checkbox',
};
export const typeName = (type: string) => OLD_NAMES[type] ?? type;

const TEXT_MAX = 2000;
const LABEL_MAX = 100;

/**
 * The value as the column wants it; undefined where it can't take this.
 * @param words beside a link, what it says
 */
export function columnValue(type: string, value: string, words = value): unknown {
  switch (typeName(type)) {
    case 'text':
      return value.slice(0, TEXT_MAX);
    case 'long_text':
      // The end of a talk says more than its beginning.
      return { text: value.length > TEXT_MAX ? `…${value.slice(1 - TEXT_MAX)}` : value };
    case 'email':
      return /^\S+@\S+$/.test(value) ? { email: value, text: value } : undefined;
    case 'phone':
      return phone(value);
    case 'status':
      return { label: value.slice(0, LABEL_MAX) };
    case 'dropdown':
      return { labels: [value.slice(0, LABEL_MAX)] };
    case 'date':
      return date(value);
    case 'numbers':
      return number(value);
    case 'link':
      return /^https?:\/\//i.test(value) ? { url: value, text: words.slice(0, 255) } : undefined;
    case 'checkbox':
      return value === 'Yes' ? { checked: 'true' } : null;
    default:
      return undefined;
  }
}

/** Monday wants the country, and checks the number against it. */
function phone(value: string): unknown {
  const parsed = parsePhoneNumberFromString(value);
  return parsed?.country ? { phone: parsed.number, countryShortName: parsed.country } : undefined;
}

function date(value: string): unknown {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(value) ?? [];
  return day && { date: day, ...(time && { time }) };
}

/** A whole answer that is a number, with a point or a comma before its fraction. */
function number(value: string): string | undefined {
  const text = value.trim().replace(/^([+-]?\d+),(\d{1,2})$/, '$1.$2');
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? text : undefined;
}
