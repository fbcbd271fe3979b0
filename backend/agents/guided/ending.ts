/**
 * How a conversation ends, and what is said after the end.
 */
import type { KnowledgeUse } from '../../knowledge/schema.ts';
import { readable } from '../contact-details.ts';
import { hasContact, isContact, isKnown, roleOf } from './fields.ts';
import type { Intent } from './intent.ts';
import type { Listening } from './notes.ts';
import { addressOf, nameOf, pick } from './phrases.ts';
import { isBareNote } from './remarks.ts';
import { shorten } from './text.ts';

/** A message as it is sent, with the answers to offer as buttons. */
export interface Said {
  text: string;
  choices?: string[];
  knowledge?: KnowledgeUse[];
}

/** The last message of a turn. */
export interface Closing {
  closing: Said;
  /** The agent has just got all it will ask for. */
  completed: boolean;
}

/** All has been asked: sums up, and completes the conversation when the team has a way to answer. */
export function finish(listening: Listening, remarks: readonly string[]): Closing {
  const { state, fields, lead, says } = listening;
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
  if (!completes) text = says.closedWithoutContact(Object.keys(lead).length > 0);
  else if (wasClosed) text = says.closedWithContact;
  else text = says.summary(lead.name ? addressOf(lead.name) : null, summaryLines(listening));
  return {
    closing: { text: [...before, text].join(before.length > 0 ? '\n\n' : ' ') },
    completed: completes,
  };
}

/** What was noted, field by field; details that no field asked for come after the name. */
function summaryLines({ fields, lead, says }: Listening): string[] {
  const known = fields.filter((field) => isKnown(field.name, lead));
  const lines = known.map((field) => line(field.label, lead[field.name]!));
  const roles = new Set(fields.map((field) => roleOf(field)));
  const extras = EXTRAS.filter(
    (key) => !roles.has(key) && isKnown(key, lead) && !(key === 'name' && roles.has('firstName')),
  );
  const place = known.findIndex((field) => ['name', 'lastName', 'firstName'].includes(roleOf(field))) + 1;
  lines.splice(place, 0, ...extras.map((key) => line(says.labels[key], lead[key]!)));
  return lines;
}

const EXTRAS = ['name', 'company', 'email', 'phone'] as const;

function line(label: string, value: string): string {
  return `${label}: ${shorten(readable(value).replaceAll('\n', ' '), 200)}`;
}

const SMALL_TALK: readonly Intent[] = ['yes', 'no', 'greeting', 'refuse', 'refuseAll', 'unsure', 'browsing'];

/** After the end: answers, corrections and courtesies, but no more questions. */
export function afterwards(listening: Listening, remarks: readonly string[], hasAnswered: boolean): Closing {
  const { state, intents, learned, fields, says } = listening;
  const [added] = learned;
  const texts = remarks.filter((remark) => !isBareNote(remark, listening));
  if (added !== undefined && texts.length === 0) {
    const field = fields.find((each) => each.name === added);
    texts.push(says.notedLater(nameOf(says, field, added)));
  }
  if (texts.length === 0 && intents.has('bye')) texts.push(pick(says.goodbye, state.turns));
  const isSmallTalk = SMALL_TALK.some((intent) => intents.has(intent));
  if (texts.length === 0 && !hasAnswered)
    texts.push(pick(isSmallTalk ? says.afterwards : says.passedOn, state.turns));
  return { closing: { text: texts.join(' ') }, completed: false };
}
