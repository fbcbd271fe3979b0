/**
 * Says what a turn calls for: answers first, then a word about what was noted, then one question. At most two
 * messages.
 */
import type { LeadField } from '../../sites/schema.ts';
import { readable } from '../contact-details.ts';
import { hasContact, isContact, isKnown, nextField, roleOf } from './fields.ts';
import type { Answer } from './knowledge.ts';
import type { Listening } from './notes.ts';
import {
  addressOf,
  askAgain,
  askBriefly,
  askOnceMore,
  nameOf,
  phrases,
  pick,
  reasonFor,
  SKIP,
} from './phrases.ts';
import { shorten } from './text.ts';

export interface Said {
  text: string;
  choices?: string[];
  knowledge?: { question: string };
}

export interface Reply {
  messages: Said[];
  /** The agent has just got all it will ask for. */
  completed: boolean;
}

/** Makes the reply to a turn and updates the state for the next one. */
export function compose(listening: Listening, answers: readonly Answer[], siteName: string): Reply {
  const { state } = listening;
  const hits = answers.map((answer) => answer.hit).filter((hit) => hit !== null);
  const messages: Said[] = [];
  if (hits.length > 0) {
    const texts = [...new Set(hits.map((hit) => hit.answer.trim()))];
    messages.push({ text: texts.join('\n\n'), knowledge: { question: hits[0]!.question } });
  }
  const remarks = remarksOn(listening, answers, siteName);
  const { closing, completed } =
    state.done === 'completed'
      ? afterwards(listening, remarks, hits.length > 0)
      : goOn(listening, remarks, hits.length > 0);
  if (closing.text !== '') messages.push(closing);
  return { messages, completed };
}

/** The short things to say before anything is asked: one about the conversation, one about the notes. */
function remarksOn(listening: Listening, answers: readonly Answer[], siteName: string): string[] {
  const { intents, state } = listening;
  const remarks: string[] = [];
  const missed = answers.some(({ asked, hit }) => hit === null && asked !== listening.request);
  if (intents.has('hostile')) remarks.push(phrases.hostile);
  else if (intents.has('who')) remarks.push(phrases.whoAmI(siteName));
  else if (intents.has('person')) remarks.push(personRemark(listening));
  else if (intents.has('privacy') && answers.every((answer) => answer.hit === null))
    remarks.push(phrases.privacy);
  else if (intents.has('how')) remarks.push(phrases.howAreYou);
  else if (intents.has('why') && state.pending !== null) remarks.push(reasonOf(listening));
  else if (missed) remarks.push(pick(phrases.unknownAnswer, state.turns));
  else if (listening.topics.length > 0 && listening.learned.size === 0 && answers.length === 0) {
    remarks.push(pick(phrases.passedOn, state.turns));
  }
  const note = remarkOnNotes(listening);
  // "I'll pass your question on. I've noted that." says the same twice.
  const isSaid = remarks.length > 0 && note !== null && isBareNote(note, listening);
  if (note !== null && !isSaid) remarks.push(note);
  else if (remarks.length === 0 && intents.has('thanks')) remarks.push(phrases.welcome);
  else if (remarks.length === 0 && intents.has('greeting') && state.turns <= 1) remarks.push(phrases.hello);
  return remarks;
}

function personRemark({ lead }: Listening): string {
  const contact = lead.email ?? lead.phone;
  return contact ? phrases.personKnown(contact) : phrases.person;
}

function reasonOf(listening: Listening): string {
  const pending = listening.fields.find((field) => field.name === listening.state.pending);
  return pending ? reasonFor(pending) : '';
}

