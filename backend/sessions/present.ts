import { presentLead } from '../leads/present.ts';
import type { ChatSession } from '../models/chat-session.ts';
import type { Message } from '../models/message.ts';
import { presentMessage } from '../visitor/present.ts';
import type { SessionDetail, SessionRow, SessionView, StaffMessage } from './schema.ts';

const time = (date: Date | null) => date?.toISOString() ?? null;
const person = (user: { id: string; name: string } | null | undefined) =>
  user ? { id: user.id, name: user.name } : null;

/** One row of the list. Needs the relations that sessions/queries fetch. */
export function presentRow(session: ChatSession): SessionRow {
  const { lead } = session;
  const isKnown = lead && (lead.name || lead.email || lead.phone || lead.company);
  return {
    id: session.id,
    site: { id: session.siteId, name: session.site?.name ?? '' },
    channel: session.channel,
    completionStatus: session.completionStatus,
    archiveStatus: session.archiveStatus,
    qaStatus: session.qaStatus,
    mode: session.mode,
    takenOverBy: person(session.takenOverByUser),
    page: { url: session.pageUrl, title: session.pageTitle },
    lead: isKnown
      ? {
          name: lead.name,
          email: lead.email,
          phone: lead.phone,
          company: lead.company,
          qualification: lead.qualification,
        }
      : null,
    lastMessage: session.lastMessageRole
      ? { role: session.lastMessageRole, text: session.lastMessageText ?? '' }
      : null,
    messageCount: session.lastSeq,
    startedAt: session.startedAt.toISOString(),
    lastMessageAt: session.lastMessageAt.toISOString(),
  };
}

export function presentSession(session: ChatSession): SessionView {
  return {
    ...presentRow(session),
    referrer: session.referrer,
    utm: session.utm,
    locale: session.locale,
    timezone: session.timezone,
    device: session.device,
    completedAt: time(session.completedAt),
    completionSignal: session.completionSignal,
    archivedAt: time(session.archivedAt),
    archivedBy: person(session.archivedByUser),
    rating: session.rating ? { score: session.rating, comment: session.ratingComment } : null,
  };
}

export function presentStaffMessage(message: Message): StaffMessage {
  return {
    ...presentMessage(message),
    ...(message.details?.fallback && { fallback: true }),
    ...(message.details?.knowledge && { knowledge: message.details.knowledge }),
  };
}

export function presentDetail(session: ChatSession, messages: Message[]): SessionDetail {
  return {
    session: presentSession(session),
    lead: session.lead ? presentLead(session.lead) : null,
    messages: messages.map(presentStaffMessage),
    reviews: [],
    incidents: [],
    deliveries: [],
  };
}
