/**
 * The audit trail: who did what.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, Page, strict, Time } from '../../http/schema.ts';

export const ActivityEntry = Type.Object({
  id: Id,
  at: Time,
  actor: Type.Object({
    kind: OneOf('staff', 'api_key', 'visitor', 'system'),
    id: Nullable(Id),
    name: Nullable(Type.String({ description: 'As it was then' })),
  }),
  action: Type.String({ description: 'Noun and past tense, such as `session.archived`' }),
  subject: Type.Object({
    kind: Type.String(),
    id: Nullable(Id),
    name: Nullable(
      Type.String({ description: 'What it is called now; null for what is gone, and for conversations' }),
    ),
  }),
  site: Nullable(Type.Object({ id: Id, name: Type.String() })),
  details: Type.Record(Type.String(), Type.Unknown()),
});
export type ActivityEntry = Static<typeof ActivityEntry>;
export const ActivityPage = Page(ActivityEntry);
export type ActivityPage = Static<typeof ActivityPage>;

/** An instant, or a day in `timezone`. */
const Moment = Type.String({ maxLength: 40 });

export const ActivityFilters = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Id),
    actor: Type.Optional(Id),
    action: Type.Optional(
      Type.String({
        pattern: '^[a-z_]{1,40}(\\.[a-z_]{1,60})?$',
        description: 'One action, or all about one kind of thing: `site.updated`, `site`',
      }),
    ),
    subject: Type.Optional(Id),
    from: Type.Optional(Moment),
    to: Type.Optional(Moment),
    timezone: Type.Optional(Type.String({ maxLength: 64 })),
  },
  strict,
);
export type ActivityFilters = Static<typeof ActivityFilters>;
