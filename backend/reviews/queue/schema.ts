/**
 * What to read next, and how much of what was said has been read.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Nullable, OneOf, strict } from '../../http/schema.ts';
import { SessionMatching } from '../../sessions/filter-schema.ts';
import { SessionRow } from '../../sessions/schema.ts';

/** Why a conversation waits to be read. All are read from rows; no model judges. */
export const SignalCode = OneOf(
  'recheck',
  'workflow_error',
  'fallback',
  'no_reply',
  'wants_person',
  'low_rating',
  'strong_words',
  'contradiction',
  'repeated_question',
  'corrected_detail',
  'slow_reply',
  'left_after_contact',
  'left_after_question',
  'sample',
);
export type SignalCode = Static<typeof SignalCode>;

export const Reason = Type.Object({
  code: SignalCode,
  text: Type.String({ description: 'In plain words' }),
  messageSeq: Type.Optional(Type.Integer({ description: 'The message it points at' })),
});
export type Reason = Static<typeof Reason>;

export const QueueEntry = Type.Object({
  session: SessionRow,
  reasons: Type.Array(Reason, { description: 'The heaviest first' }),
  score: Type.Integer({ description: 'The sum of the reasons’ weights' }),
});
export type QueueEntry = Static<typeof QueueEntry>;

/** How much was read of the conversations in which a visitor spoke and which have come to rest. */
export const Coverage = Type.Object({
  days: Nullable(Type.Integer({ description: 'The length of the period; null when it has no beginning' })),
  eligible: Type.Integer(),
  reviewed: Type.Integer({ description: 'Those of them with a verdict' }),
  share: Type.Number({ minimum: 0, maximum: 1, description: 'reviewed / eligible' }),
  waiting: Type.Integer({ description: 'Entries of the queue, whatever the signal asked for' }),
  bySignal: Type.Record(Type.String(), Type.Integer(), {
    description: 'Entries of the queue by the code of a reason',
  }),
});
export type Coverage = Static<typeof Coverage>;

const { site, from, to, timezone } = SessionMatching.properties;
export const QueueFilters = Type.Object(
  {
    site,
    signal: Type.Optional(SignalCode),
    from,
    to,
    timezone,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export type QueueFilters = Static<typeof QueueFilters>;

export const QueuePage = Type.Object({
  items: Type.Array(QueueEntry),
  nextCursor: Nullable(Type.String()),
  coverage: Coverage,
});
export type QueuePage = Static<typeof QueuePage>;
