/** What Settings > Privacy says. It loads with that page. */

import type { HeldConversation, PersonCounts } from '../../../backend/privacy/schema.ts';
import { number } from '../locale.ts';

const many = (one: string, more: string) => (n: number) => `${number(n)} ${n === 1 ? one : more}`;

const counted: Record<keyof PersonCounts, (n: number) => string> = {
  sessions: many('conversation', 'conversations'),
  messages: many('message', 'messages'),
  leads: many('lead', 'leads'),
  notes: many('note of the team', 'notes of the team'),
  reviews: many('review', 'reviews'),
  deliveries: many('delivery', 'deliveries'),
  incidents: many('workflow error', 'workflow errors'),
  mentions: many('mention elsewhere', 'mentions elsewhere'),
};

/** "2 conversations", "14 messages", without what there is none of. */
export function countWords(counts: Partial<PersonCounts>): string[] {
  return (Object.keys(counted) as (keyof PersonCounts)[])
    .filter((name) => (counts[name] ?? 0) > 0)
    .map((name) => counted[name](counts[name] ?? 0));
}

export const foundIn: Record<HeldConversation['foundIn'][number], string> = {
  lead: 'is the lead',
  history: 'was in the lead before',
  message: 'stands in a message',
  visit: 'stands in how they came',
};

export const privacyTexts = {
  text: 'Answer a person who asks what you hold about them, or who wants it gone.',

  person: 'One person',
  personText:
    'Everything is searched: leads and what they said before, every message, notes, deliveries and errors.',
  contact: 'E-mail or phone',
  contactHint: 'A phone number with its country code, such as +44.',
  find: 'Find',
  finding: 'Reading every conversation…',
  missing: 'Give an e-mail address or a phone number.',
  nothing: (contact: string) => `Nothing is held about ${contact}.`,
  nothingText: 'If they used another address or number, look for that, too.',
  held: (contact: string) => `Held about ${contact}`,
  conversations: 'Conversations',
  visitor: (page: string | null) => (page ? `Visitor from ${page}` : 'A visitor'),
  newest: (n: number) => `The newest ${n} are shown.`,
  mentionsHint: 'Where other conversations mention the address or number, only the mention is taken out.',

  download: 'Download everything',
  downloaded: 'The file is in your downloads.',
  downloadBroke: 'The file did not come whole. Please try again.',
  fileName: (day: string) => `person-${day}.json`,

  erase: 'Erase…',
  eraseTitle: (contact: string) => `Erase everything about ${contact}?`,
  eraseText: 'This goes for good, for everybody, and can’t be undone:',
  eraseAfter:
    'They stay erased when an older backup is restored. What was sent out already, such as e-mails, webhooks and items at Monday.com, is not called back.',
  typeWord: (word: string) => `Type “${word}” to go on`,
  word: 'erase',
  eraseNow: 'Erase for good',
  keep: 'Keep it',
  erased: (what: string) => (what ? `Erased: ${what}.` : 'There was nothing left to erase.'),

  retention: 'How long conversations are kept',
  retentionText: 'Counted from the last message. Older ones are removed every hour, with their leads.',
  retentionFailed: 'The sites did not load.',
  forEver: 'For ever',
  days: (n: number) => (n === 1 ? '1 day' : `${number(n)} days`),
  change: 'Change',

  history: 'Erasures so far',
  historyText: 'When, by whom and how much. Who was erased is not kept.',
  historyFailed: 'The erasures did not load.',
  historyEmpty: 'Nobody has been erased yet.',
  by: { staff: 'Somebody', api_key: 'An API key', visitor: 'A visitor, in the chat', system: 'Parlour' },
  key: (name: string) => `The key ${name}`,
  nothingErased: 'nothing was held',
  again: 'Done again, because a backup had brought it back',
};
