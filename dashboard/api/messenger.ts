/** How a site stands with Facebook Messenger. */
import type { MessengerState } from '../../backend/integrations/messenger/schema.ts';
import { request } from './client.ts';

export function readMessenger(siteId: string): Promise<MessengerState> {
  return request('GET', `/sites/${encodeURIComponent(siteId)}/messenger`);
}
