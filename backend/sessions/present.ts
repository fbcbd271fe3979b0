import { presentIdentity } from '../agent-versions/identity.ts';
import { presentDelivery } from '../deliveries/present.ts';
import { webAddress } from '../incidents/in-transcript.ts';
import { presentUses } from '../knowledge/present.ts';
import { presentLead } from '../leads/present.ts';
import type { ChatSession } from '../models/chat-session.ts';
import type { Label } from '../models/label.ts';
import type { Message } from '../models/message.ts';
import type { SessionNote } from '../models/session-note.ts';
import { presentReview } from '../reviews/present.ts';
import { presentMessage } from '../visitor/present.ts';
import type { Beside } from './beside.ts';
import type { LabelView } from './label-schema.ts';
import type {
  EarlierSession,
  MessageTrace,
  NoteView,
  SearchHit,
  SessionDetail,
  SessionRow,
  SessionView,
  StaffMessage,
} from './schema.ts';

const time = (date: Date | null) => date?.toISOString() ?? null;
const person = (user: { id: string; name: string } | null | undefined) =>
  user ? { id: user.id, name: user.name } : null;

/** One row of the list. Needs the relations that sessions/queries fetch. */
export function presentRow(session: ChatSession, hit?: SearchHit): SessionRow {
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
    waitingSince: time(session.mode === 'human' ? session.awaitingSince : session.wantsPersonSince),
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
    labels: (session.labels ?? []).map(presentLabel),
    messageCount: session.lastSeq,
    startedAt: session.startedAt.toISOString(),
    lastMessageAt: session.lastMessageAt.toISOString(),
    ...(hit && { hit }),
  };
}

export const presentLabel = ({ id, name, color }: Label): LabelView => ({ id, name, color });

export function presentNote(note: SessionNote): NoteView {
  return {
    id: note.id,
    author: { id: note.authorId, name: note.authorName },
    text: note.text,
    createdAt: note.createdAt.toISOString(),
    editedAt: time(note.editedAt),
  };
}

function presentEarlier(session: ChatSession): EarlierSession {
  return {
    id: session.id,
    startedAt: session.startedAt.toISOString(),
    completionStatus: session.completionStatus,
    archiveStatus: session.archiveStatus,
    messageCount: session.lastSeq,
    pageUrl: session.pageUrl,
    lastMessage: session.lastMessageText,
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
  const agent = message.agent && presentIdentity(message.agent);
  const { fallback, late, knowledge, trace } = message.details ?? {};
  return {
    ...presentMessage(message),
    ...(agent && { agent }),
    ...(fallback && { fallback: true }),
    ...(late && { late: true }),
    ...(knowledge && { knowledge: presentUses(knowledge) }),
    ...(trace && { trace: presentTrace(trace) }),
  };
}

function presentTrace({ model, tokens, cost, execution, workflow, tools }: MessageTrace): MessageTrace {
  const url = webAddress(execution?.url);
  return {
    ...(model && { model }),
    ...(tokens && { tokens: { input: tokens.input, output: tokens.output } }),
    ...(cost !== undefined && { cost }),
    ...(execution && { execution: { ...(execution.id && { id: execution.id }), ...(url && { url }) } }),
    ...(workflow && { workflow: { id: workflow.id, name: workflow.name } }),
    ...(tools?.length && { tools }),
  };
}

export function presentDetail(session: ChatSession, messages: Message[], beside: Beside): SessionDetail {
  return {
    session: presentSession(session),
    lead: session.lead ? presentLead(session.lead, session) : null,
    leadFields: session.site?.lead.fields ?? [],
    messages: messages.map(presentStaffMessage),
    notes: beside.notes.map(presentNote),
    earlier: beside.earlier.map(presentEarlier),
    reviews: beside.reviews.map(presentReview),
    incidents: beside.incidents,
    deliveries: beside.deliveries.map(presentDelivery),
    spend: beside.spend,
  };
}
