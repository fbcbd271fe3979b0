/**
 * Conversations as staff and automations see them.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, Page, strict, Time } from '../http/schema.ts';
import { MessageView, Utm } from '../visitor/schema.ts';

export const CompletionStatus = OneOf('in_progress', 'completed', 'abandoned');
export const ArchiveStatus = OneOf('active', 'archived');
export const QaStatus = OneOf('unchecked', 'passed', 'issue', 'fixed');
export const Channel = OneOf('web', 'messenger', 'external');
export const Mode = OneOf('ai', 'human');
export const Qualification = OneOf('new', 'qualified', 'disqualified');

/** Why a conversation counts as completed; the first signal that decided it is kept. */
export const CompletionSignal = OneOf('agent', 'required_fields', 'visitor', 'automation', 'staff');
export type CompletionSignal = Static<typeof CompletionSignal>;

export const LeadView = Type.Object({
  id: Id,
  sessionId: Id,
  name: Nullable(Type.String()),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String({ description: 'E.164 where it could be read as a number' })),
  company: Nullable(Type.String()),
  custom: Type.Record(Type.String(), Type.String()),
  consent: Nullable(Type.Object({ given: Type.Boolean(), version: Type.String(), at: Time })),
  qualification: Qualification,
  createdAt: Time,
  updatedAt: Time,
});
export type LeadView = Static<typeof LeadView>;

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
  messageCount: Type.Integer(),
  startedAt: Time,
  lastMessageAt: Time,
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

/** A message with what only staff may see. */
export const StaffMessage = Type.Composite([
  MessageView,
  Type.Object({
    fallback: Type.Optional(
      Type.Boolean({ description: 'True when the agent failed and the fallback text was shown' }),
    ),
    knowledge: Type.Optional(
      Type.Object({ question: Type.String() }, { description: 'The knowledge entry that was used' }),
    ),
  }),
]);
export type StaffMessage = Static<typeof StaffMessage>;

export const SessionDetail = Type.Object({
  session: SessionView,
  lead: Nullable(LeadView),
  messages: Type.Array(StaffMessage),
  reviews: Type.Array(Type.Unknown()),
  incidents: Type.Array(Type.Unknown()),
  deliveries: Type.Array(Type.Unknown()),
});
export type SessionDetail = Static<typeof SessionDetail>;

export const SessionFilters = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
    site: Type.Optional(Id),
    archive: Type.Optional(ArchiveStatus),
    completion: Type.Optional(CompletionStatus),
    channel: Type.Optional(Channel),
    qa: Type.Optional(QaStatus),
    mode: Type.Optional(Mode),
    lead: Type.Optional(OneOf('any', 'none', 'qualified')),
    sort: Type.Optional(OneOf('lastMessageAt', '-lastMessageAt', 'startedAt', '-startedAt')),
  },
  strict,
);
export type SessionFilters = Static<typeof SessionFilters>;

export const SessionPatch = Type.Object(
  {
    completionStatus: Type.Optional(CompletionStatus),
    archiveStatus: Type.Optional(ArchiveStatus),
  },
  { ...strict, minProperties: 1 },
);
export type SessionPatch = Static<typeof SessionPatch>;
