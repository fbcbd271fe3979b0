/**
 * Trying an assistant with settings that need not be saved yet. The caller keeps the conversation and sends it along;
 * nothing of it is stored.
 */
import { type Static, Type } from '@sinclair/typebox';
import { Id, Nullable, OneOf, strict } from '../http/schema.ts';
import { KnowledgeUse } from '../knowledge/schema.ts';
import { SitePatch } from '../sites/schema.ts';

export const TestRequest = Type.Object({ patch: Type.Optional(SitePatch) }, strict);

export const TestAnswer = Type.Object({
  ok: Type.Boolean(),
  message: Type.String({ description: 'What came back, or what is wrong and what to do, in plain words' }),
});
export type TestAnswer = Static<typeof TestAnswer>;

export const TrialRequest = Type.Object(
  {
    patch: Type.Optional(SitePatch),
    messages: Type.Array(
      Type.Object(
        { role: OneOf('visitor', 'assistant'), text: Type.String({ minLength: 1, maxLength: 20_000 }) },
        strict,
      ),
      {
        maxItems: 100,
        description: 'So far, oldest first, the visitor’s last; none: the greeting is answered',
      },
    ),
    trialId: Type.Optional(Id),
    lead: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 2000 }))),
    state: Type.Optional(Type.Unknown({ description: 'As the last answer gave it' })),
    completed: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type TrialRequest = Static<typeof TrialRequest>;

export const TrialAnswer = Type.Object({
  trialId: Id,
  replies: Type.Array(
    Type.Object({
      text: Type.String(),
      choices: Type.Optional(Type.Array(Type.String())),
      knowledge: Type.Optional(Type.Array(KnowledgeUse)),
    }),
  ),
  lead: Type.Record(Type.String(), Type.String(), { description: 'All that is known after this turn' }),
  completed: Type.Boolean(),
  wantsPerson: Type.Boolean(),
  state: Type.Unknown(),
  tookMs: Nullable(Type.Integer({ description: 'null for a greeting' })),
  tools: Type.Optional(Type.Array(Type.String())),
  fault: Type.Optional(
    Type.Object({
      code: Type.String(),
      message: Type.String({
        description: 'For staff; visitors would read the reply, which is the fallback text',
      }),
      executionUrl: Type.Optional(Type.String()),
    }),
  ),
});
export type TrialAnswer = Static<typeof TrialAnswer>;
