/**
 * What can be written into a board's columns: each lead field by its name, and what is known around it by names with a
 * point in them, which no lead field has.
 */
import { leadValues } from '../../leads/values.ts';
import type { ChatSession } from '../../models/chat-session.ts';
import type { Message } from '../../models/message.ts';

/** The column that holds this is where an item is looked up. */
export const ID_SOURCE = 'session.id';
export const TRANSCRIPT_SOURCE = 'session.transcript';
const NAME_MAX = 255;

export interface Told {
  /** Needs `lead` and `site`. */
  session: ChatSession;
  /** Oldest first; empty where no column wants the talk. */
  messages: readonly Message[];
  publicUrl: string;
}

/** By source; without those that have nothing to say. */
export function sourceValues({ session, messages, publicUrl }: Told): Map<string, string> {
  const { lead, utm } = session;
  const values: Record<string, string | null | undefined> = {
    ...leadValues(lead),
    [ID_SOURCE]: session.id,
    'session.link': conversationLink(publicUrl, session.id),
    'session.startedAt': session.startedAt.toISOString(),
    [TRANSCRIPT_SOURCE]: messages.map(line).join('\n'),
    'page.url': session.pageUrl,
    'page.title': session.pageTitle,
    'site.name': session.site?.name,
    'lead.score': lead ? String(lead.score) : null,
    'lead.qualification': lead && QUALIFICATION[lead.qualification],
    'lead.consent': lead?.consentGiven === null ? null : lead?.consentGiven ? 'Yes' : 'No',
  };
  for (const name of ['source', 'medium', 'campaign', 'term', 'content']) values[`utm.${name}`] = utm?.[name];
  return new Map(Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]));
}

/** What a link says beside its address. */
export const LINK_WORDS: Readonly<Record<string, string>> = { 'session.link': 'Conversation' };

/** What the item is called: the visitor, as far as they said who they are. */
export function itemName({ lead, pageTitle, startedAt }: ChatSession): string {
  const who = lead?.name || lead?.company || lead?.email || lead?.phone;
  const name = who || `Visitor from ${pageTitle || startedAt.toISOString().slice(0, 10)}`;
  return name.replace(/\s+/g, ' ').trim().slice(0, NAME_MAX);
}

const conversationLink = (publicUrl: string, id: string) => `${publicUrl}/dashboard/conversations/${id}`;

const QUALIFICATION = { new: 'New', qualified: 'Qualified', disqualified: 'Disqualified' } as const;
const WHO = { visitor: 'Visitor', assistant: 'Assistant', staff: 'Team', system: '' } as const;

function line({ role, authorName, text }: Message): string {
  const who = (role === 'staff' && authorName) || WHO[role];
  return who ? `${who}: ${text}` : text;
}
