/**
 * Takes in what a visitor said in one turn: which details are new, corrected or declined, and what still has to be
 * asked or answered.
 */
import type { LeadField } from '../../sites/schema.ts';
import type { LeadValues, Turn } from '../agent.ts';
import { countriesOf } from '../contact-details.ts';
import type { Language } from '../language.ts';
import { answerPending } from './answer-pending.ts';
import { exactChoice } from './choices.ts';
import { correctLast, doubt, forget } from './corrections.ts';
import { fieldFor, isKnown, keyFor, type Role, roleOf } from './fields.ts';
import { SAYS, tonguesIn } from './languages.ts';
import { decline, fail, type Listening, note, noteName, set } from './notes.ts';
import type { GuidedState } from './state.ts';
import { fold, plain, words } from './text.ts';
import { type Heard, hear } from './understand.ts';
import { keepAfterwards, noteWish } from './wishes.ts';

/** Takes in all messages of a turn. `state` is changed. */
export function listen(
  turn: Turn,
  fields: readonly LeadField[],
  state: GuidedState,
  now: Date,
  language: Language,
): Listening {
  const tongues = tonguesIn(language);
  const listening: Listening = {
    fields,
    countries: countriesOf(turn.session.locale, turn.site.locale),
    now,
    says: SAYS[language],
    tongues,
    hears: tongues[0]!,
    state,
    lead: knownOf(turn.lead),
    changes: {},
    learned: new Set(),
    corrected: new Set(),
    forgotten: new Set(),
    intents: new Set(),
    questions: [],
    topics: [],
    request: null,
    picked: null,
    skipped: null,
    refused: null,
    problem: null,
  };
  // After a person's message a bare answer is meant for that person, not for what the agent asked before.
  const lastSpeaker = turn.history.findLast(
    (message) => message.role === 'assistant' || message.role === 'staff',
  );
  if (lastSpeaker?.role === 'staff') state.pending = null;
  for (const text of turn.said) takeIn(listening, text);
  return listening;
}

function knownOf(lead: LeadValues): Record<string, string> {
  return Object.fromEntries(Object.entries(lead).filter(([key]) => isKnown(key, lead)));
}

function takeIn(listening: Listening, text: string): void {
  const { state } = listening;
  const pending = pendingField(listening);
  const role = pending ? roleOf(pending) : null;
  const heard = hear(text, {
    asked: role === 'email' && (state.refusals[pending!.name] || isNumber(text)) ? 'phone' : role,
    countries: listening.countries,
    now: listening.now,
    tongues: listening.tongues,
  });
  listening.hears = heard.hears;
  if (heard.text === '') return;
  // "No entiendo" is least of all a name.
  if (heard.intents.has('nothing')) {
    listening.intents.add('nothing');
    return;
  }
  if (state.offer && settleOffer(listening, heard)) return;
  if (pending && pressButton(listening, pending, heard.text)) return;

  const correctedBefore = listening.corrected.size;
  const isOpen = pending !== null && !isKnown(pending.name, listening.lead);
  const before = listening.learned.size + listening.corrected.size;
  noteContacts(listening, heard, pending);
  noteRest(listening, heard, pending);
  if (doubt(listening, heard)) return;
  forget(listening, heard);
  if (listening.learned.size + listening.corrected.size === before) correctLast(listening, heard, pending);
  for (const intent of heard.intents) listening.intents.add(intent);
  listening.questions.push(...heard.questions);
  const gaveSomething = listening.learned.size + listening.corrected.size + listening.forgotten.size > before;
  const hasCorrected = listening.corrected.size > correctedBefore;
  if (isOpen && !hasCorrected && !isKnown(pending.name, listening.lead)) {
    answerPending(listening, pending, heard, gaveSomething);
  }
  if (state.done !== 'no' && !gaveSomething) keepAfterwards(listening, heard);
  if (pending && isKnown(pending.name, listening.lead)) state.pending = null;
}

