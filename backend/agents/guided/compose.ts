/**
 * Says what a turn calls for: answers first, then a word about what was noted, then one question. At most two
 * messages.
 */
import type { LeadField } from '../../sites/schema.ts';
import { afterwards, type Closing, finish, type Said } from './ending.ts';
import { hasContact, isContact, isKnown, nextField, roleOf } from './fields.ts';
import { type Answer, usesOf } from './knowledge.ts';
import type { Listening } from './notes.ts';
import { askAgain, askBriefly, askOnceMore, pick } from './phrases.ts';
import { remarksOn } from './remarks.ts';

export interface Reply {
  messages: Said[];
  /** The agent has just got all it will ask for. */
  completed: boolean;
}

/** Makes the reply to a turn and updates the state for the next one. */
export function compose(listening: Listening, answers: readonly Answer[], siteName: string): Reply {
  const hits = answers.map((answer) => answer.hit).filter((hit) => hit !== null);
  const messages: Said[] = [];
  if (hits.length > 0) {
    const texts = [...new Set(hits.map((hit) => hit.answer.trim()))];
    messages.push({ text: texts.join('\n\n'), knowledge: usesOf(hits) });
  }
  const remarks = remarksOn(listening, answers, siteName);
  const { closing, completed } = close(listening, remarks, hits.length > 0);
  if (closing.text !== '') messages.push(closing);
  return { messages, completed };
}

/** The next question, or the end of the questions. */
function close(listening: Listening, remarks: readonly string[], hasAnswered: boolean): Closing {
  const { state, intents, fields, lead, problem, learned, says } = listening;
  const say = (text: string) => [...remarks, text].filter((part) => part !== '').join(' ');
  const goOn = (closing: Said): Closing => ({ closing, completed: false });
  if (state.offer) {
    const { typed, meant } = state.offer;
    return goOn({ text: say(says.didYouMean(meant)), choices: typed === null ? [meant] : [meant, typed] });
  }
  if (problem) return goOn(ask(listening, problem.field, say));
  const isReachedAtLast = state.done === 'closed' && hasContact(fields, lead) && learned.size > 0;
  if (state.done !== 'no' && !isReachedAtLast) return afterwards(listening, remarks, hasAnswered);
  if (isReachedAtLast || intents.has('bye') || intents.has('refuseAll')) return finish(listening, remarks);
  if (intents.has('browsing')) return goOn({ text: say(pick(says.browsing, state.turns - 1)) });
  if (intents.has('hostile') && learned.size === 0) return goOn({ text: say('') });
  const field = listening.refused ?? wantedNext(listening);
  return !field || isPointless(listening, field)
    ? finish(listening, remarks)
    : goOn(ask(listening, field, say));
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

function ask(listening: Listening, field: LeadField, say: (text: string) => string): Said {
  const { state, problem, refused, lead, fields, says } = listening;
  const tries = state.tries[field.name] ?? 0;
  let text: string;
  if (problem) text = say(askAgain(says, problem.kind, field, Math.max(1, tries)));
  else if (refused) text = say(askOnceMore(says, field, otherContact(field, lead, fields, state.declined)));
  else if (listening.intents.has('person') && isContact(field) && !hasContact(fields, lead))
    text = say(says.whereToReach);
  else text = say(state.asked.includes(field.name) ? askBriefly(says, field, state.turns) : field.question);
  state.pending = field.name;
  if (!state.asked.includes(field.name)) state.asked.push(field.name);
  const choices = [...(field.choices ?? [])];
  if (!field.required || tries >= 2) choices.push(says.skip);
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
