/**
 * Verdicts about conversations, as staff give them and as everybody on the team reads them.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, strict, Time } from '../http/schema.ts';

export const ReviewStatus = OneOf('unchecked', 'passed', 'issue', 'fixed');
export type ReviewStatus = Static<typeof ReviewStatus>;

/** Where a bad answer came from: who can fix it. */
export const ReviewCause = OneOf('prompt', 'knowledge', 'workflow', 'model', 'bug', 'other');
export type ReviewCause = Static<typeof ReviewCause>;

const Words = (maxLength: number, description: string) =>
  Type.Optional(Nullable(Type.String({ maxLength, description })));

export const ReviewWrite = Type.Object(
  {
    status: Type.Unsafe<ReviewStatus>({
      ...ReviewStatus,
      description:
        'Allowed: unchecked to passed or issue, passed to issue, issue to fixed or passed, fixed to issue or passed; ' +
        'an admin may set back to unchecked. The same state again records what is said anew.',
    }),
    category: Words(
      80,
      'What kind of issue, such as “wrong answer”. Left out while it is issue or fixed: as it was.',
    ),
    cause: Type.Optional(
      Nullable(
        Type.Unsafe<ReviewCause>({
          ...ReviewCause,
          description: 'Where the issue came from; only with issue or fixed. Left out: as it was.',
        }),
      ),
    ),
    note: Words(10_000, 'What the reviewer found, for the team'),
    developerFeedback: Words(10_000, 'What whoever can fix it should know'),
    messageSeq: Type.Optional(
      Nullable(
        Type.Integer({
          minimum: 1,
          maximum: 2_147_483_647,
          description: 'The message that the issue is about; only with issue or fixed. Left out: as it was.',
        }),
      ),
    ),
    fixedVersion: Words(100, 'In which version it was fixed; only with fixed. Left out: as it was.'),
    basedOn: Type.Optional(
      Nullable(
        Type.String({
          format: 'uuid',
          description:
            'The id of the newest review that the reviewer has seen, null for none. When somebody else has decided ' +
            'since, the answer is 409 review_changed and nothing is stored. Left out: not checked.',
        }),
      ),
    ),
  },
  strict,
);
export type ReviewWrite = Static<typeof ReviewWrite>;

export const ReviewView = Type.Object({
  id: Id,
  fromStatus: ReviewStatus,
  toStatus: ReviewStatus,
  category: Nullable(Type.String()),
  cause: Nullable(ReviewCause),
  note: Nullable(Type.String()),
  developerFeedback: Nullable(Type.String()),
  messageSeq: Nullable(Type.Integer({ description: 'The message that the issue is about' })),
  fixedVersion: Nullable(Type.String()),
  user: Type.Object(
    { id: Nullable(Id), name: Type.String() },
    { description: 'Who decided; the name stays when the account goes' },
  ),
  createdAt: Time,
});
export type ReviewView = Static<typeof ReviewView>;

/** What putting a verdict answers: the verdict, and how the conversation stands now. */
export const ReviewGiven = Type.Composite([
  ReviewView,
  Type.Object({ sessionId: Id, qaStatus: ReviewStatus }),
]);
export type ReviewGiven = Static<typeof ReviewGiven>;

export const ReviewList = Type.Object({
  items: Type.Array(ReviewView, { description: 'Oldest first; the last one holds. At most the newest 500.' }),
  nextCursor: Type.Null(),
});
export type ReviewList = Static<typeof ReviewList>;

export const CategoryList = Type.Object({
  items: Type.Array(Type.Object({ name: Type.String(), count: Type.Integer() }), {
    description: 'Those of the newest 1,000 verdicts, the most used first',
  }),
  nextCursor: Type.Null(),
});
export type CategoryList = Static<typeof CategoryList>;