/** Nothing but a number with enough digits for a phone. */
const isNumber = (text: string) =>
  /^[+(]?\p{Nd}[\p{Nd}() ./-]{5,24}$/u.test(text.trim()) && digits(text) >= 7;
const digits = (text: string) => text.replace(/\P{Nd}/gu, '').length;

/** The field that the visitor was asked for and has not answered yet. */
function pendingField({ state, fields }: Listening): LeadField | null {
  return fields.find((field) => field.name === state.pending) ?? null;
}

function pressButton(listening: Listening, pending: LeadField, text: string): boolean {
  const choice = exactChoice(text, pending.choices ?? []);
  if (choice !== null) {
    set(listening, pending.name, choice);
    listening.state.pending = null;
    return true;
  }
  if (plain(text) !== plain(listening.says.skip)) return false;
  decline(listening, pending);
  return true;
}

/** "Did you mean ana@gmail.com?" has been asked: yes, no, one of the two, or another address. */
function settleOffer(listening: Listening, heard: Heard): boolean {
  const { state } = listening;
  const offer = state.offer!;
  state.offer = null;
  const said = plain(heard.text);
  const insists =
    offer.typed !== null && (said === plain(offer.typed) || heard.hears.corrections.insists.test(said));
  const accepts =
    said === plain(offer.meant) || heard.emails.some(({ check }) => check.ok && check.email === offer.meant);
  if (insists) return note(listening, 'email', offer.typed!, true);
  if (accepts || (heard.intents.has('yes') && heard.emails.length === 0))
    return note(listening, 'email', offer.meant, true);
  if (heard.intents.has('no') && heard.emails.length === 0) {
    const field = fieldFor('email', listening.fields);
    if (field) listening.problem = { field, kind: 'email' };
    return true;
  }
  // Something else was said. What was typed is an address after all; better that than none.
  if (heard.emails.length === 0 && offer.typed !== null) note(listening, 'email', offer.typed, true);
  return false;
}

function mayReplace(heard: Heard, pending: LeadField | null, role: Role): boolean {
  const isBare = words(heard.text).length <= 4 && heard.questions.length === 0;
  const isAsked = pending !== null && roleOf(pending) === role;
  return (
    heard.intents.has('correct') ||
    isAsked ||
    heard.hears.corrections.own.test(fold(heard.text)) ||
    (isBare && role !== 'name' && role !== 'company')
  );
}

function noteContacts(listening: Listening, heard: Heard, pending: LeadField | null): void {
  const isMeant = (start: number) =>
    !heard.hears.corrections.notMeant.test(fold(heard.text.slice(Math.max(0, start - 20), start)));
  const pickOne = <T extends { start: number }>(all: readonly T[]): T | undefined =>
    all.find(({ start }) => isMeant(start)) ?? all[0];

  const email = pickOne(heard.emails.filter(({ check }) => check.ok)) ?? heard.emails[0];
  const emailKey = keyFor('email', listening.fields)!;
  const wantsEmail = !isKnown(emailKey, listening.lead) || mayReplace(heard, pending, 'email');
  if (email && wantsEmail) {
    const { check } = email;
    const isKnownSlip = check.ok && listening.lead[emailKey] === check.email;
    if (check.suggestion !== undefined && !isKnownSlip) {
      listening.state.offer = { typed: check.ok ? check.email : null, meant: check.suggestion };
    } else if (check.ok) {
      note(listening, 'email', check.email, true);
      const others = heard.emails.filter((each) => each.check.ok && each.check.email !== check.email);
      if (others.length > 0) listening.picked = check.email;
    } else {
      const field = fieldFor('email', listening.fields);
      if (field) fail(listening, field, check.reason === 'incomplete' ? 'incomplete' : 'email');
    }
  }
  const phone = pickOne(heard.phones.filter(({ check }) => check.ok)) ?? heard.phones[0];
  if (phone?.check.ok) note(listening, 'phone', phone.check.text, mayReplace(heard, pending, 'phone'));
}

function noteRest(listening: Listening, heard: Heard, pending: LeadField | null): void {
  const replace = (role: Role) => mayReplace(heard, pending, role);
  const isAboutCompany = listening.state.noted.includes('company') && heard.intents.has('correct');
  if (heard.name !== null && !isAboutCompany) noteName(listening, heard.name, replace('name'));
  if (heard.company !== null) note(listening, 'company', heard.company, replace('company'));
  if (heard.budget !== null) note(listening, 'budget', heard.budget, replace('budget'));
  if (heard.timeline !== null) note(listening, 'timeline', heard.timeline.text, heard.intents.has('correct'));
  noteWish(listening, heard, pending);
}
