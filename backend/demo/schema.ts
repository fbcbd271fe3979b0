/**
 * Sample conversations: whether there are any, and how far making them has come.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable } from '../http/schema.ts';

export const DemoState = Type.Object({
  siteId: Nullable(Id),
  conversations: Type.Integer({ description: 'Sample conversations that are there' }),
  total: Type.Integer({ description: 'How many there are when all are made' }),
});
export type DemoState = Static<typeof DemoState>;
