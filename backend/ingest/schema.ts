/**
 * A conversation that was held elsewhere.
 */
import { type Static, Type } from '@sinclair/typebox';
import { OneOf, strict, Time } from '../http/schema.ts';
import { LeadReport } from '../sessions/automation-schema.ts';
import { Channel, SessionView } from '../sessions/schema.ts';
import { Utm } from '../visitor/schema.ts';

const ExternalId = Type.String({ minLength: 1, maxLength: 300 });

export const IngestMessage = Type.Object(
  {
    externalId: ExternalId,
    role: OneOf('visitor', 'assistant', 'staff', 'system'),
    text: Type.String({ minLength: 1, maxLength: 50_000 }),
    createdAt: Type.Optional(Time),
  },
  strict,
);
export type IngestMessage = Static<typeof IngestMessage>;

export const IngestBody = Type.Object(
  {
    siteKey: Type.String({ minLength: 1, maxLength: 64 }),
    externalId: Type.String({
      minLength: 1,
      maxLength: 300,
      description: 'The conversation’s id elsewhere; or the id of one of Parlour’s, to add to it',
    }),
    channel: Type.Optional(Channel),
    messages: Type.Array(IngestMessage, { maxItems: 1000 }),
    lead: Type.Optional(LeadReport),
    completed: Type.Optional(Type.Boolean()),
    page: Type.Optional(
      Type.Object(
        {
          url: Type.Optional(Type.String({ maxLength: 2048 })),
          title: Type.Optional(Type.String({ maxLength: 300 })),
        },
        strict,
      ),
    ),
    utm: Type.Optional(Utm),
  },
  strict,
);
export type IngestBody = Static<typeof IngestBody>;

export const IngestResult = Type.Object({
  session: SessionView,
  created: Type.Boolean({ description: 'The conversation was not known before' }),
  stored: Type.Integer({ description: 'Messages that were not known before' }),
});
