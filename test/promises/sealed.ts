/** What was sealed and signed, looked at with a given secret. */
import { Webhook } from 'standardwebhooks';
import { keyOf } from '../../backend/keys.ts';
import { isSealedWithCurrent } from '../../backend/sites/secrets.ts';
import type { Received } from '../support/fakes/receiver.ts';

export function isSignedWith(secret: string, { headers, body }: Received): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

/** @param sealed a webhook's secret, as it stands in the site's row */
export function opensWith(appSecret: string, sealed: string): boolean {
  const keys = { current: keyOf(appSecret, 'site-secrets'), older: [] };
  return isSealedWithCurrent(sealed, 'integrations.webhook.secret', keys);
}
