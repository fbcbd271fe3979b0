/**
 * What a webhook is told. Made when it is sent, from the rows as they are then: nothing personal waits in the ledger.
 */
import type { Database } from '../../db/knex.ts';
import { presentLead } from '../../leads/present.ts';
import type { Delivery } from '../../models/delivery.ts';
import { presentSession, presentStaffMessage } from '../../sessions/present.ts';
import { getSession, transcript } from '../../sessions/queries.ts';

/** `{type, id, createdAt, data: {session, lead, messages}}`; the id is the `webhook-id` of every try. */
export async function webhookPayload(
  database: Database,
  delivery: Delivery,
): Promise<Record<string, unknown>> {
  const envelope = { type: delivery.event, id: delivery.id, createdAt: delivery.createdAt.toISOString() };
  if (!delivery.sessionId) return { ...envelope, data: delivery.payload };
  const session = await getSession(database, delivery.sessionId, { siteId: null });
  const messages = await transcript(database, session.id);
  return {
    ...envelope,
    data: {
      session: presentSession(session),
      lead: session.lead ? presentLead(session.lead, session) : null,
      messages: messages.map(presentStaffMessage),
    },
  };
}
