/**
 * The notes of one turn: what is learned, put right, declined, or could not be read.
 */
import type { LeadField } from '../../sites/schema.ts';
import type { CountryCode } from '../contact-details.ts';
import { matchChoice } from './choices.ts';
import { fieldFor, isKnown, keyFor, type Role } from './fields.ts';
import type { Hears } from './hears/hears.ts';
import type { Intent } from './intent.ts';
import type { ProblemKind, Sayings } from './says/sayings.ts';
import type { GuidedState } from './state.ts';

/** A turn being taken in. The functions of this folder change it; nothing outside sees it. */
export interface Listening {
  readonly fields: readonly LeadField[];
  readonly countries: readonly CountryCode[];
  readonly now: Date;
  /** What the agent says, in the conversation's language. */
  readonly says: Sayings;
  /** The conversation's language, then English. */
  readonly tongues: readonly Hears[];
  readonly state: GuidedState;
  /** What is known, this turn included. */
  readonly lead: Record<string, string>;
  /** The language of the message taken in last. */
  hears: Hears;
  /** What has changed in this turn; null forgets. */
  readonly changes: Record<string, string | null>;
  readonly learned: Set<string>;
  readonly corrected: Set<string>;
  readonly forgotten: Set<string>;
  readonly intents: Set<Intent>;
  questions: string[];
  /** Wishes and short headings that the site may have something to say about. */
  topics: string[];
  /** A question that says what is wanted and went into the need: "Can you build a shop?" */
  request: string | null;
  /** The address used, when several were given at once. */
  picked: string | null;
  /** Declined for good in this turn. */
  skipped: LeadField | null;
  /** A required detail refused for the first time. */
  refused: LeadField | null;
  problem: { field: LeadField; kind: ProblemKind } | null;
}

/** A full name also fills fields for its parts. */
export function noteName(listening: Listening, name: string, replace: boolean): boolean {
  const isNew = note(listening, 'name', name, replace);
  if (!isNew) return false;
  const [first, ...rest] = name.split(' ');
  if (fieldFor('firstName', listening.fields)) note(listening, 'firstName', first!, replace);
  if (rest.length > 0 && fieldFor('lastName', listening.fields))
    note(listening, 'lastName', rest.join(' '), replace);
  return true;
}

/**
 * Notes a detail under its role. False when this site has no place for it, or it is known otherwise and must stay.
 * A field with choices takes only one of them.
 */
export function note(listening: Listening, role: Role, value: string, replace: boolean): boolean {
  const key = keyFor(role, listening.fields);
  if (key === null) return false;
  const field = listening.fields.find((each) => each.name === key);
  const fitting = field?.choices?.length
    ? matchChoice(value, field.choices, listening.now, listening.tongues)
    : value;
  if (fitting === null || fitting === '') return false;
  if (isKnown(key, listening.lead) && listening.lead[key] !== fitting && !replace) return false;
  set(listening, key, fitting);
  // The team's lists know `email` and `phone`, whatever the site calls its field.
  if ((role === 'email' || role === 'phone') && key !== role) set(listening, role, fitting);
  return true;
}

const LONGEST_VALUE = 2000;

/** Writes a value down and remembers whether it is new or put right. */
export function set(listening: Listening, key: string, value: string): void {
  const { lead, changes, state } = listening;
  const text = value.trim().slice(0, LONGEST_VALUE);
  if (lead[key] === text || text === '') return;
  if (!listening.learned.has(key)) (isKnown(key, lead) ? listening.corrected : listening.learned).add(key);
  lead[key] = text;
  changes[key] = text;
  state.declined = state.declined.filter((name) => name !== key);
  if (listening.problem?.field.name === key) listening.problem = null;
  if (listening.refused?.name === key) listening.refused = null;
  if (listening.skipped?.name === key) listening.skipped = null;
}

/** Leaves a field out for good. */
export function decline(listening: Listening, field: LeadField): void {
  const { state } = listening;
  if (!state.declined.includes(field.name)) state.declined.push(field.name);
  if (state.pending === field.name) state.pending = null;
  listening.skipped = field;
}

/** After this many answers that could not be used, a field is let go. */
const MOST_TRIES = 3;

/** An answer that could not be used: asked again, and at last let go. */
export function fail(listening: Listening, field: LeadField, kind: ProblemKind): void {
  const { tries } = listening.state;
  tries[field.name] = (tries[field.name] ?? 0) + 1;
  if (tries[field.name]! > MOST_TRIES) decline(listening, field);
  else listening.problem = { field, kind };
}
