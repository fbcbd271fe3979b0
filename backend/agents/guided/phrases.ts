/**
 * Puts together what the guided agent says from the sentences of a language (`says/`).
 */
import type { LeadField } from '../../sites/schema.ts';
import { isContact, roleOf } from './fields.ts';
import type { ProblemKind, Sayings } from './says/sayings.ts';
import { TITLES } from './words.ts';

/** One of several ways of saying the same; the same number always gives the same one. */
export function pick(ways: readonly string[], number: number): string {
  return ways[number % ways.length]!;
}

/** How to address somebody: by the first name where the name is written in Latin letters and has no title. */
export function addressOf(name: string): string {
  const parts = name.split(' ');
  const isUsual = !/ (?:and|und|et|&|\+) /.test(name) && /^[\p{Script=Latin}'-]{2,}$/u.test(parts[0]!);
  return isUsual && !TITLES.has(parts[0]!.toLowerCase()) ? parts[0]! : name;
}

/** What a field is called inside a sentence. */
export function nameOf(says: Sayings, field: LeadField | undefined, key: string): string {
  const role = field ? roleOf(field) : key;
  if (role === 'email' || role === 'phone' || role === 'timeline') return says.named[role];
  return says.inSentence(field?.label ?? (key === 'name' || key === 'company' ? says.labels[key] : key));
}

/** The pending question once more, in few words. */
export function askBriefly(says: Sayings, field: LeadField, number: number): string {
  const ways = says.briefly[roleOf(field)];
  return ways ? pick(ways, number) : field.question;
}

/** Why the team would like to know, in a sentence. */
export function reasonFor(says: Sayings, field: LeadField): string {
  return says.reasons[roleOf(field)] ?? says.otherReason;
}

/** A required detail was refused once: said kindly, asked in another way. The second refusal is taken. */
export function askOnceMore(says: Sayings, field: LeadField, otherContact: 'phone' | 'email' | null): string {
  const { onceMore } = says;
  if (isContact(field) && otherContact === 'phone') return onceMore.phoneInstead;
  if (isContact(field) && otherContact === 'email') return onceMore.emailInstead;
  const role = roleOf(field);
  if (isContact(field)) return onceMore.contact;
  if (role === 'name' || role === 'firstName') return onceMore.name;
  if (role === 'need') return onceMore.need;
  return says.roughly(reasonFor(says, field));
}

/** Asks again after an answer that could not be used; `tries` counts such answers from 1. From the second on it offers to skip. */
export function askAgain(says: Sayings, kind: ProblemKind, field: LeadField, tries: number): string {
  const ways = says.problems[kind];
  const text = ways[Math.min(tries, ways.length) - 1]!;
  if (kind === 'anew') return `${text} ${says.askAnew(nameOf(says, field, field.name))}`;
  if (kind === 'unclear' || kind === 'goAhead') return `${text} ${askBriefly(says, field, tries)}`;
  return text;
}
