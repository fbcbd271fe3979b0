/**
 * Reads a message as the answer to what was asked, once everything that names itself has been taken out of it.
 */
import type { LeadField } from '../../sites/schema.ts';
import { matchChoice } from './choices.ts';
import { fieldFor, isContact, type Role, roleOf } from './fields.ts';
import { ASIDE } from './intent.ts';
import { isHeading } from './knowledge.ts';
import { decline, fail, type Listening, set } from './notes.ts';
import { chooses, read } from './read-answer.ts';
import { refuse, switchContact } from './refusals.ts';
import { fold, startsUpper, words } from './text.ts';
import type { Heard } from './understand.ts';
import { takeAfterthought } from './wishes.ts';

/** Details that people may prefer to keep; for anything else a plain "no" is an answer. */
const MAY_BE_KEPT: readonly Role[] = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'need',
  'budget',
  'timeline',
  'number',
];
const NAMES: readonly Role[] = ['name', 'firstName', 'lastName'];

/** Takes a message as the answer to `field`, as a refusal, or as an answer that cannot be used. */
export function answerPending(
  listening: Listening,
  field: LeadField,
  heard: Heard,
  gaveSomething: boolean,
): void {
  const role = roleOf(field);
  const { intents } = heard;
  const { says } = listening;
  if (listening.forgotten.size > 0) return;
  if (intents.has('refuseAll') || intents.has('bye') || intents.has('browsing')) {
    const choice = intents.has('browsing')
      ? matchChoice(heard.text, field.choices ?? [], listening.now, listening.tongues)
      : null;
    if (choice !== null) {
      set(listening, field.name, choice);
      listening.intents.delete('browsing');
    }
    return;
  }
  // The other contact, offered after a refusal, was given: that settles it.
  if (gaveSomething && isContact(field) && (listening.state.refusals[field.name] ?? 0) > 0) {
    decline(listening, field);
    listening.skipped = null;
    return;
  }
  if (field.choices?.length && chooses(listening, field, heard)) return;
  if (switchContact(listening, field, intents)) return;
  // Who says so before a word of what it is about does not keep anything back, but goes.
  if (role === 'need' && intents.has('later')) {
    listening.intents.add('browsing');
    return;
  }
  const isYesOrNo =
    !MAY_BE_KEPT.includes(role) && field.type === 'text' && asksYesOrNo(listening, field.question);
  if (isYesOrNo && (intents.has('yes') || intents.has('no')) && words(heard.text).length <= 3) {
    set(listening, field.name, intents.has('yes') ? says.yes : says.no);
    return;
  }
  const isSilent = gaveSomething && heard.rest === '';
  // "No, with ph" is about the name before.
  const isSpelling =
    intents.has('no') &&
    heard.hears.corrections.spelling.test(` ${fold(heard.text).replace(/^\S+[, ]+/, '')}`);
  if (isSpelling) return;
  if (
    intents.has('refuse') ||
    (intents.has('no') && !isSilent) ||
    (intents.has('unsure') && !gaveSomething)
  ) {
    if (!answersAnyway(listening, field, heard)) refuse(listening, field);
    return;
  }
  if (intents.has('yes') && heard.rest === '' && !gaveSomething && !field.choices?.length) {
    fail(listening, field, 'goAhead');
    return;
  }
  if (asksForTopic(listening, field, heard)) return;
  const kind = read(listening, field, heard, gaveSomething);
  const isAside =
    ASIDE.some((intent) => intents.has(intent)) ||
    heard.questions.length > 0 ||
    heard.need !== null ||
    gaveSomething;
  if (kind !== null && !isAside && listening.state.offer === null && listening.problem === null) {
    if (!doubtNumber(listening, field, heard) && !takeAfterthought(listening, heard))
      fail(listening, field, kind);
  }
}

/** "pricing" in answer to "What's your name?" is a question; said once more, or with a capital, it is a name after all. */
function asksForTopic({ state, topics }: Listening, field: LeadField, { text, hears }: Heard): boolean {
  const { tries } = state;
  const isName = NAMES.includes(roleOf(field));
  if (!isName || tries[field.name] || startsUpper(text) || !isHeading(text, hears.topics)) return false;
  tries[field.name] = 1;
  topics.push(text);
  return true;
}

/** A number where something else was asked for is a way to reach somebody, and only not complete yet. */
function doubtNumber(listening: Listening, field: LeadField, { phones }: Heard): boolean {
  const phone = fieldFor('phone', listening.fields);
  const check = phones[0]?.check;
  if (roleOf(field) === 'phone' || !phone || !check || check.ok) return false;
  fail(listening, phone, check.reason === 'needs_country' ? 'country' : 'phone');
  return true;
}

const asksYesOrNo = ({ tongues }: Listening, question: string): boolean =>
  tongues.some(({ wishes }) => wishes.asksYesOrNo.test(fold(question)));

/** "I'm not sure, maybe a website" refuses nothing. */
function answersAnyway(listening: Listening, field: LeadField, heard: Heard): boolean {
  return roleOf(field) === 'need' && heard.rest !== '' && read(listening, field, heard, false) === null;
}
