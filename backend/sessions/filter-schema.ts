/** Which conversations are meant: in lists, counts and exports, and where many are changed at once. */
import { type Static, Type } from '@sinclair/typebox';
import { Id, OneOf, strict } from '../http/schema.ts';
import { ArchiveStatus, Channel, CompletionStatus, Mode, QaStatus } from './schema.ts';

const Moment = (what: string) =>
  Type.Optional(
    Type.String({
      maxLength: 40,
      description: `${what}: a day such as 2026-03-29 in \`timezone\`, or an instant such as 2026-03-29T08:00:00Z`,
    }),
  );

/** What narrows the list: the list itself, its count, bulk actions and exports take these. */
const narrowing = {
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'Words of the transcript, or a part of a lead’s details' }),
  ),
  site: Type.Optional(Id),
  archive: Type.Optional(ArchiveStatus),
  completion: Type.Optional(CompletionStatus),
  channel: Type.Optional(Channel),
  qa: Type.Optional(QaStatus),
  mode: Type.Optional(Mode),
  agentVersion: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description: 'The version of the assistant that answered last; goes with `site`',
    }),
  ),
  lead: Type.Optional(OneOf('any', 'none', 'qualified')),
  label: Type.Optional(Id),
  from: Moment('At or after this'),
  to: Moment('Before this instant, or on this day or before'),
  timezone: Type.Optional(Type.String({ maxLength: 64, description: 'IANA name; UTC when missing' })),
  sort: Type.Optional(
    Type.Unsafe<'lastMessageAt' | '-lastMessageAt' | 'startedAt' | '-startedAt'>({
      type: 'string',
      enum: ['lastMessageAt', '-lastMessageAt', 'startedAt', '-startedAt'],
      description: 'The order, and the time that `from` and `to` speak of; -lastMessageAt when missing',
    }),
  ),
};

export const SessionMatching = Type.Object(narrowing, strict);
export type SessionMatching = Static<typeof SessionMatching>;

export const SessionFilters = Type.Object(
  {
    ...narrowing,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export type SessionFilters = Static<typeof SessionFilters>;

export const BulkAction = OneOf('archive', 'unarchive', 'complete', 'reopen', 'delete');
export type BulkAction = Static<typeof BulkAction>;

/** Either `ids` or `filter`. */
export const BulkChange = Type.Object(
  {
    ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 10_000 })),
    filter: Type.Optional(SessionMatching),
    action: BulkAction,
  },
  strict,
);
export type BulkChange = Static<typeof BulkChange>;

export const BulkResult = Type.Object({
  changed: Type.Integer(),
  ids: Type.Array(Id, { description: 'Those that were changed: send them with the opposite action to undo' }),
  more: Type.Boolean({
    description: 'The filter matches more than one call changes; call again for the next',
  }),
});
export type BulkResult = Static<typeof BulkResult>;

export const SessionCount = Type.Object({
  count: Type.Integer(),
  more: Type.Boolean({ description: 'There are more than were counted' }),
});
export type SessionCount = Static<typeof SessionCount>;
