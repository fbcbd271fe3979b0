/**
 * Running conversations again against the assistant as it is now, and keeping them as cases.
 */
import { type Static, Type } from '@sinclair/typebox';
import { AgentIdentity } from '../agent-versions/schema.ts';
import { Id, Nullable, OneOf, Page, strict, Time } from '../http/schema.ts';
import { LeadField } from '../sites/schema.ts';

const Details = Type.Record(Type.String(), Type.String());
const Texts = Type.Array(Type.String());

/** What is run again: the visitor's side of a conversation, and what the assistant answered or should answer. */
export interface Script {
  session: { pageUrl: string | null; pageTitle: string | null; locale: string | null };
  greeting: string | null;
  turns: ScriptTurn[];
  /** Details that came after the last turn by another way than the assistant. */
  given: Record<string, string | null>;
  lead: Record<string, string>;
}

export interface ScriptTurn {
  /** What the visitor and a person of the team said to each other since the turn before. */
  between: Array<{ role: 'visitor' | 'staff'; text: string }>;
  /** Details that were known by then by another way than the assistant: the form, staff, an automation. */
  given: Record<string, string | null>;
  said: string[];
  replies: string[];
  /** When it was said; "next week" is measured against it. */
  at: string;
}

export const PlayedTurn = Type.Object({
  said: Type.Array(Type.String(), { description: 'By the visitor; empty for the greeting' }),
  old: Texts,
  new: Texts,
  learned: Type.Record(Type.String(), Nullable(Type.String()), {
    description: 'Lead details of this turn; null: one was taken back',
  }),
  fault: Type.Optional(
    Type.Object(
      { code: Type.String(), message: Type.String() },
      { description: 'Nothing after it was asked' },
    ),
  ),
  ms: Type.Integer({ description: 'How long the answer took' }),
});
export type PlayedTurn = Static<typeof PlayedTurn>;

export const Outcome = OneOf('same', 'changed_replies', 'changed_lead', 'fault');
export type Outcome = Static<typeof Outcome>;

const result = {
  number: Type.Integer(),
  sessionId: Id,
  case: Nullable(Type.Object({ id: Id, name: Type.String() })),
  outcome: Nullable(Outcome),
  changedTurns: Type.Integer(),
  fault: Nullable(Type.String()),
  finishedAt: Nullable(Time),
};
export const ResultRow = Type.Object(result);
export type ResultRow = Static<typeof ResultRow>;
export const ResultView = Type.Object({
  ...result,
  turns: Type.Array(PlayedTurn),
  oldLead: Details,
  newLead: Details,
  leadFields: Type.Array(LeadField, { description: 'What the site asks for, and how it labels it' }),
});
export type ResultView = Static<typeof ResultView>;

const run = {
  id: Id,
  siteId: Id,
  kind: OneOf('replay', 'regression'),
  sessionId: Nullable(Id),
  status: OneOf('waiting', 'running', 'done', 'failed'),
  problem: Nullable(Type.String()),
  total: Type.Integer({ description: 'Turns of a replay, cases of a regression run' }),
  done: Type.Integer(),
  agent: Nullable(AgentIdentity),
  startedBy: Type.Object({ id: Nullable(Id), name: Nullable(Type.String()) }),
  createdAt: Time,
  finishedAt: Nullable(Time),
};
export const RunRow = Type.Object(run);
export type RunRow = Static<typeof RunRow>;
export const RunView = Type.Object({
  ...run,
  results: Type.Array(ResultRow, { description: 'In the order of running; /results/:number has the turns' }),
});
export type RunView = Static<typeof RunView>;

/** The newest runs of a conversation, or of a site's cases. */
export const RunList = Type.Object({
  items: Type.Array(RunRow),
  nextCursor: Type.Null(),
  case: Type.Optional(
    Nullable(
      Type.Object({ id: Id, name: Type.String() }, { description: 'The conversation is kept as this' }),
    ),
  ),
});
export type RunList = Static<typeof RunList>;

const CaseName = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });

export const CaseCreate = Type.Object(
  {
    sessionId: Id,
    name: Type.Optional(CaseName),
    runId: Type.Optional(
      Type.String({
        format: 'uuid',
        description: 'Expect what this replay answered; left out: the transcript',
      }),
    ),
  },
  strict,
);
export type CaseCreate = Static<typeof CaseCreate>;

export const CaseAccept = Type.Object({ runId: Id }, strict);

export const CaseView = Type.Object({
  id: Id,
  site: Type.Object({ id: Id, name: Type.String() }),
  sessionId: Id,
  name: Type.String(),
  turns: Type.Integer(),
  firstWords: Type.String({ description: 'What the visitor said first, at most 200 characters' }),
  accepted: Type.Object({ version: Nullable(Type.Integer()), by: Nullable(Type.String()), at: Time }),
  last: Nullable(Type.Object({ outcome: Outcome, runId: Nullable(Id), at: Time })),
  createdAt: Time,
});
export type CaseView = Static<typeof CaseView>;
export const CasePage = Page(CaseView);

export const CaseQuery = Type.Object(
  {
    site: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export type CaseQuery = Static<typeof CaseQuery>;
