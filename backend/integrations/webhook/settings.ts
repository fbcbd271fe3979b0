/** What a site's settings say about its webhook, with the secrets opened. */
import type { Keys } from '../../keys.ts';
import type { Site } from '../../models/site.ts';
import { decryptSecret, isSealed } from '../../sites/secrets.ts';

export interface WebhookSettings {
  /** Undefined: none is set up. */
  url?: string;
  /** Each signs: the present one, and for a day the one before it. */
  secrets: string[];
  /** For receivers that cannot check signatures. */
  header?: { name: string; value: string };
}

export interface StoredWebhook {
  url?: string;
  secret?: unknown;
  previousSecret?: unknown;
  previousSecretUntil?: string;
  headerName?: string;
  headerSecret?: unknown;
}

/** Whether the secret before the present one signs along. */
export const previousSigns = ({ previousSecretUntil }: StoredWebhook, now = Date.now()): boolean =>
  Date.parse(previousSecretUntil ?? '') > now;

export function webhookSettings(
  { integrations }: Pick<Site, 'integrations'>,
  secretKey: Keys,
  now = Date.now(),
): WebhookSettings {
  const stored = (integrations.webhook ?? {}) as StoredWebhook;
  const open = (name: 'secret' | 'previousSecret' | 'headerSecret') => {
    const sealed = stored[name];
    return isSealed(sealed) ? decryptSecret(sealed, `integrations.webhook.${name}`, secretKey) : undefined;
  };
  const secret = open('secret');
  const previous = secret && previousSigns(stored, now) ? open('previousSecret') : undefined;
  const value = open('headerSecret')?.trim();
  return {
    url: stored.url,
    secrets: [secret, previous].filter((text) => text !== undefined),
    ...(value && { header: { name: stored.headerName?.trim() || 'Authorization', value } }),
  };
}
