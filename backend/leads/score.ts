/**
 * How promising a lead looks, from rules that anybody can follow. The only place where points are given; the rules
 * that counted are kept with the sum, so that the dashboard says why.
 */
import type { LeadField } from '../sites/schema.ts';
import { isFreeMail } from './free-mail.ts';
import type { ScoreReason, ScoreRule, StoredReason } from './schema.ts';

/** What each rule says and gives. Together they make 100. */
const RULES: Record<ScoreRule, { text: string; points: number }> = {
  email: { text: 'Gave an e-mail address', points: 20 },
  work_email: { text: 'The address is not from a free mail service', points: 10 },
  phone: { text: 'Gave a phone number', points: 20 },
  name: { text: 'Told their name', points: 5 },
  company: { text: 'Told their company', points: 10 },
  complete: { text: 'Answered every required question', points: 15 },
  budget: { text: 'Named a budget', points: 10 },
  soon: { text: 'Wants to start soon', points: 5 },
  rating: { text: 'Rated the conversation 4 or 5', points: 5 },
};

export interface ScoreFacts {
  /** By field name, as leadValues gives them. */
  values: Readonly<Record<string, string>>;
  fields: readonly LeadField[];
  rating: number | null;
}

/** The sum, from 0 to 100, and the rules that counted, in the order of the list above. */
export function scoreLead({ values, fields, rating }: ScoreFacts): {
  score: number;
  scoreReasons: StoredReason[];
} {
  const required = fields.filter((field) => field.required);
  const holds: Record<ScoreRule, boolean> = {
    email: Boolean(values.email),
    work_email: Boolean(values.email) && !isFreeMail(values.email!),
    phone: Boolean(values.phone),
    name: Boolean(values.name),
    company: Boolean(values.company),
    complete: required.length > 0 && required.every(({ name }) => values[name]),
    budget: named(values, /budget/i).some((value) => /\p{N}/u.test(value)),
    soon: fields.some((field) => isSoon(field, values[field.name])),
    rating: rating !== null && rating >= 4,
  };
  const rules = (Object.keys(RULES) as ScoreRule[]).filter((rule) => holds[rule]);
  const scoreReasons = rules.map((rule) => ({ rule, points: RULES[rule].points }));
  return { score: scoreReasons.reduce((sum, { points }) => sum + points, 0), scoreReasons };
}

/** What of the fields counts for a score, as a text: where it is the same, so is every score. */
export function scoringOf(fields: readonly LeadField[]): string {
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  const times = fields
    .filter(({ name }) => ABOUT_TIME.test(name))
    .map(({ name, choices = [] }) => JSON.stringify([name, choices]));
  return JSON.stringify([required.sort(), times.sort()]);
}

/** The reasons in words. The points are those that counted then, also when a rule has changed since. */
export const explain = (reasons: readonly StoredReason[]): ScoreReason[] =>
  reasons.map(({ rule, points }) => ({ rule, points, text: RULES[rule]?.text ?? rule }));

const named = (values: ScoreFacts['values'], pattern: RegExp) =>
  Object.keys(values)
    .filter((name) => pattern.test(name))
    .map((name) => values[name]!);

const ABOUT_TIME = /timeline|start|when|deadline|urgen/i;
const SOON =
  /\b(asap|as soon as|right away|now|immediately|urgent(ly)?|today|tomorrow|(this|next|within a|in a) (week|month))\b/i;

/** Said so in words, or took one of the first two answers of a list, which goes from soon to late. */
function isSoon(field: LeadField, value: string | undefined): boolean {
  if (!value || !ABOUT_TIME.test(field.name)) return false;
  const place = field.choices?.indexOf(value) ?? -1;
  return place >= 0 ? place < 2 : SOON.test(value);
}
