/**
 * The short things said before a question: what became of a wish, a detail or a piece of small talk.
 */
import { readable } from '../contact-details.ts';
import { roleOf } from './fields.ts';
import type { Answer } from './knowledge.ts';
import type { Listening } from './notes.ts';
import { addressOf, nameOf, pick, reasonFor } from './phrases.ts';
import { shorten } from './text.ts';
import { isVague } from './vague.ts';

/** What to say before anything is asked: one remark about the conversation, one about the notes. */
export function remarksOn(listening: Listening, answers: readonly Answer[], siteName: string): string[] {
  const { intents, state, says } = listening;
  const remarks: string[] = [];
  const pending = listening.fields.find((field) => field.name === state.pending);
  // "Can you help me?" is answered by asking what with.
  const missed = answers.some(
    ({ asked, hit }) =>
      hit === null && asked !== listening.request && !isVague(asked, listening.hears.wishes),
  );
  if (intents.has('hostile')) remarks.push(says.hostile);
  else if (intents.has('who')) remarks.push(says.whoAmI(siteName));
  else if (intents.has('person')) remarks.push(personRemark(listening));
  else if (intents.has('privacy') && answers.every((answer) => answer.hit === null))
    remarks.push(says.privacy);
  else if (intents.has('how')) remarks.push(says.howAreYou);
  else if (intents.has('why') && pending) remarks.push(reasonFor(says, pending));
  else if (missed) remarks.push(pick(says.unknownAnswer, state.turns));
  else if (listening.topics.length > 0 && listening.learned.size === 0 && answers.length === 0) {
    remarks.push(pick(says.passedOn, state.turns));
  }
  const note = remarkOnNotes(listening);
  // "I'll pass your question on. I've noted that." says the same twice.
  const isSaid = remarks.length > 0 && note !== null && isBareNote(note, listening);
  if (note !== null && !isSaid) remarks.push(note);
  else if (remarks.length === 0 && intents.has('thanks')) remarks.push(says.welcome);
  else if (remarks.length === 0 && isFirstWord(listening, answers)) remarks.push(says.hello);
  return remarks;
}

/** A greeting comes first or not at all: behind an answer it would come too late. */
function isFirstWord({ intents, state }: Listening, answers: readonly Answer[]): boolean {
  return intents.has('greeting') && state.turns <= 1 && answers.every((answer) => answer.hit === null);
}

function personRemark({ lead, says }: Listening): string {
  const contact = lead.email ?? lead.phone;
  return contact ? says.personKnown(contact) : says.person;
}

/** What happened to the notes, in one sentence; null when there is nothing worth saying. */
function remarkOnNotes(listening: Listening): string | null {
  const { lead, fields, state, learned, corrected, forgotten, says } = listening;
  const fieldOf = (key: string) => fields.find((field) => field.name === key);
  const [fixed] = corrected;
  if (fixed !== undefined) {
    const role = fieldOf(fixed) ? roleOf(fieldOf(fixed)!) : fixed;
    if (role === 'name') return says.nameChanged(addressOf(lead[fixed]!));
    if (role === 'need') return says.changedNeed;
    return says.changed(nameOf(says, fieldOf(fixed), fixed), shorten(readable(lead[fixed]!), 120));
  }
  const [gone] = forgotten;
  if (gone !== undefined) return says.removed(nameOf(says, fieldOf(gone), gone));
  if (listening.refused || listening.problem) return null;
  if (learned.has('name')) return says.wellMet(addressOf(lead.name!));
  if (listening.skipped) return pick(says.skipped, state.declined.length - 1);
  if (listening.picked) return says.willUse(readable(listening.picked));
  if (learned.size === 0) return null;
  return isNeedOnly(listening) ? pick(says.needNoted, state.turns) : pick(says.noted, state.turns);
}

function isNeedOnly({ learned, fields }: Listening): boolean {
  const field = fields.find((each) => learned.has(each.name));
  return learned.size === 1 && field !== undefined && roleOf(field) === 'need';
}

/** True for "Got it.", which is one word too many before a summary. */
export function isBareNote(remark: string, { skipped, lead, says }: Listening): boolean {
  if (lead.name && remark === says.wellMet(addressOf(lead.name))) return true;
  const bare: readonly string[] = [...says.noted, ...says.needNoted, ...(skipped ? says.skipped : [])];
  return bare.includes(remark);
}
