/** Who else is told of what happens on a site, and with which keys. */
import { type Static, Type } from '@sinclair/typebox';
import { Nullable, OneOf, strict } from '../http/schema.ts';
import { SecretIn, SecretOut, Text, Url } from './setting-schema.ts';

/** What a webhook can be told of. */
export const WebhookEvent = OneOf(
  'lead.completed',
  'lead.qualified',
  'lead.updated',
  'session.completed',
  'session.abandoned',
  'session.waiting',
  'session.taken_over',
  'review.issue',
  'review.fixed',
  'incident.opened',
);
export type WebhookEvent = Static<typeof WebhookEvent>;

const anyCase = (name: string) => name.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
/** Headers that say what is sent, and how, are not free. */
const TAKEN = 'host|content-.*|connection|transfer-encoding|te|upgrade|expect|keep-alive|webhook-.*';
const webhookPlain = {
  url: Type.Optional(Url),
  events: Type.Optional(Type.Array(WebhookEvent, { maxItems: 50 })),
  headerName: Type.Optional(
    Type.String({
      maxLength: 200,
      pattern: `^(?!(${anyCase(TAKEN)})$)[A-Za-z0-9!#$%&'*+.^_\`|~-]*$`,
      description: 'The header that carries headerSecret; Authorization unless set',
    }),
  ),
  previousSecretUntil: Type.Optional(
    Type.String({ format: 'date-time', description: 'Until then both secrets sign' }),
  ),
};
const mondayPlain = {
  boardId: Type.Optional(Text(40)),
  groupId: Type.Optional(Text(80)),
  boardName: Type.Optional(Text(255)),
  when: Type.Optional(OneOf('completed', 'qualified')),
  columns: Type.Optional(Type.Record(Text(40), Text(80))),
  apiUrl: Type.Optional(Url),
};
const messengerPlain = { pageId: Type.Optional(Text(40)), graphUrl: Type.Optional(Url) };
const EmailIntegration = Type.Object(
  {
    to: Type.Optional(Type.Array(Type.String({ format: 'email', maxLength: 254 }), { maxItems: 50 })),
    events: Type.Optional(Type.Array(Text(60, 1), { maxItems: 50 })),
  },
  strict,
);

export const IntegrationsIn = Type.Object(
  {
    webhook: Type.Optional(
      Nullable(
        Type.Object(
          { ...webhookPlain, secret: SecretIn, previousSecret: SecretIn, headerSecret: SecretIn },
          strict,
        ),
      ),
    ),
    monday: Type.Optional(Nullable(Type.Object({ ...mondayPlain, token: SecretIn }, strict))),
    messenger: Type.Optional(
      Nullable(
        Type.Object(
          { ...messengerPlain, pageToken: SecretIn, appSecret: SecretIn, verifyToken: SecretIn },
          strict,
        ),
      ),
    ),
    email: Type.Optional(Nullable(EmailIntegration)),
  },
  strict,
);
export const IntegrationsOut = Type.Object({
  webhook: Type.Optional(
    Type.Object({ ...webhookPlain, secret: SecretOut, previousSecret: SecretOut, headerSecret: SecretOut }),
  ),
  monday: Type.Optional(Type.Object({ ...mondayPlain, token: SecretOut })),
  messenger: Type.Optional(
    Type.Object({ ...messengerPlain, pageToken: SecretOut, appSecret: SecretOut, verifyToken: SecretOut }),
  ),
  email: Type.Optional(EmailIntegration),
});
