/**
 * What the settings of Monday.com are chosen from.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Nullable, OneOf, strict } from '../../http/schema.ts';

/** What kind of thing goes into a column. */
export const ValueKind = OneOf(
  'text',
  'choice',
  'email',
  'phone',
  'number',
  'date',
  'url',
  'yesno',
  'long',
  'id',
);
export type ValueKind = Static<typeof ValueKind>;

/** Both as they stand in the form; what is left out is taken from the saved settings. */
export const MondayAsk = Type.Object(
  {
    token: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })),
    apiUrl: Type.Optional(Type.String({ format: 'uri', maxLength: 2048, pattern: '^https?://' })),
  },
  strict,
);
export type MondayAsk = Static<typeof MondayAsk>;

const said = { ok: Type.Boolean(), message: Type.String({ description: 'Plain words' }) };

export const MondayBoards = Type.Object({
  ...said,
  boards: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), workspace: Nullable(Type.String()) }),
    { description: 'Last used first' },
  ),
});
export type MondayBoards = Static<typeof MondayBoards>;

export const MondayColumn = Type.Object({
  id: Type.String(),
  title: Type.String(),
  type: Type.String(),
  takes: Type.Array(ValueKind, { description: 'What can be written into it; none: nothing of ours' }),
});
export type MondayColumn = Static<typeof MondayColumn>;

export const MondayBoard = Type.Object({
  id: Type.String(),
  name: Type.String(),
  groups: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
  columns: Type.Array(MondayColumn),
});
export type MondayBoard = Static<typeof MondayBoard>;

export const MondayBoardAnswer = Type.Object({ ...said, board: Nullable(MondayBoard) });
export type MondayBoardAnswer = Static<typeof MondayBoardAnswer>;
