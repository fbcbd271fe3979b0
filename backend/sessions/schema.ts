/**
 * Conversations as staff and automations see them.
 */
import { type Static, Type } from '@sinclair/typebox';
import { AgentIdentity } from '../agent-versions/schema.ts';
import { SessionSpend } from '../agents/openai/schema.ts';
import { DeliveryView } from '../deliveries/schema.ts';
import { Id, Nullable, OneOf, Page, strict, Time } from '../http/schema.ts';
import { KnowledgeUse } from '../knowledge/schema.ts';
import { LeadView, Qualification } from '../leads/schema.ts';
import { ReviewStatus, ReviewView } from '../reviews/schema.ts';
import { LeadField } from '../sites/schema.ts';
import { MessageView, Utm } from '../visitor/schema.ts';
import { LabelView } from './label-schema.ts';

export const CompletionStatus = OneOf('in_progress', 'completed', 'abandoned');
export const ArchiveStatus = OneOf('active', 'archived');
export const QaStatus = ReviewStatus;
export const Channel = OneOf('web', 'messenger', 'external');
export const Mode = OneOf('ai', 'human');

/** Why a conversation counts as completed; the first signal that decided it is kept. */
export const CompletionSignal = OneOf('agent', 'required_fields', 'visitor', 'automation', 'staff');
export type CompletionSignal = Static<typeof CompletionSignal>;

/** Where a search found a conversation: the sentence in pieces of plain text, some of which are the match. */
export const SearchHit = Type.Object({
  in: OneOf('message', 'name', 'email', 'phone', 'company'),
  seq: Type.Optional(Type.Integer({ description: 'The message, when it is in one' })),
  role: Type.Optional(OneOf('visitor', 'assistant', 'staff', 'system')),
  segments: Type.Array(Type.Object({ text: Type.String(), match: Type.Boolean() })),
});
export type SearchHit = Static<typeof SearchHit>;

/** One row of the list. */
export const SessionRow = Type.Object({
  id: Id,
  site: Type.Object({ id: Id, name: Type.String() }),
  channel: Channel,
  completionStatus: CompletionStatus,
  archiveStatus: ArchiveStatus,
  qaStatus: QaStatus,
  mode: Mode,
  takenOverBy: Nullable(Type.Object({ id: Id, name: Type.String() })),
  waitingSince: Nullable(
    Type.String({
      format: 'date-time',
      description:
        'Since when the visitor waits for a person: for an answer of who took over or, in mode ai, for one to come',
    }),
  ),
  page: Type.Object({ url: Nullable(Type.String()), title: Nullable(Type.String()) }),
  lead: Nullable(
    Type.Object({
      name: Nullable(Type.String()),
      email: Nullable(Type.String()),
      phone: Nullable(Type.String()),
      company: Nullable(Type.String()),
      qualification: Qualification,
    }),
  ),
  lastMessage: Nullable(
    Type.Object({ role: Type.String(), text: Type.String({ description: 'At most 200 characters' }) }),
  ),
  labels: Type.Array(LabelView),
  messageCount: Type.Integer(),
  startedAt: Time,
  lastMessageAt: Time,
  hit: Type.Optional(SearchHit),
});
export type SessionRow = Static<typeof SessionRow>;
export const SessionPage = Page(SessionRow);

export const SessionView = Type.Composite([
  SessionRow,
  Type.Object({
    referrer: Nullable(Type.String()),
    utm: Utm,
    locale: Nullable(Type.String()),
    timezone: Nullable(Type.String()),
    device: Nullable(Type.String({ description: 'Browser and system in a few words' })),
    completedAt: Nullable(Time),
    completionSignal: Nullable(CompletionSignal),
    archivedAt: Nullable(Time),
    archivedBy: Nullable(Type.Object({ id: Id, name: Type.String() })),
    rating: Nullable(Type.Object({ score: Type.Integer(), comment: Nullable(Type.String()) })),
  }),
]);
export type SessionView = Static<typeof SessionView>;

