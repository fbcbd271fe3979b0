/** The audit trail in plain sentences: "Ana made Ben an agent". */
import type { ActivityEntry } from '../../backend/staff/activity/schema.ts';

type Say = (about: string, details: Record<string, unknown>, entry: ActivityEntry) => string;

/** What was done, after the name of who did it. */
const deeds: Record<string, Say> = {
  'staff.signed_in': () => 'signed in',
  'staff.renamed': (about, _, entry) =>
    isSelf(entry) ? 'changed their name' : `changed the name of ${about}`,
  'staff.password_changed': () => 'changed their password',
  'staff.session_ended': () => 'signed out one of their devices',
  'staff.other_sessions_ended': () => 'signed out all their other devices',
  'staff.invited': (about, { role }) => `invited ${about} as ${roleWord(role)}`,
  'staff.invite_link_made': (about) => `made a new invitation link for ${about}`,
  'staff.invite_confirmed': () => 'accepted the invitation',
  'staff.reset_link_made': (about) => `made a reset link for ${about}`,
  'staff.reset_requested': () => 'forgot their password',
  'staff.reset_confirmed': () => 'chose a new password with a link',
  'staff.role_changed': (about, { role }) => `made ${about} ${roleWord(role)}`,
  'staff.mails_chosen': () => 'chose which mails they get',
  'mail.mark_cleared': () => 'let mail go to an address again',
  'staff.disabled': (about) => `switched ${about} off`,
  'staff.enabled': (about) => `switched ${about} on`,
  'staff.signed_out_everywhere': (about) => `signed ${about} out everywhere`,
  'api_key.created': (about) => `made the API key ${about}`,
  'api_key.revoked': (about) => `revoked the API key ${about}`,
  'site.created': (about) => `added the site ${about}`,
  'site.updated': (about, { changed }) => `changed ${about}${partsOf(changed)}`,
  'site.connect_code_made': (about) => `made a WordPress code for ${about}`,
  'demo.filled': () => 'made sample conversations',
  'demo.removed': () => 'removed the sample conversations',
  'secrets.rotated': () => 'sealed all stored secrets with a new APP_SECRET',
  'webhook.secret_made': (about) => `made a new webhook secret for ${about}`,
  'integration.enabled': (about, { kind }) => `switched on the ${words(String(kind))} of ${about}`,
  'session.archived': () => 'archived a conversation',
  'session.unarchived': () => 'moved a conversation back to active',
  'session.deleted': () => 'deleted a conversation',
  'session.erased': () => 'erased their conversation',
  'session.taken_over': () => 'took over a conversation',
  'session.released': () => 'gave a conversation back to the AI',
  'session.labels_set': () => 'changed the labels of a conversation',
  'session.bulk_changed': (_, { action, changed }) =>
    `${bulkWords[String(action)] ?? words(String(action))} ${countOf(changed)}`,
  'session.retention_applied': (about, { conversations }) =>
    `removed ${countOf(conversations)} that ${about} no longer keeps`,
  'person.exported': () => 'downloaded what is held about a person',
  'person.erased': (_, { conversations }) => `erased a person, with ${countOf(conversations)}`,
  'sessions.exported': (_, { format, conversations }) =>
    `exported ${countOf(conversations)} as ${String(format).toUpperCase()}`,
  'case.kept': () => 'kept a conversation as a case',
  'case.accepted': () => 'accepted new answers of a case',
  'case.dropped': () => 'removed a case',
  'lead.updated': () => 'changed a lead',
  'lead.reported': () => 'reported a lead',
  'session.completion_set': (_, { status }) => `marked a conversation as ${words(String(status))}`,
};

/** Things whose first word in an action is not the word we use for them. */
const things: Record<string, string> = {
  session: 'a conversation',
  staff: 'a person',
  api_key: 'an API key',
  site: 'a site',
  lead: 'a lead',
};

export interface ActivityWords {
  who: string;
  did: string;
}

/** An entry as a sentence in two parts, so that the name can stand out. An unknown action is told by its own words. */
export function activityWords(entry: ActivityEntry): ActivityWords {
  const { subject, action, details } = entry;
  const about = subject.name ? isolated(subject.name) : (things[subject.kind] ?? words(subject.kind));
  const say = deeds[action];
  const did = say ? say(about, details, entry) : unknownDeed(action, about);
  return { who: isOfSubject(action) ? (subject.name ?? 'Somebody') : actorName(entry), did };
}

/** Noted by the server, as nobody was signed in; but it was the person who did it. */
const isOfSubject = (action: string) => /_confirmed$|reset_requested$/.test(action);

function actorName({ actor }: ActivityEntry): string {
  if (actor.kind === 'visitor') return 'A visitor';
  if (actor.kind === 'system') return 'Parlour';
  const name = actor.name ?? (actor.kind === 'api_key' ? 'An API key' : 'Somebody');
  return actor.kind === 'api_key' ? `The key ${name}` : name;
}

const isSelf = ({ actor, subject }: ActivityEntry) => actor.id === subject.id;

const roleWord = (role: unknown) => (role === 'admin' ? 'an admin' : 'an agent');

/** A name written from right to left must not turn the sentence around it (Unicode Bidirectional Algorithm, isolates). */
const isolated = (name: string) => (/[\u0590-\u08ff]/.test(name) ? `\u2068${name}\u2069` : name);

const bulkWords: Record<string, string> = {
  archive: 'archived',
  unarchive: 'moved back to active',
  delete: 'deleted',
  complete: 'marked as completed',
};

const countOf = (n: unknown) => (Number(n) === 1 ? '1 conversation' : `${Number(n)} conversations`);

const words = (text: string) => text.replaceAll('_', ' ');

/** "lead.owner_set" as "owner set: a lead". */
function unknownDeed(action: string, about: string): string {
  return `${words(action.slice(action.indexOf('.') + 1))}: ${about}`;
}

const parts: Record<string, string> = {
  allowedOrigins: 'allowed addresses',
  retentionDays: 'retention',
  lead: 'lead fields',
  agent: 'assistant',
  widget: 'look and texts',
};

function partsOf(changed: unknown): string {
  if (!Array.isArray(changed) || changed.length === 0) return '';
  return ` (${changed.map((name) => parts[String(name)] ?? words(String(name))).join(', ')})`;
}
