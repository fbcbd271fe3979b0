/** Integrations of a site: how they fare, trying them, switching them on again. */
import type { DeliveryKind } from '../../backend/deliveries/schema.ts';
import type {
  EnabledKind,
  IntegrationHealth,
  IntegrationList,
} from '../../backend/integrations/health/schema.ts';
import type { WebhookPreview } from '../../backend/integrations/webhook/schema.ts';
import type { SitePatch, WebhookEvent } from '../../backend/sites/schema.ts';
import type { TestAnswer } from '../../backend/trials/schema.ts';
import { request } from './client.ts';

/** Longer than a receiver is waited for. */
const PATIENCE_MS = 60_000;
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

/** Tries one integration for real, with settings that need not be saved. */
export function testIntegration(
  id: string,
  kind: DeliveryKind,
  patch: SitePatch | undefined,
): Promise<TestAnswer> {
  return request('POST', `${at(id)}/test/${kind}`, { body: { patch: patch ?? {} }, timeoutMs: PATIENCE_MS });
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
