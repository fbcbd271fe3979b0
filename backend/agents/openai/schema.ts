/** What the settings of a model need beside the settings: the names its server knows, and what was used today. */
import { type Static, Type } from '@sinclair/typebox';
import { Nullable, strict } from '../../http/schema.ts';

export const ModelsRequest = Type.Object(
  {
    baseUrl: Type.Optional(
      Type.String({
        maxLength: 2048,
        pattern: '^https?://',
        description: 'As it is being typed; else the saved one',
      }),
    ),
    apiKey: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 4000,
        description: 'The saved one goes to the saved address only',
      }),
    ),
  },
  strict,
);

export const ModelsAnswer = Type.Object({
  ok: Type.Boolean(),
  message: Type.String({ description: 'What came back, or what is wrong and what to do, in plain words' }),
  models: Type.Array(Type.String()),
});
export type ModelsAnswer = Static<typeof ModelsAnswer>;

const Used = Type.Object({ input: Type.Number(), output: Type.Number() });

export const SpendToday = Type.Object({
  tokens: Used,
  calls: Type.Integer(),
  cost: Nullable(Type.Number({ description: 'In the currency of the price settings; null without prices' })),
  limits: Type.Object({
    maxTokensPerDay: Type.Integer(),
    maxRepliesPerSession: Type.Integer(),
    maxHistoryTokens: Type.Integer(),
  }),
});
export type SpendToday = Static<typeof SpendToday>;

/** What the model used in one conversation. */
export const SessionSpend = Type.Object({
  replies: Type.Integer(),
  tokens: Used,
  cost: Nullable(Type.Number()),
});
export type SessionSpend = Static<typeof SessionSpend>;
