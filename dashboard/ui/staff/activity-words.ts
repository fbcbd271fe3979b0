/** The audit trail in plain sentences: "Ana made Ben an agent". */
import type { ActivityEntry } from '../../../backend/staff/activity/schema.ts';
import { activityTexts as texts } from '../../languages/en/activity.ts';

type Deed = string | ((about: string, details: Record<string, unknown>) => string);

const deeds: Record<string, Deed> = texts.deeds;
const things: Record<string, string> = texts.things;
const parts: Record<string, string> = texts.parts;

export interface ActivityWords {
  who: string;
  did: string;
}

/** An entry as a sentence in two parts, so that the name can stand out. An unknown action is told by its own words. */
export function activityWords(entry: ActivityEntry): ActivityWords {
  const { subject, action } = entry;
  const who = isOfSubject(action) ? (subject.name ?? texts.somebody) : actorName(entry);
  return { who, did: `${didWhat(entry)}${partsOf(entry)}` };
}

function didWhat({ subject, action, details, actor }: ActivityEntry): string {
  const about = subject.name ? isolated(subject.name) : (things[subject.kind] ?? words(subject.kind));
  const isSelf = actor.id === subject.id;
  const deed = (isSelf && deeds[`${action}_self`]) || deeds[action];
  if (!deed) return texts.unknown(words(action.slice(action.indexOf('.') + 1)), about);
  return typeof deed === 'string' ? deed : deed(about, details);
}

/** Noted by the server, as nobody was signed in; but it was the person who did it. */
const isOfSubject = (action: string) => /_confirmed$|reset_requested$/.test(action);

function actorName({ actor }: ActivityEntry): string {
  if (actor.kind === 'visitor') return texts.visitor;
  if (actor.kind === 'system') return 'Parlour';
  if (actor.kind === 'api_key') return actor.name ? texts.key(actor.name) : texts.someKey;
  return actor.name ?? texts.somebody;
}

/** A name written from right to left must not turn the sentence around it (Unicode Bidirectional Algorithm, isolates). */
const isolated = (name: string) => (/[\u0590-\u08ff]/.test(name) ? `\u2068${name}\u2069` : name);

const words = (text: string) => text.replaceAll('_', ' ');

/** What of a site was changed. */
function partsOf({ action, details: { changed } }: ActivityEntry): string {
  if (action !== 'site.updated' || !Array.isArray(changed) || changed.length === 0) return '';
  return ` (${changed.map((name) => parts[String(name)] ?? words(String(name))).join(', ')})`;
}
