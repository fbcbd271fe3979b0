/**
 * "No, it's Anna", "I meant 10k", "please delete my phone number".
 */
import type { LeadField } from '../../sites/schema.ts';
import { isPlainName, tidyName } from './extract-names.ts';
import { isKnown, keyFor, type Role, roleOf } from './fields.ts';
import type { CorrectionWords, Hears } from './hears/hears.ts';
import { type Listening, note, noteName } from './notes.ts';
import { amountsIn, digitsForWords } from './numbers.ts';
import { fold, plain, words } from './text.ts';
import type { Heard } from './understand.ts';

/** Which detail a word names. */
const roleOfWord = ({ roles }: CorrectionWords, word = ''): Role | undefined =>
  roles.find(([pattern]) => pattern.test(word))?.[1];

/** Takes back a detail that the visitor wants forgotten, unless the same message gives a new one. */
export function forget(listening: Listening, heard: Heard): void {
  const { corrections } = heard.hears;
  const word = corrections.forget.exec(plain(heard.text.slice(0, 500)))?.[1];
  const role = roleOfWord(corrections, word);
  const key = role === undefined ? null : keyFor(role, listening.fields);
  if (role === undefined || key === null || !isKnown(key, listening.lead) || listening.corrected.has(key))
    return;
  takeBack(listening, key, role);
  listening.forgotten.add(key);
  listening.state.declined.push(key);
}

/** "That's wrong": what was noted is taken back and asked for anew. */
export function doubt(listening: Listening, heard: Heard): boolean {
  const { corrections } = heard.hears;
  const match = corrections.wrong.exec(plain(heard.text.slice(0, 100)));
  if (!match) return false;
  const role = roleOfWord(corrections, match[1]);
  const key = role === undefined ? listening.state.noted.at(-1) : keyFor(role, listening.fields);
  const field = listening.fields.find((each) => each.name === key);
  if (!field || !isKnown(field.name, listening.lead)) return false;
  takeBack(listening, field.name, roleOf(field));
  listening.state.pending = field.name;
  listening.problem = { field, kind: 'anew' };
  return true;
}

/** Forgets a value, also where it stands under the name the team's lists know. */
function takeBack(listening: Listening, key: string, role: Role): void {
  for (const each of new Set<string>([key, role])) {
    if (!isKnown(each, listening.lead)) continue;
    delete listening.lead[each];
    listening.changes[each] = null;
  }
}

/**
 * A correction that names no field is about what was noted last. Left alone while a free text is asked for that the
 * words may just as well answer, unless they clearly put something right.
 */
export function correctLast(listening: Listening, heard: Heard, pending: LeadField | null): void {
  const { state, fields } = listening;
  const { cue, leading, bareNo, surely } = heard.hears.corrections;
  const said = fold(heard.text);
  if (!cue.test(said) || heard.questions.length > 0) return;
  const isFree = pending !== null && ['other', 'need', 'company'].includes(roleOf(pending));
  const isSure = surely.test(said);
  if (isFree && bareNo.test(said) && !isSure) return;

  let value = heard.text;
  for (let i = 0; i < 4; i += 1) value = value.slice(leading.exec(fold(value))?.[0].length ?? 0);
  value = value.replace(/^[,:.! ]{1,5}|[.!*]{1,3}$/g, '').trim();
  if (value === '' || words(value).length > 40) return;
  // "No problem" and "sorry mate" put nothing right: there is a pause before what does, or a capital.
  const isMeant = isSure || PAUSE.test(said) || value[0] !== value[0]!.toLowerCase();
  for (const key of [...[...state.noted].reverse(), ...lateOnes(listening)]) {
    const field = fields.find((each) => each.name === key);
    if (!isMeant && isOfWords(field ? roleOf(field) : key)) continue;
    if (correct(listening, heard.hears, field ? roleOf(field) : key, field, value)) return;
  }
  // "No, sorry, Ana" some turns after "Anna": close enough to mean the name.
  const name = listening.lead.name;
  if (
    name &&
    !isFree &&
    isPlainName(value, heard.hears.names) &&
    name.slice(0, 2).toLowerCase() === value.slice(0, 2).toLowerCase()
  ) {
    noteName(listening, tidyName(value), true);
  }
}

/** After the end nothing is asked any more: what an amount or a choice fits is what it puts right. */
function lateOnes({ state, fields, lead }: Listening): string[] {
  if (state.done === 'no') return [];
  const fitting = fields.filter((field) => roleOf(field) === 'budget' || field.choices?.length);
  return fitting.map(({ name }) => name).filter((name) => isKnown(name, lead) && !state.noted.includes(name));
}

/** Behind the word that puts something right: "no, Anna". */
const PAUSE = /^(?:\*|\S{1,12}[,،:.!])/;
/** Any words may answer it. */
const isOfWords = (role: string) => isOfName(role) || role === 'need';
const isOfName = (role: string) => role === 'name' || role === 'firstName';

function correct(
  listening: Listening,
  hears: Hears,
  role: string,
  field: LeadField | undefined,
  value: string,
): boolean {
  if (isOfName(role)) {
    const name = value.replace(hears.corrections.spelling, '');
    return isPlainName(name, hears.names) && noteName(listening, tidyName(name), true);
  }
  if (field?.choices?.length) return note(listening, roleOf(field), value, true);
  if (role === 'company' && words(value).length <= 6) return note(listening, 'company', value, true);
  const said = digitsForWords(value, hears.money.words);
  const amount = amountsIn(said, hears.money.amounts)[0];
  const isMoney = amount && (amount.isMarked || hears.money.after.test(fold(said.slice(amount.end))));
  if (role === 'budget' && isMoney) return note(listening, 'budget', amount.text, true);
  if (role === 'need' && words(value).length >= 2) return note(listening, 'need', value, true);
  return false;
}
