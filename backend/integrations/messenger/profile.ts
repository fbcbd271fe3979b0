/** The person's name, where Facebook tells it to this app: asked once, kept as the lead's name when there is none. */
import { updateLead } from '../../leads/actions.ts';
import { Lead } from '../../models/lead.ts';
import type { Site } from '../../models/site.ts';
import { callGraph } from './graph.ts';
import type { MessengerDeps } from './process.ts';
import { messengerSettings } from './settings.ts';
import type { Person } from './thread.ts';

const PATIENCE_MS = 5_000;
const NAME_MAX = 120;

/** Never throws, and nothing waits for it. */
export async function fetchName(
  { database, outgoing, secretKey, hint, log }: MessengerDeps,
  site: Site,
  sessionId: string,
  { personId }: Person,
): Promise<void> {
  const settings = messengerSettings(site, secretKey);
  if (!settings.pageToken) return;
  try {
    const { body } = await callGraph(outgoing, settings, {
      path: `${encodeURIComponent(personId)}?fields=first_name,last_name`,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const name = [body.first_name, body.last_name]
      .filter((part): part is string => typeof part === 'string')
      .join(' ')
      .replaceAll('\0', '')
      .trim()
      .slice(0, NAME_MAX);
    if (!name) return;
    await database.transaction(async (trx) => {
      const lead = await Lead.query(trx).findOne({ sessionId });
      if (lead?.name) return;
      await updateLead(trx, {
        ...{ sessionId, siteId: site.id, values: { name } },
        source: 'automation',
        changedByName: 'Facebook Messenger',
      });
    });
    hint();
  } catch (error) {
    log.debug({ code: (error as { code?: unknown }).code }, 'a name could not be read from Messenger');
  }
}
