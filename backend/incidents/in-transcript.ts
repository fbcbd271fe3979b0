/**
 * The faults of one conversation, each at the place where it happened. One that came again at the same place, because
 * the same turn was tried again, is told once.
 */
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import type { SessionIncident } from '../sessions/schema.ts';

const AT_MOST = 200;

const READ = {
  name: 'incidents-of-session',
  text: `SELECT i.id, i.details->>'code' AS code, i.message, i.node, i.status, i.workflow, o.seq AS "messageSeq",
      o.execution, o.times, o.at
    FROM (
      SELECT incident_id, message_seq AS seq, count(*)::integer AS times, min(at) AS at,
        (array_agg(execution ORDER BY at DESC))[1] AS execution
      FROM incident_occurrences WHERE session_id = $1 GROUP BY incident_id, message_seq
    ) o JOIN incidents i ON i.id = o.incident_id
    ORDER BY o.at, i.id LIMIT ${AT_MOST}`,
};

interface Row {
  id: string;
  code: string | null;
  message: string;
  node: string | null;
  status: SessionIncident['status'];
  workflow: { id?: unknown; name?: unknown };
  messageSeq: number | null;
  execution: { id?: unknown; url?: unknown };
  times: number;
  at: Date;
}

/** Oldest first. */
export async function incidentsInTranscript(
  database: Database,
  sessionId: string,
): Promise<SessionIncident[]> {
  const rows = await runStatement<Row>(database, READ, [sessionId]);
  return rows.map(({ code, workflow, execution, at, ...row }) => ({
    ...row,
    ...(code && { code }),
    workflow: texts({ id: workflow.id, name: workflow.name }),
    execution: texts({ id: execution.id, url: webAddress(execution.url) }),
    at: at.toISOString(),
  }));
}

/** Workflows outside report these; what is no text is left out. */
function texts<Name extends string>(values: Record<Name, unknown>): Partial<Record<Name, string>> {
  const kept = Object.entries(values).filter(([, value]) => typeof value === 'string' && value !== '');
  return Object.fromEntries(kept) as Partial<Record<Name, string>>;
}

/** Staff click on it: only http and https, whatever was reported. */
export function webAddress(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}
