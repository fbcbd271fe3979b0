/** Integrations of a site: how they fare, switching them on again. */
import type { DeliveryKind } from '../../backend/deliveries/schema.ts';
import type {
  EnabledKind,
  IntegrationHealth,
  IntegrationList,
} from '../../backend/integrations/health/schema.ts';
import type { WebhookPreview } from '../../backend/integrations/webhook/schema.ts';
import type { WebhookEvent } from '../../backend/sites/integration-schema.ts';
import { request } from './client.ts';

const at = (id: string) => `/sites/${encodeURIComponent(id)}`;

export async function readIntegrations(id: string): Promise<IntegrationHealth[]> {
  const { items } = await request<IntegrationList>('GET', `${at(id)}/integrations`);
  return items;
}

/** Sends again from now on what the receiver had refused for good (410). */
export async function enableIntegration(id: string, kind: EnabledKind): Promise<IntegrationHealth[]> {
  const path = `${at(id)}/integrations/${kind}/enable`;
  const { items } = await request<IntegrationList>('POST', path, { body: {} });
  return items;
}

/** A new secret for signatures; its text is told this once. The one before signs along for a day. */
export async function makeWebhookSecret(id: string): Promise<string> {
  const { secret } = await request<{ secret: string }>('POST', `${at(id)}/webhook/rotate`, { body: {} });
  return secret;
}

export function previewWebhook(id: string, event: WebhookEvent): Promise<WebhookPreview> {
  return request('GET', `${at(id)}/webhook/preview`, { query: { event } });
}

/** Sends again what was given up. @returns how many */
export async function retryDead(site: string, kind: DeliveryKind): Promise<number> {
  const { planned } = await request<{ planned: number }>('POST', '/deliveries/retry', {
    body: { filter: { site, kind, status: 'dead' } },
  });
  return planned;
}