/** What happened to the notes, in one sentence; null when there is nothing worth saying. */
function remarkOnNotes(listening: Listening): string | null {
  const { lead, fields, state, learned, corrected, forgotten } = listening;
  const fieldOf = (key: string) => fields.find((field) => field.name === key);
  const [fixed] = corrected;
  if (fixed !== undefined) {
    const role = fieldOf(fixed) ? roleOf(fieldOf(fixed)!) : fixed;
    if (role === 'name') return phrases.nameChanged(addressOf(lead[fixed]!));
    if (role === 'need') return phrases.changedNeed;
    return phrases.changed(nameOf(fieldOf(fixed), fixed), shorten(readable(lead[fixed]!), 120));
  }
  const [gone] = forgotten;
  if (gone !== undefined) return phrases.removed(nameOf(fieldOf(gone), gone));
  if (listening.refused || listening.problem) return null;
  if (learned.has('name')) return phrases.wellMet(addressOf(lead.name!));
  if (listening.skipped) return pick(phrases.skipped, state.declined.length - 1);
  if (listening.picked) return phrases.willUse(readable(listening.picked));
  if (learned.size === 0) return null;
  return isNeedOnly(listening) ? pick(phrases.needNoted, state.turns) : pick(phrases.noted, state.turns);
}

function isNeedOnly({ learned, fields }: Listening): boolean {
  const field = fields.find((each) => learned.has(each.name));
  return learned.size === 1 && field !== undefined && roleOf(field) === 'need';
}

/** The next question, or the end of the questions. */
function goOn(
  listening: Listening,
  remarks: string[],
  hasAnswered: boolean,
): { closing: Said; completed: boolean } {
  const { state, intents, fields, lead } = listening;
  const say = (...parts: string[]) => [...remarks, ...parts].filter((part) => part !== '').join(' ');
  const offer = state.offer;
  if (offer) {
    const choices = offer.typed === null ? [offer.meant] : [offer.meant, offer.typed];
    return { closing: { text: say(phrases.didYouMean(offer.meant)), choices }, completed: false };
  }
  if (state.done === 'closed' && !(hasContact(fields, lead) && listening.learned.size > 0)) {
    return afterwards(listening, remarks, hasAnswered);
  }
  if (intents.has('bye') || intents.has('refuseAll')) return finish(listening, remarks);
  if (intents.has('browsing') || (intents.has('hostile') && listening.learned.size === 0)) {
    const text = intents.has('browsing') ? say(pick(phrases.browsing, state.turns - 1)) : say();
    return { closing: { text }, completed: false };
  }
  const field = listening.problem?.field ?? listening.refused ?? wantedNext(listening);
  if (!field || isPointless(listening, field)) return finish(listening, remarks);
  return { closing: ask(listening, field, say), completed: false };
}

/** The field to ask for: the way to reach a visitor who wants a person, the one that is pending, or the next one. */
function wantedNext(listening: Listening): LeadField | null {
  const { fields, lead, state, intents } = listening;
  const open = fields.filter((field) => !isKnown(field.name, lead) && !state.declined.includes(field.name));
  if (intents.has('person') && !hasContact(fields, lead)) {
    const contact = open.find(isContact);
    if (contact) return contact;
  }
  return open.find((field) => field.name === state.pending) ?? nextField(fields, lead, state.declined);
}

/** Without any way to answer, nothing but the need is worth another question. */
function isPointless({ fields, lead, state }: Listening, next: LeadField): boolean {
  const contacts = fields.filter(isContact);
  const areRefused = contacts.length > 0 && contacts.every((field) => state.declined.includes(field.name));
  return areRefused && !hasContact(fields, lead) && roleOf(next) !== 'need';
}

function ask(listening: Listening, field: LeadField, say: (...parts: string[]) => string): Said {
  const { state, problem, refused, lead, fields } = listening;
  const tries = state.tries[field.name] ?? 0;
  let text: string;
  if (problem) text = say(askAgain(problem.kind, field, Math.max(1, tries)));
  else if (refused) text = say(askOnceMore(field, otherContact(field, lead, fields, state.declined)));
  else if (listening.intents.has('person') && isContact(field) && !hasContact(fields, lead))
    text = say('Where can they reach you?');
  else text = say(state.asked.includes(field.name) ? askBriefly(field, state.turns) : field.question);
  state.pending = field.name;
  if (!state.asked.includes(field.name)) state.asked.push(field.name);
  const choices = [...(field.choices ?? [])];
  if (!field.required || tries >= 2) choices.push(SKIP);
  return choices.length > 0 ? { text, choices } : { text };
}

