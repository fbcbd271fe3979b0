/**
 * Taking a conversation over, handing it back, and writing in it.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, strict } from '../http/schema.ts';

/** The longest text one message may have, in UTF-16 code units; the visitor's limit too. */
const TEXT_MAX = 4000;

export const StaffSend = Type.Object(
  {
    id: Type.Optional(Id),
    text: Type.String({ minLength: 1, maxLength: TEXT_MAX, pattern: '\\S' }),
  },
  strict,
);
export type StaffSend = Static<typeof StaffSend>;

export const Handover = Type.Object(
  {
    force: Type.Optional(
      Type.Boolean({ description: 'Also from a colleague who has it; without it that is 409' }),
    ),
  },
  strict,
);
export type Handover = Static<typeof Handover>;

export const TypingNews = Type.Object({ on: Type.Boolean() }, strict);
