/**
 * Reads a message as the answer to one field, by what the field holds.
 */
import type { LeadField } from '../../sites/schema.ts';
import { matchChoice } from './choices.ts';
import { firmIn } from './extract-company.ts';
import { isPlainName, tidyName } from './extract-names.ts';
import { isKnown, type Role, roleOf } from './fields.ts';
import type { NameWords } from './hears/hears.ts';
import { ASIDE } from './intent.ts';
import { type Listening, noteName, set } from './notes.ts';
import { amountsIn, digitsForWords } from './numbers.ts';
import type { ProblemKind } from './says/sayings.ts';
import { fold, words } from './text.ts';
import type { Heard } from './understand.ts';
import { isVague } from './vague.ts';

/** Takes the choice that a message means; a bare yes or no also picks the one that begins with it. */
export function chooses(
  listening: Listening,
  field: LeadField,
  { intents, questions, rest, text }: Heard,
): boolean {
  const { tongues, now } = listening;
  const { yes, no } = tongues[0]!.choices;
  const bare = intents.has('yes') ? yes : intents.has('no') ? no : null;
  const choice =
    matchChoice(questions.length > 0 ? rest : text, field.choices ?? [], now, tongues) ??
    (bare !== null && words(text).length <= 3 ? matchChoice(bare, field.choices ?? [], now, tongues) : null);
  if (choice === null) return false;
  set(listening, field.name, choice);
  return true;
}

/** Notes the answer and gives null; otherwise says what is wrong with it. */
export function read(
  listening: Listening,
  field: LeadField,
  heard: Heard,
  gaveSomething: boolean,
): ProblemKind | null {
  const { rest, text, hears } = heard;
  const role = roleOf(field);
  const take = (value: string | null | undefined): boolean => {
    if (!value) return false;
    set(listening, field.name, value);
    return true;
  };
  if (field.choices?.length) return 'choice';
  switch (role) {
    case 'email':
      // "Wait a moment" was never meant as an address.
      return /[@\d([{]|\p{L}\.\p{L}/u.test(text) ? 'email' : 'unclear';
    case 'phone':
      return readPhone(listening, field, heard);
    case 'number':
      return take(
        amountsIn(digitsForWords(text, hears.money.words), hears.money.amounts).map((each) =>
          numberOf(each),
        )[0],
      )
        ? null
        : 'number';
    case 'name':
    case 'firstName':
    case 'lastName':
      return !isOnlyAside(heard) && readName(listening, field, role, tidyText(text), hears.names)
        ? null
        : 'name';
    case 'company':
      return words(rest).length <= 8 &&
        take(rest.slice(hears.companies.lead.exec(fold(rest))?.[0].length ?? 0))
        ? null
        : 'unclear';
    case 'budget':
    case 'timeline':
      // Beside other details, words without a figure are more likely about those.
      return !gaveSomething && words(rest).length <= 15 && isMeaningful(heard) && take(rest)
        ? null
        : 'unclear';
    default:
      if (role === 'need' && rest !== '' && isVague(rest, hears.wishes)) return 'goAhead';
      return isMeaningful(heard) && take(rest) ? null : 'unclear';
  }
}

/** "thx" and "asap" are no names, although they might be read as such. */
const isOnlyAside = ({ intents, rest, timeline }: Heard) =>
  rest === '' && (ASIDE.some((intent) => intents.has(intent)) || timeline?.isClear === true);

/** Without quotation marks and smileys around it. */
const tidyText = (text: string) =>
  text.replace(/["“”„«»]|\p{Extended_Pictographic}\uFE0F?|\s[:;]-?[)D(P]/gu, '').trim();

/** More than a sign of life: words or a number, and not only small talk. */
function isMeaningful({ intents, rest }: Heard): boolean {
  const isSmallTalk = ASIDE.some((intent) => intents.has(intent)) || intents.has('yes');
  return (!isSmallTalk || words(rest).length >= 3) && /\p{L}{2}|\p{N}/u.test(rest);
}

function readName(
  listening: Listening,
  field: LeadField,
  role: Role,
  text: string,
  known: NameWords,
): boolean {
  if (firmIn(text)?.start === 0) return false;
  const said = text.slice(known.lead.exec(fold(text))?.[0].length ?? 0).replace(known.tail, '');
  const first = said.split(/[,\n(]/)[0]!;
  const name = [said, first].find((each) =>
    each.split(known.joint).every((part) => isPlainName(part, known)),
  );
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
  if (!check && !/\p{Nd}{3}/u.test(heard.text)) return 'unclear';
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
