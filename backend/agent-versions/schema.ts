/**
 * Versions of a site's assistant: what was changed, by whom, and how well each one did.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, Page, strict, Time } from '../http/schema.ts';

/** One setting that is not what it was. Long texts are shortened around the difference; of secrets nothing is said. */
export const SettingChange = Type.Object({
  path: Type.String({ description: 'Such as agent.openai.model or lead.fields[budget].question' }),
  change: OneOf('added', 'removed', 'changed', 'secret'),
  before: Nullable(Type.String()),
  after: Nullable(Type.String()),
});
export type SettingChange = Static<typeof SettingChange>;

export const AgentVersionView = Type.Object({
  id: Id,
  number: Type.Integer(),
  kind: Type.String(),
  model: Nullable(Type.String()),
  workflow: Nullable(Type.String({ description: 'The address of the workflow' })),
  hash: Type.String({ description: 'Of prompt, settings and knowledge; the same settings have the same' }),
  author: Type.Object(
    { id: Nullable(Id), name: Nullable(Type.String()) },
    { description: 'Who changed the settings; no name: Parlour itself' },
  ),
  createdAt: Time,
  until: Nullable(Type.String({ format: 'date-time', description: 'When the next one took over' })),
  diff: Type.Array(SettingChange, { description: 'At most 100; `changes` counts all' }),
  changes: Type.Integer(),
  figures: Type.Object({
    conversations: Type.Integer({ description: 'Begun while this version answered' }),
    reviewed: Type.Integer({ description: 'Judged ones that this version answered last' }),
    issues: Type.Integer({ description: 'Of those: with an issue, fixed ones included' }),
    fixed: Type.Integer(),
    issueRate: Nullable(Type.Number({ description: 'issues / reviewed; null while nothing was reviewed' })),
  }),
});
export type AgentVersionView = Static<typeof AgentVersionView>;
export const AgentVersionPage = Page(AgentVersionView);

export const AgentVersionQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export type AgentVersionQuery = Static<typeof AgentVersionQuery>;

/** Which assistant wrote a message; only staff see it. */
export const AgentIdentity = Type.Object({
  kind: Type.String(),
  version: Type.Optional(Type.Integer()),
  hash: Type.Optional(Type.String()),
  model: Type.Optional(Type.String()),
  workflow: Type.Optional(Type.String()),
});
export type AgentIdentity = Static<typeof AgentIdentity>;
