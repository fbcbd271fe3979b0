/**
 * Writing down that something went wrong: in an agent, a workflow, an integration. The same fault counts up on one
 * row; each time in a conversation is an occurrence, shown in its transcript.
 */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { cutText } from '../agents/plain-text.ts';
import type { Transaction } from '../db/knex.ts';
import { storableJson } from '../db/sql.ts';
import { publish } from '../events/publish.ts';

export interface Fault {
  siteId: string | null;
  sessionId?: string;
  /** The message after which it happened. */
  messageSeq?: number;
  workflow?: { id?: string; name?: string };
  /** The step that failed. */
  node?: string;
  message: string;
  stack?: string;
  execution?: { id?: string; url?: string };
  severity?: 'warning' | 'error' | 'critical';
  /** Chosen fields only: never a request's body, a secret or what a visitor wrote. */
  details?: Record<string, unknown>;
}

const MESSAGE_MAX = 1_000;
const STACK_MAX = 8_000;

/** @returns the incident, and whether it is new or was resolved before */
export async function reportIncident(
  trx: Transaction,
  fault: Fault,
): Promise<{ incidentId: string; isOpened: boolean }> {
  const { siteId, workflow = {}, node, execution = {} } = fault;
  // The conversation before the fault, as everywhere: an erasure that goes the same way then waits, or is waited for.
  const sessionId = fault.sessionId && (await held(trx, fault.sessionId));
  const message = cutText(fault.message.trim(), MESSAGE_MAX) || 'An error without a message';
  // xmax = 0 only for a row that was just inserted; the old status is read before the update.
  const { rows } = await trx.raw(
    `WITH before AS (
       SELECT status FROM incidents
       WHERE fingerprint = :fingerprint
         AND coalesce(site_id, '00000000-0000-0000-0000-000000000000'::uuid)
           = coalesce(:siteId::uuid, '00000000-0000-0000-0000-000000000000'::uuid))
     INSERT INTO incidents (id, site_id, fingerprint, severity, workflow, node, message, stack, details)
     VALUES (:id, :siteId, :fingerprint, :severity, :workflow::jsonb, :node, :message, :stack, :details::jsonb)
     ON CONFLICT (fingerprint, coalesce(site_id, '00000000-0000-0000-0000-000000000000'::uuid)) DO UPDATE SET
       occurrences = incidents.occurrences + 1, last_at = now(), message = excluded.message,
       stack = coalesce(excluded.stack, incidents.stack), details = excluded.details, severity = excluded.severity,
       status = CASE incidents.status WHEN 'resolved' THEN 'open' ELSE incidents.status END
     RETURNING id, xmax = 0 AS "isNew", (SELECT status FROM before) AS "statusBefore"`,
    {
      id: uuidv7(),
      siteId,
      fingerprint: fingerprintOf(workflow, node, message),
      severity: fault.severity ?? 'error',
      workflow: storableJson(workflow),
      node: node ? cutText(node.trim(), 200) : null,
      message,
      stack: fault.stack ? cutText(fault.stack.trim(), STACK_MAX) : null,
      details: storableJson(fault.details ?? {}),
    },
  );
  const [{ id: incidentId, isNew, statusBefore }] = rows;
  const { rowCount } = await trx.raw(
    `INSERT INTO incident_occurrences (id, incident_id, session_id, message_seq, execution)
     VALUES (?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING`,
    [uuidv7(), incidentId, sessionId ?? null, fault.messageSeq ?? null, storableJson(execution)],
  );
  // The same run, reported again: n8n tries up to five times.
  if (rowCount === 0) {
    await trx.raw('UPDATE incidents SET occurrences = occurrences - 1 WHERE id = ?', [incidentId]);
    return { incidentId, isOpened: false };
  }
  const isOpened = isNew || statusBefore === 'resolved';
  await publish(trx, {
    type: isOpened ? 'incident.opened' : 'incident.changed',
    siteId,
    data: { incidentId, ...(sessionId && { sessionId }) },
  });
  return { incidentId, isOpened };
}

/** The conversation's id, kept until the transaction ends; undefined when it is gone. */
async function held(trx: Transaction, id: string): Promise<string | undefined> {
  const { rowCount } = await trx.raw('SELECT 1 FROM chat_sessions WHERE id = ? FOR KEY SHARE', [id]);
  return rowCount === 1 ? id : undefined;
}

/** The same for the same fault: workflow, step and the message without its changing parts; never the execution. */
export function fingerprintOf(
  workflow: { id?: string; name?: string },
  node: string | undefined,
  message: string,
): string {
  const parts = [workflow.id ?? workflow.name ?? '', node ?? '', withoutChangingParts(message)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function withoutChangingParts(message: string): string {
  return message
    .toLowerCase()
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '#')
    .replace(/https?:\/\/\S+/g, 'url')
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/g, 'mail')
    .replace(/(["'`]).*?\1/g, 'text')
    .replace(/\b[0-9a-f]{12,}\b/g, '#')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .trim();
}
