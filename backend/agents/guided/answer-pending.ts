/**
 * Reads a message as the answer to what was asked, once everything that names itself has been taken out of it.
 */
import type { LeadField } from '../../sites/schema.ts';
import { matchChoice } from './choices.ts';
import { isPlainName, tidyName } from './extract-names.ts';
import { fieldFor, isContact, isKnown, type Role, roleOf } from './fields.ts';
import type { Intent } from './intent.ts';
import { decline, fail, type Listening, noteName, set } from './notes.ts';
import { amountsIn, digitsForWords } from './numbers.ts';
import type { ProblemKind } from './phrases.ts';
import { words } from './text.ts';
import type { Heard } from './understand.ts';
import { isVague } from './vague.ts';
import { takeAfterthought } from './wishes.ts';

/** Talk about the conversation; such a message is no failed answer. */
const ASIDE: readonly Intent[] = [
  'greeting',
  'thanks',
  'bye',
  'why',
  'who',
  'person',
  'privacy',
  'how',
  'browsing',
  'hostile',
  'refuseAll',
];
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
const ASKS_YES_OR_NO = /^(?:do|does|did|are|is|have|has|had|will|would|can|could|should|may)\b/i;

/** Takes a message as the answer to `field`, as a refusal, or as an answer that cannot be used. */
export function answerPending(
  listening: Listening,
  field: LeadField,
  heard: Heard,
  gaveSomething: boolean,
): void {
  const role = roleOf(field);
  const { intents } = heard;
  if (listening.forgotten.size > 0) return;
  if (intents.has('refuseAll') || intents.has('bye') || intents.has('browsing')) {
    const choice = intents.has('browsing')
      ? matchChoice(heard.text, field.choices ?? [], listening.now)
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
  const isYesOrNo =
    !MAY_BE_KEPT.includes(role) && field.type === 'text' && ASKS_YES_OR_NO.test(field.question);
  if (isYesOrNo && (intents.has('yes') || intents.has('no')) && words(heard.text).length <= 3) {
    set(listening, field.name, intents.has('yes') ? 'Yes' : 'No');
    return;
  }
  const isSilent = gaveSomething && heard.rest === '';
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
  const kind = read(listening, field, role, heard, gaveSomething);
  const isAside =
    ASIDE.some((intent) => intents.has(intent)) ||
    heard.questions.length > 0 ||
    heard.need !== null ||
    gaveSomething;
  if (kind !== null && !isAside && listening.state.offer === null && listening.problem === null) {
    if (!takeAfterthought(listening, heard)) fail(listening, field, kind);
  }
}

/** "I'm not sure, maybe a website" refuses nothing. */
function answersAnyway(listening: Listening, field: LeadField, heard: Heard): boolean {
  return (
    roleOf(field) === 'need' && heard.rest !== '' && read(listening, field, 'need', heard, false) === null
  );
}

/** Takes the choice that a message means; a bare yes or no also picks the one that begins with it. */
function chooses(listening: Listening, field: LeadField, { intents, questions, rest, text }: Heard): boolean {
  const bare = intents.has('yes') ? 'yes' : intents.has('no') ? 'no' : null;
  const choice =
    matchChoice(questions.length > 0 ? rest : text, field.choices ?? [], listening.now) ??
    (bare !== null && words(text).length <= 3 ? matchChoice(bare, field.choices ?? [], listening.now) : null);
  if (choice === null) return false;
  set(listening, field.name, choice);
  return true;
}

/** Notes the answer; otherwise says what is wrong with it. */
function read(
  listening: Listening,
  field: LeadField,
  role: Role,
  heard: Heard,
  gaveSomething: boolean,
): ProblemKind | null {
  const { rest, text } = heard;
  const take = (value: string | null | undefined): boolean => {
    if (!value) return false;
    set(listening, field.name, value);
    return true;
  };
  if (field.choices?.length) return 'choice';
  switch (role) {
    case 'email':
      return 'email';
    case 'phone':
      return readPhone(listening, field, heard);
    case 'number':
      return take(amountsIn(digitsForWords(text)).map((each) => numberOf(each))[0]) ? null : 'number';
    case 'name':
    case 'firstName':
    case 'lastName':
      return readName(listening, field, role, text) ? null : 'name';
    case 'company':
      return words(rest).length <= 8 && take(rest.replace(COMPANY_LEAD, '')) ? null : 'unclear';
    case 'budget':
    case 'timeline':
      // Beside other details, words without a figure are more likely about those.
      return !gaveSomething && words(rest).length <= 15 && isMeaningful(heard) && take(rest)
        ? null
        : 'unclear';
    default:
      if (role === 'need' && rest !== '' && isVague(rest)) return 'goAhead';
      return isMeaningful(heard) && take(rest) ? null : 'unclear';
  }
}

/** More than a sign of life: words or a number, and not only small talk. */
function isMeaningful({ intents, rest }: Heard): boolean {
  const isSmallTalk = ASIDE.some((intent) => intents.has(intent)) || intents.has('yes');
  return (!isSmallTalk || words(rest).length >= 3) && /\p{L}{2}|\p{N}/u.test(rest);
}

const COMPANY_LEAD =
  /^(?:it's|its|it is|we are|we're|i'm with|i work (?:for|at)|from|at|for|called|the company is) /i;
const NAME_LEAD =
  /^(?:(?:sure|yes|ok|okay|well|of course|hi|hello|it's|its|it is|i'm|i am|im|my name is|just|just call me)[,.!]? ){1,3}/i;

function readName(listening: Listening, field: LeadField, role: Role, text: string): boolean {
  const said = text.replace(NAME_LEAD, '').replace(/ (?:here|please)[.!]?$/i, '');
  const first = said.split(/[,\n(]/)[0]!;
  const name = [said, first].find((each) => each.split(/ (?:and|&|\+) /).every((part) => isPlainName(part)));
  if (name === undefined) return false;
  if (role !== 'lastName') {
    noteName(listening, tidyName(name), true);
    if (!isKnown(field.name, listening.lead)) set(listening, field.name, tidyName(name));
    return true;
  }
  set(listening, field.name, tidyName(name));
  return true;
}

function readPhone(listening: Listening, field: LeadField, heard: Heard): ProblemKind | null {
  const check = heard.phones[0]?.check;
  if (!check || check.ok) return 'phone';
  // Said again after it was doubted, a number that may exist is taken: lists of numbers are never complete.
  const wasDoubted = (listening.state.tries[field.name] ?? 0) > 0;
  if (wasDoubted && check.reason === 'unlikely') set(listening, field.name, check.text);
  if (wasDoubted && check.reason === 'needs_country') set(listening, field.name, heard.phones[0]!.written);
  if (isKnown(field.name, listening.lead)) return null;
  return check.reason === 'needs_country' ? 'country' : 'phone';
}

function numberOf(amount: { low: number; high: number }): string | null {
  if (amount.low === amount.high) return String(amount.low);
  return Number.isFinite(amount.high) && amount.low === 0 ? String(amount.high) : null;
}

/** "Just call me": the phone number instead of the e-mail address, or the other way round. */
function switchContact(listening: Listening, field: LeadField, intents: ReadonlySet<Intent>): boolean {
  const role = roleOf(field);
  const wasOffered = (listening.state.refusals[field.name] ?? 0) > 0 && intents.has('yes');
  const wanted = role === 'email' && (intents.has('preferPhone') || wasOffered) ? 'phone' : null;
  const other = role === 'phone' && (intents.has('preferEmail') || wasOffered) ? 'email' : wanted;
  const target = other === null ? undefined : fieldFor(other, listening.fields);
  if (!target) return false;
  decline(listening, field);
  if (isKnown(target.name, listening.lead)) return true;
  listening.skipped = null;
  listening.state.pending = target.name;
  return true;
}

/** Optional details are let go at once; required ones are asked for once more in another way. */
function refuse(listening: Listening, field: LeadField): void {
  const { state } = listening;
  state.refusals[field.name] = (state.refusals[field.name] ?? 0) + 1;
  const isFirst = state.refusals[field.name] === 1 && (state.tries[field.name] ?? 0) < 2;
  if (field.required && isFirst) {
    listening.refused = field;
    return;
  }
  decline(listening, field);
  if (!field.required || !isContact(field)) return;
  // The second refusal of a contact also refused the other one, which was offered instead.
  const other = fieldFor(roleOf(field) === 'email' ? 'phone' : 'email', listening.fields);
  if (other && !isKnown(other.name, listening.lead)) decline(listening, other);
}
