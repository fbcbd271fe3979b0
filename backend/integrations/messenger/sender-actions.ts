/** Small courtesies that may fail: "seen", and the dots while an answer is being made. */

import type { Site } from '../../models/site.ts';
import { callGraph } from './graph.ts';
import type { MessengerDeps } from './process.ts';
import { messengerSettings } from './settings.ts';
import type { Person } from './thread.ts';

const PATIENCE_MS = 5_000;

/** Never throws; Facebook ends the dots by itself with the next message, or after 20 seconds. */
export async function showTyping(
  { outgoing, secretKey, log }: Pick<MessengerDeps, 'outgoing' | 'secretKey' | 'log'>,
  site: Site,
  { pageId, personId }: Person,
): Promise<void> {
  const settings = messengerSettings(site, secretKey);
  if (!settings.pageToken) return;
  try {
    for (const action of ['mark_seen', 'typing_on'])
      await callGraph(outgoing, settings, {
        method: 'POST',
        path: `${encodeURIComponent(pageId)}/messages`,
        body: { recipient: { id: personId }, sender_action: action },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
  } catch (error) {
    log.debug({ code: (error as { code?: unknown }).code }, 'typing could not be shown on Messenger');
  }
}