/** How a reply came about, as far as the agent told. */
export const MessageTrace = Type.Object({
  model: Type.Optional(Type.String()),
  tokens: Type.Optional(Type.Object({ input: Type.Number(), output: Type.Number() })),
  cost: Type.Optional(Type.Number({ description: 'In the currency of the site’s price settings' })),
  execution: Type.Optional(
    Type.Object({ id: Type.Optional(Type.String()), url: Type.Optional(Type.String()) }),
  ),
  workflow: Type.Optional(
    Type.Object({ id: Type.Optional(Type.String()), name: Type.Optional(Type.String()) }),
  ),
  tools: Type.Optional(Type.Array(Type.String(), { description: 'Names, in the order of their use' })),
});
export type MessageTrace = Static<typeof MessageTrace>;

/** A message with what only staff may see. */
export const StaffMessage = Type.Composite([
  MessageView,
  Type.Object({
    agent: Type.Optional(AgentIdentity),
    fallback: Type.Optional(
      Type.Boolean({ description: 'True when the agent failed and the fallback text was shown' }),
    ),
    late: Type.Optional(
      Type.Boolean({ description: 'The fallback stood here first; the agent answered when it could again' }),
    ),
    trace: Type.Optional(MessageTrace),
    knowledge: Type.Optional(Type.Array(KnowledgeUse, { description: 'What the reply was drawn from' })),
  }),
]);
export type StaffMessage = Static<typeof StaffMessage>;

/** Something that went wrong in a conversation, at its place. */
export const SessionIncident = Type.Object({
  id: Id,
  code: Type.Optional(Type.String({ description: 'What kind of fault; agents tell it' })),
  message: Type.String(),
  node: Nullable(Type.String({ description: 'The step of the workflow that failed' })),
  workflow: Type.Object({ id: Type.Optional(Type.String()), name: Type.Optional(Type.String()) }),
  execution: Type.Object({ id: Type.Optional(Type.String()), url: Type.Optional(Type.String()) }),
  messageSeq: Nullable(Type.Integer({ description: 'It happened after this message' })),
  at: Time,
  times: Type.Integer({ description: 'How often it happened at this place' }),
  status: OneOf('open', 'resolved', 'muted'),
});
export type SessionIncident = Static<typeof SessionIncident>;

/** What one of the team wrote beside a conversation; visitors never see it. */
export const NoteView = Type.Object({
  id: Id,
  author: Type.Object({ id: Nullable(Id), name: Type.String() }),
  text: Type.String(),
  createdAt: Time,
  editedAt: Nullable(Time),
});
export type NoteView = Static<typeof NoteView>;

/** Another conversation of the same visitor on the same site. */
export const EarlierSession = Type.Object({
  id: Id,
  startedAt: Time,
  completionStatus: CompletionStatus,
  archiveStatus: ArchiveStatus,
  messageCount: Type.Integer(),
  pageUrl: Nullable(Type.String()),
  lastMessage: Nullable(Type.String({ description: 'At most 200 characters' })),
});
export type EarlierSession = Static<typeof EarlierSession>;

export const SessionDetail = Type.Object({
  session: SessionView,
  lead: Nullable(LeadView),
  leadFields: Type.Array(LeadField, { description: 'What its site asks for, and how it labels it' }),
  messages: Type.Array(StaffMessage),
  notes: Type.Array(NoteView),
  earlier: Type.Array(EarlierSession, { description: 'The newest 10, newest first' }),
  reviews: Type.Array(ReviewView, { description: 'Every verdict, oldest first; the last one holds' }),
  incidents: Type.Array(SessionIncident, { description: 'What went wrong, oldest first' }),
  deliveries: Type.Array(DeliveryView, { description: 'What was sent out because of it, oldest first' }),
  spend: Nullable(SessionSpend),
});
export type SessionDetail = Static<typeof SessionDetail>;

export const SessionPatch = Type.Object(
  {
    completionStatus: Type.Optional(CompletionStatus),
    archiveStatus: Type.Optional(ArchiveStatus),
  },
  { ...strict, minProperties: 1 },
);
export type SessionPatch = Static<typeof SessionPatch>;

const NoteText = Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' });
export const NoteWrite = Type.Object({ text: NoteText }, strict);
