/**
 * What the visitor wants: told in one go or bit by bit, as a statement or as a question only the team can answer.
 */
import type { LeadField } from '../../sites/schema.ts';
import { fieldFor, isKnown } from './fields.ts';
import type { Hears } from './hears/hears.ts';
import { ASIDE } from './intent.ts';
import { type Answer, hasTopic, isHeading } from './knowledge.ts';
import { type Listening, note, set } from './notes.ts';
import { fold, words } from './text.ts';
import type { Heard } from './understand.ts';
import { isVague } from './vague.ts';

/** Takes what a message says about the need: all that is left of it when that was asked for, else only clear wishes. */
export function noteWish(listening: Listening, heard: Heard, pending: LeadField | null): void {
  const field = fieldFor('need', listening.fields);
  if (!field || heard.need === null || (pending?.type === 'choice' && pending !== field)) return;
  if (field.choices?.length) {
    note(listening, 'need', heard.need, heard.intents.has('correct'));
    return;
  }
  const isFirst = !isKnown(field.name, listening.lead);
  const wish = pending === field && isFirst ? heard.rest : heard.need;
  const isInstead = heard.intents.has('correct') && heard.hears.wishes.instead.test(fold(heard.text));
  if (isFirst || isInstead) set(listening, field.name, wish);
  else addWish(listening, wish, heard.hears);
}

const LONGEST_NEED = 1500;

/** Writes a further wish behind the ones known. */
function addWish(listening: Listening, wish: string, { topics }: Hears): void {
  const field = fieldFor('need', listening.fields)!;
  const known = listening.lead[field.name] ?? '';
  if (hasTopic(wish, topics)) listening.topics.push(wish);
  if (known.toLowerCase().includes(wish.toLowerCase()) || known.length + wish.length > LONGEST_NEED) return;
  const whole = withSentence(known, wish);
  listening.lead[field.name] = whole;
  listening.changes[field.name] = whole;
  listening.learned.add(field.name);
}

function withSentence(known: string, more: string): string {
  return `${/[.!?…؟]$/.test(known) ? known : `${known}.`} ${more}`;
}

/** So many sentences are taken as more about the need before they count as failed answers. */
const MOST_AFTERTHOUGHTS = 3;

/**
 * "I need a quote" - "What's your name?" - "for a garden fence": somebody who has just told what they need and goes on
 * about it has not failed to give a name.
 */
export function takeAfterthought(listening: Listening, heard: Heard): boolean {
  const { state, lead, learned } = listening;
  const field = fieldFor('need', listening.fields);
  if (!field || field.choices?.length || !isKnown(field.name, lead) || learned.has(field.name)) return false;
  const taken = state.tries[field.name] ?? 0;
  const isOrdinary =
    /\p{L}{2}/u.test(heard.rest) && !/[<>{}=;`\\|@]/.test(heard.rest) && words(heard.rest).length >= 2;
  const isEmpty = isVague(heard.rest, heard.hears.wishes);
  if (!state.noted.includes(field.name) || taken >= MOST_AFTERTHOUGHTS || !isOrdinary || isEmpty)
    return false;
  addWish(listening, heard.rest, heard.hears);
  if (!learned.has(field.name)) return false;
  state.tries[field.name] = taken + 1;
  return true;
}

/** What is said after the end goes to what is known of the need, as the visitor is told that it was noted. */
export function keepAfterwards(listening: Listening, heard: Heard): void {
  const { lead, fields } = listening;
  const field = fieldFor('need', fields);
  const isTalk = heard.questions.length > 0 || isVague(heard.rest, heard.hears.wishes);
  if (!field || field.choices?.length || !isKnown(field.name, lead) || isTalk) return;
  const isSmallTalk = [...ASIDE, 'yes' as const, 'no' as const].some((intent) => heard.intents.has(intent));
  if (isSmallTalk || words(heard.rest).length < 2) return;
  addWish(listening, heard.rest, heard.hears);
}

/** What the site may have something to say about, though it was not asked as a question: "pricing", further wishes. */
export function topicsOf(listening: Listening): string[] {
  const field = fieldFor('need', listening.fields);
  const need = field && listening.learned.has(field.name) ? listening.lead[field.name]! : null;
  const heading =
    need !== null && words(need).length <= 3 && isHeading(need, listening.hears.topics) ? [need] : [];
  return [...listening.topics, ...heading].slice(0, 1);
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * "Can you build a shop?" says what somebody needs, and so does a question that only the team can answer, as long as
 * nothing better is known.
 */
export function keepRequest(listening: Listening, answers: readonly Answer[]): void {
  const field = fieldFor('need', listening.fields);
  if (!field || field.choices?.length || listening.intents.has('privacy')) return;
  const isJustTold = listening.learned.has(field.name);
  if (isKnown(field.name, listening.lead) && !isJustTold) return;
  const { wishes } = listening.hears;
  const isRequest = (text: string) => wishes.request.test(fold(text));
  const request = answers.find(({ asked, hit }) => isRequest(asked) || (hit === null && !isJustTold));
  const asked = request?.asked ?? '';
  const text = capitalise(asked.slice(wishes.leadIn.exec(fold(asked))?.[0].length ?? 0));
  if (!request || text === '' || isVague(text, wishes)) return;
  set(listening, field.name, isJustTold ? withSentence(listening.lead[field.name]!, text) : text);
  if (isRequest(text)) listening.request = request.asked;
}
