/** What an agent that runs elsewhere asks and reports of a conversation. */
import { type Static, Type } from '@sinclair/typebox';
import { OneOf, strict } from '../http/schema.ts';
import { LeadForm } from '../visitor/schema.ts';

/** What an automation learned about the visitor. `null` forgets a detail; what is left out stays as it is. */
export const LeadReport = Type.Omit(LeadForm, ['consent'], strict);
export type LeadReport = Static<typeof LeadReport>;

export const ContextQuery = Type.Object(
  {
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'Messages; 20 when missing' }),
    ),
    format: Type.Optional(OneOf('openai', 'text')),
  },
  strict,
);
export const ConversationContext = Type.Union([
  Type.Object({
    messages: Type.Array(Type.Object({ role: OneOf('system', 'user', 'assistant'), content: Type.String() })),
  }),
  Type.Object({ text: Type.String() }),
]);
export type ConversationContext = Static<typeof ConversationContext>;
