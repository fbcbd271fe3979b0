/** A conversation held elsewhere, with what is known of its visitor: in one transaction, as often as it is sent. */
import { announceLead, completeSession } from '../conversation/completion.ts';
import type { Database } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import type { Principal } from '../http/principal.ts';
import { updateLead } from '../leads/actions.ts';
import { Site } from '../models/site.ts';
import { reachOf } from '../sessions/policy.ts';
import { checkedLeadValues } from '../visitor/lead-form.ts';
import { addMessages, findOrCreateSession } from './bring-in.ts';
import type { IngestBody } from './schema.ts';

/**
 * @throws not_found for a site that is not there, archived, or not this key's; validation_failed for a detail of the
 * lead that can't be right: then nothing is stored
 */
export async function ingest(
  database: Database,
  body: IngestBody,
  by: Principal,
): Promise<{ sessionId: string; created: boolean; stored: number }> {
  const site = await Site.query(database).findOne({ key: body.siteKey }).whereNull('archivedAt');
  const reach = reachOf(by);
  if (!site || (reach.siteId && reach.siteId !== site.id)) throw notFound('There is no such site.');
  return database.transaction(async (trx) => {
    const times = body.messages.flatMap(({ createdAt }) => (createdAt ? [Date.parse(createdAt)] : []));
    const startedAt = new Date(Math.min(Date.now(), ...times));
    const { session, created } = await findOrCreateSession(trx, site.id, body, startedAt);
    const stored = await addMessages(trx, session, body.messages);
    if (body.lead)
      await updateLead(trx, {
        sessionId: session.id,
        siteId: site.id,
        values: checkedLeadValues(body.lead, site, [session.locale, site.locale]),
        source: 'automation',
        changedByName: by.name,
      });
    if (body.completed) await completeSession(trx, session, 'automation');
    else await announceLead(trx, session);
    return { sessionId: session.id, created, stored };
  });
}
