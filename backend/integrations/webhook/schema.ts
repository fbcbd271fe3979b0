/**
 * Setting up a webhook: its secret, an example of what it is told.
 */
import { type Static, Type } from '@sinclair/typebox';
import { strict } from '../../http/schema.ts';
import { WebhookEvent } from '../../sites/integration-schema.ts';

export const NewSecret = Type.Object({
  secret: Type.String({ description: '`whsec_` and base64, as Standard Webhooks has it; told this once' }),
});

export const PreviewQuery = Type.Object({ event: WebhookEvent }, strict);

export const WebhookPreview = Type.Object({
  isExample: Type.Boolean({ description: 'Made up, because nothing of this site fits' }),
  payload: Type.Object({}, { additionalProperties: true, description: 'As it would be sent' }),
});
export type WebhookPreview = Static<typeof WebhookPreview>;
