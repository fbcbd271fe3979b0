/** Taking a report in, and saying that a fault is dealt with. */
import type { Database, Transaction } from '../db/knex.ts';
import { notFound } from '../errors.ts';
import { publish } from '../events/publish.ts';
import type { Principal } from '../http/principal.ts';
import { ChatSession } from '../models/chat-session.ts';
import { Incident } from '../models/incident.ts';
import type { Reach } from '../sessions/queries.ts';
import { audit } from '../staff/audit.ts';
import type { ReadFault } from './receive.ts';
import { reportIncident } from './report.ts';
import type { IncidentStatus } from './schema.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Counts it up or opens it, linked to its conversation where there is one. A report whose conversation is not known, or
 * not this key's, is kept without the link: the fault is what matters.
 * @returns the incident's id
 */
export async function takeReport(database: Database, fault: ReadFault, reach: Reach): Promise<string> {
  return database.transaction(async (trx) => {
    const { sessionId: named, ...rest } = fault;
    const session = await findSession(trx, named, reach);
    const { incidentId } = await reportIncident(trx, {
      ...rest,
      siteId: session?.siteId ?? reach.siteId,
      ...(session && { sessionId: session.id, messageSeq: session.lastSeq }),
    });
    return incidentId;
  });
}

async function findSession(trx: Transaction, id: string | undefined, { siteId }: Reach) {
  if (!id || !UUID.test(id)) return undefined;
  // The conversation before the fault, as everywhere: an erasure that goes the same way then waits, or is waited for.
  const session = await ChatSession.query(trx).findById(id).select('id', 'siteId', 'lastSeq').forKeyShare();
  return session && (!siteId || session.siteId === siteId) ? session : undefined;
}

/** @throws not_found */
export async function settleIncident(
  database: Database,
  id: string,
  status: IncidentStatus,
  by: Principal,
): Promise<void> {
  await database.transaction(async (trx) => {
    const incident = await Incident.query(trx).findById(id).forUpdate();
    if (!incident) throw notFound('There is no such error.');
    if (incident.status === status) return;
    await incident.$query(trx).patch({ status });
    await audit(trx, by, {
      action: `incident.${status === 'open' ? 'reopened' : status}`,
      subject: { kind: 'incident', id },
      siteId: incident.siteId,
    });
    await publish(trx, { type: 'incident.changed', siteId: incident.siteId, data: { incidentId: id } });
  });
}
