/** Labels that the team puts onto conversations. */
import { type Static, Type } from '@sinclair/typebox';
import { Id, OneOf, strict } from '../http/schema.ts';

/** Colours are names of tokens, so that both themes can draw them. */
export const LabelColor = OneOf('grey', 'teal', 'green', 'amber', 'red', 'violet', 'blue');
export type LabelColor = Static<typeof LabelColor>;
export const LabelView = Type.Object({ id: Id, name: Type.String(), color: LabelColor });
export type LabelView = Static<typeof LabelView>;

export const LabelQuery = Type.Object(
  {
    with: Type.Optional(
      Type.Unsafe<'sessions'>({
        type: 'string',
        enum: ['sessions'],
        description: 'Says too how many conversations have each',
      }),
    ),
  },
  strict,
);
const Labelled = Type.Integer({ minimum: 0, maximum: 1_000 });
export const LabelInList = Type.Composite([
  LabelView,
  Type.Object({
    sessions: Type.Optional(
      Type.Object(
        { active: Labelled, archived: Labelled },
        { description: 'Asked for by `with`. 1,000 in all mean: that many, or more' },
      ),
    ),
  }),
]);
export type LabelInList = Static<typeof LabelInList>;

const LabelName = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' });
export const LabelCreate = Type.Object({ name: LabelName, color: Type.Optional(LabelColor) }, strict);
export type LabelCreate = Static<typeof LabelCreate>;
export const LabelPatch = Type.Object(
  { name: Type.Optional(LabelName), color: Type.Optional(LabelColor) },
  { ...strict, minProperties: 1 },
);
export type LabelPatch = Static<typeof LabelPatch>;
export const SessionLabels = Type.Object(
  { labelIds: Type.Array(Id, { maxItems: 20, uniqueItems: true }) },
  strict,
);
