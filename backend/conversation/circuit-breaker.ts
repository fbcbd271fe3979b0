/**
 * Agents that keep failing are left alone for a while, so that visitors get the fallback at once instead of waiting
 * for a timeout each. The state is a row that all processes share: there is one only while an agent has failed lately.
 *
 * Closed: the agent is asked. After some failures in a row it opens: nobody asks. When the pause is over, one process
 * wins the right to ask once (half open); its success closes, its failure begins a longer pause.
 */
import { createHash } from 'node:crypto';
import { AgentFault, type FaultCode } from '../agents/agent.ts';
import type { Database } from '../db/knex.ts';
import { runStatement, storableJson } from '../db/sql.ts';
import type { Site } from '../models/site.ts';

/** Failed tries in a row. A turn may make two. */
const OPENS_AFTER = 4;
const FIRST_PAUSE = 15;
const LONGEST_PAUSE = 300;
/** Says nothing about the agent's health: our own limits, or settings that are missing. */
const NOT_ITS_FAULT: ReadonlySet<FaultCode> = new Set(['not_set_up', 'limit_reached']);

/** One try's right to ask. */
export interface Permit {
  /** Instead of a right: what went wrong last, and until when nobody asks. */
  refused?: { fault: AgentFault; until: Date };
  succeeded(): Promise<void>;
  failed(fault: AgentFault): Promise<void>;
}

const ENTER = {
  name: 'breaker-enter',
  text: `WITH probe AS (
      UPDATE agent_endpoints SET open_until = now() + make_interval(secs => $2)
      WHERE key = $1 AND open_until <= now() RETURNING key)
    SELECT open_until AS "openUntil", last_fault AS "lastFault", EXISTS (SELECT 1 FROM probe) AS "isProbe"
    FROM agent_endpoints WHERE key = $1`,
};

/** Failures of calls that were under way when it opened don't make the pause longer. */
const FAILED = {
  name: 'breaker-failed',
  text: `INSERT INTO agent_endpoints AS e (key, site_id, failures, last_fault) VALUES ($1, $2, 1, $3::jsonb)
    ON CONFLICT (key) DO UPDATE SET
      failures = e.failures + 1, last_fault = excluded.last_fault, last_at = now(),
      openings = CASE WHEN e.failures + 1 < ${OPENS_AFTER} OR (e.open_until > now() AND NOT $4) THEN e.openings
        ELSE e.openings + 1 END,
      open_until = CASE WHEN e.failures + 1 < ${OPENS_AFTER} THEN NULL
        WHEN e.open_until > now() AND NOT $4 THEN e.open_until
        ELSE now() + make_interval(secs => least(${LONGEST_PAUSE}, ${FIRST_PAUSE} * 2 ^ least(e.openings, 10))) END`,
};

const SUCCEEDED = { name: 'breaker-succeeded', text: 'DELETE FROM agent_endpoints WHERE key = $1' };

interface Row {
  openUntil: Date | null;
  lastFault: { code: FaultCode; message: string; node?: string; workflow?: { id?: string; name?: string } };
  isProbe: boolean;
}

const FREE: Permit = { succeeded: async () => {}, failed: async () => {} };

/** The guided agent lives in this process: it has no address that could be down, and costs no query here. */
export async function askPermit(database: Database, site: Site): Promise<Permit> {
  const { kind, replyTimeoutSeconds } = site.agent;
  if (kind === 'guided') return FREE;
  const key = endpointKey(site);
  // A prober that dies leaves the right to another once its answer can't come any more.
  const [row] = await runStatement<Row>(database, ENTER, [key, replyTimeoutSeconds + 5]);
  const isProbe = row?.isProbe ?? false;
  const refused = row?.openUntil && !isProbe && { fault: faultOf(row), until: row.openUntil };
  return {
    ...(refused && { refused }),
    async succeeded() {
      if (row) await runStatement(database, SUCCEEDED, [key]);
    },
    async failed(fault) {
      if (NOT_ITS_FAULT.has(fault.code)) return;
      const { code, message, node, trace } = fault;
      const last = storableJson({ code, message, node, workflow: trace.workflow });
      await runStatement(database, FAILED, [key, site.id, last, isProbe]);
    },
  };
}

/** Other settings are another agent: whoever mends an address or a password is not held up by what was before. */
function endpointKey({ id, agent }: Site): string {
  const settings = JSON.stringify(agent[agent.kind] ?? {});
  return `${id}/${agent.kind}/${createHash('sha256').update(settings).digest('hex').slice(0, 32)}`;
}

function faultOf({ lastFault: { code, message, node, workflow } }: Row): AgentFault {
  return new AgentFault(code, message, { isPassing: true, node, trace: workflow ? { workflow } : {} });
}