function otherContact(
  field: LeadField,
  lead: Listening['lead'],
  fields: readonly LeadField[],
  declined: readonly string[],
): 'phone' | 'email' | null {
  if (!isContact(field) || hasContact(fields, lead)) return null;
  const other = fields.find((each) => isContact(each) && roleOf(each) !== roleOf(field));
  if (!other || declined.includes(other.name)) return null;
  return roleOf(other) === 'phone' ? 'phone' : 'email';
}

/** All has been asked: sums up, and completes the conversation when the team has a way to answer. */
function finish(listening: Listening, remarks: string[]): { closing: Said; completed: boolean } {
  const { state, fields, lead } = listening;
  const open = fields.filter((field) => !isKnown(field.name, lead)).map((field) => field.name);
  state.declined = [...new Set([...state.declined, ...open])];
  state.pending = null;
  const wasClosed = state.done === 'closed';
  const asksForContact = fields.some(isContact);
  const completes =
    hasContact(fields, lead) || (!asksForContact && fields.some((field) => isKnown(field.name, lead)));
  state.done = completes ? 'completed' : 'closed';
  const before = remarks.filter((remark) => !isBareNote(remark, listening));
  let text: string;
  if (!completes) text = phrases.closedWithoutContact(Object.keys(lead).length > 0);
  else if (wasClosed) text = phrases.closedWithContact;
  else text = phrases.summary(lead.name ? addressOf(lead.name) : null, summaryLines(listening));
  return {
    closing: { text: [...before, text].join(before.length > 0 ? '\n\n' : ' ') },
    completed: completes,
  };
}

/** "Got it." before a summary is one word too many. */
function isBareNote(remark: string, { skipped, lead }: Listening): boolean {
  if (lead.name && remark === phrases.wellMet(addressOf(lead.name))) return true;
  const bare: readonly string[] = [
    ...phrases.noted,
    ...phrases.needNoted,
    ...(skipped ? phrases.skipped : []),
  ];
  return bare.includes(remark);
}

/** What was noted, field by field; details that no field asked for come after the name. */
function summaryLines({ fields, lead }: Listening): string[] {
  const known = fields.filter((field) => isKnown(field.name, lead));
  const lines = known.map((field) => line(field.label, lead[field.name]!));
  const roles = new Set(fields.map((field) => roleOf(field)));
  const extras = EXTRAS.filter(
    ([key]) => !roles.has(key) && isKnown(key, lead) && !(key === 'name' && roles.has('firstName')),
  );
  const place = known.findIndex((field) => ['name', 'lastName', 'firstName'].includes(roleOf(field))) + 1;
  lines.splice(place, 0, ...extras.map(([key, label]) => line(label, lead[key]!)));
  return lines;
}

const EXTRAS = [
  ['name', 'Name'],
  ['company', 'Company'],
  ['email', 'E-mail'],
  ['phone', 'Phone'],
] as const;

function line(label: string, value: string): string {
  return `${label}: ${shorten(readable(value).replaceAll('\n', ' '), 200)}`;
}

/** After the end: answers, corrections and courtesies, but no more questions. */
function afterwards(
  listening: Listening,
  remarks: string[],
  hasAnswered: boolean,
): { closing: Said; completed: boolean } {
  const { state, intents, learned, fields } = listening;
  if (state.offer)
    return {
      closing: { text: phrases.didYouMean(state.offer.meant), choices: offerChoices(state.offer) },
      completed: false,
    };
  const [added] = learned;
  const texts = remarks.filter((remark) => !isBareNote(remark, listening));
  if (added !== undefined && texts.length === 0) {
    texts.push(
      phrases.notedLater(
        nameOf(
          fields.find((field) => field.name === added),
          added,
        ),
      ),
    );
  }
  if (texts.length === 0 && intents.has('bye')) texts.push(pick(phrases.goodbye, state.turns));
  const isSmallTalk = ['yes', 'no', 'greeting', 'refuse', 'refuseAll', 'unsure', 'browsing'].some((intent) =>
    intents.has(intent as never),
  );
  if (texts.length === 0 && !hasAnswered)
    texts.push(pick(isSmallTalk ? phrases.afterwards : phrases.passedOn, state.turns));
  return { closing: { text: texts.join(' ') }, completed: false };
}

function offerChoices(offer: { typed: string | null; meant: string }): string[] {
  return offer.typed === null ? [offer.meant] : [offer.meant, offer.typed];
}
