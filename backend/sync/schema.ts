/** What a look at everything found and mended. */
import { type Static, Type } from '@sinclair/typebox';

export const SyncResult = Type.Object({
  checked: Type.Integer({ description: 'Conversations, and rows of chat memories, that were looked at' }),
  created: Type.Integer({ description: 'Conversations that were held elsewhere and are brought in' }),
  completed: Type.Integer({ description: 'Their leads had all that is asked for, and they were still open' }),
  abandoned: Type.Integer({ description: 'Nobody had said a word for an hour' }),
  redelivered: Type.Integer({ description: 'Completed, and what should have been sent out was not planned' }),
  recounted: Type.Integer({ description: 'Their counts were not what their messages say' }),
  answered: Type.Integer({ description: 'A visitor waited and nobody was answering' }),
  isFinished: Type.Boolean({
    description: 'false: the time was up; the rest is looked at in the background',
  }),
});
export type SyncResult = Static<typeof SyncResult>;
