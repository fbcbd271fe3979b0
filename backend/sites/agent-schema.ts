/** What answers the visitors of a site: one of three agents, and what all of them keep to. */
import { type Static, Type } from '@sinclair/typebox';
import { Nullable, OneOf, strict } from '../http/schema.ts';
import { SecretIn, SecretOut, Text, Url } from './setting-schema.ts';

export const KnowledgeEntry = Type.Object({ question: Text(500, 1), answer: Text(4000, 1) }, strict);
export type KnowledgeEntry = Static<typeof KnowledgeEntry>;

/** `steps` is the order in which the guided agent asks, by lead field name; fields not named come after. */
export const GuidedSettings = Type.Object(
  {
    steps: Type.Optional(Type.Array(Text(40, 1), { maxItems: 30 })),
    knowledge: Type.Optional(Type.Array(KnowledgeEntry, { maxItems: 500 })),
  },
  strict,
);
export type GuidedSettings = Static<typeof GuidedSettings>;

const agentBase = {
  kind: OneOf('guided', 'n8n', 'openai'),
  fallbackText: Text(1000, 1),
  replyTimeoutSeconds: Type.Integer({ minimum: 5, maximum: 120 }),
  handoverMinutes: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1440,
      description:
        'How long a visitor may wait for the person who took over until the assistant answers again; 5 unless set',
    }),
  ),
  guided: Type.Optional(GuidedSettings),
};
const n8nPlain = {
  url: Type.Optional(Url),
  streaming: Type.Optional(
    Type.Boolean({ description: 'How the workflow is meant to answer; how it does is read from its answer' }),
  ),
  authHeader: Type.Optional(
    Type.String({
      maxLength: 200,
      pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]*$",
      description:
        'The header that carries authSecret; Authorization unless set, where user:password becomes basic authentication',
    }),
  ),
};
const openaiPlain = {
  baseUrl: Type.Optional(Url),
  model: Type.Optional(Text(200)),
  systemPrompt: Type.Optional(Text(20000)),
  temperature: Type.Optional(Type.Number({ minimum: 0, maximum: 2 })),
  maxRepliesPerSession: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  maxTokensPerDay: Type.Optional(Type.Integer({ minimum: 1000, maximum: 1_000_000_000_000 })),
  maxHistoryTokens: Type.Optional(
    Type.Integer({ minimum: 200, maximum: 200_000, description: 'How much of the talk is sent along' }),
  ),
  priceIn: Type.Optional(
    Type.Number({ minimum: 0, maximum: 100_000, description: 'For a million tokens read, in your currency' }),
  ),
  priceOut: Type.Optional(
    Type.Number({ minimum: 0, maximum: 100_000, description: 'For a million tokens written' }),
  ),
};

export const AgentIn = Type.Object(
  {
    ...agentBase,
    n8n: Type.Optional(Nullable(Type.Object({ ...n8nPlain, authSecret: SecretIn }, strict))),
    openai: Type.Optional(Nullable(Type.Object({ ...openaiPlain, apiKey: SecretIn }, strict))),
  },
  strict,
);
export const AgentOut = Type.Object({
  ...agentBase,
  n8n: Type.Optional(Type.Object({ ...n8nPlain, authSecret: SecretOut })),
  openai: Type.Optional(Type.Object({ ...openaiPlain, apiKey: SecretOut })),
});
export type AgentSettings = Static<typeof AgentOut>;
