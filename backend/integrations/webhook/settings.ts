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

type SecretName = 'secret' | 'previousSecret' | 'headerSecret';

/** It is there, and was sealed with an APP_SECRET that is not known here. */
const LOST = Symbol('lost');

/** undefined when there is none. */
export function openSecret(
  stored: StoredWebhook,
  name: SecretName,
  keys: Keys,
): string | typeof LOST | undefined {
  const sealed = stored[name];
  if (!isSealed(sealed)) return undefined;
  try {
    return decryptSecret(sealed, `integrations.webhook.${name}`, keys);
  } catch {
    return LOST;
  }
}

/** Whether the secret before the present one signs along. */
export const previousSigns = ({ previousSecretUntil }: StoredWebhook, now = Date.now()): boolean =>
  Date.parse(previousSecretUntil ?? '') > now;

/**
 * @throws Error in words that can be shown, when a secret was sealed with another APP_SECRET: nothing is sent unsigned
 * because of that
 */
export function webhookSettings(
  { integrations }: Pick<Site, 'integrations'>,
  secretKey: Keys,
  now = Date.now(),
): WebhookSettings {
  const stored = (integrations.webhook ?? {}) as StoredWebhook;
  const needed = (name: SecretName) => {
    const opened = openSecret(stored, name, secretKey);
    if (opened === LOST)
      throw new Error('a secret of it can’t be opened any more. Enter it again in the settings');
    return opened;
  };
  const secret = needed('secret');
  const previous =
    secret && previousSigns(stored, now) ? openSecret(stored, 'previousSecret', secretKey) : undefined;
  const value = needed('headerSecret')?.trim();
  return {
    url: stored.url,
    secrets: [secret, previous].filter((text) => typeof text === 'string'),
    ...(value && { header: { name: stored.headerName?.trim() || 'Authorization', value } }),
  };
}
