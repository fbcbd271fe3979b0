/**
 * An n8n workflow as the assistant: a Chat Trigger, or any Webhook that answers the same call. The workflow keeps its
 * own memory by `sessionId`, so a turn sends what was said and nothing of the history.
 */

import type { Response } from 'undici';
import { readLimited } from '../../http/outgoing.ts';
import type { Keys } from '../../keys.ts';
import { decryptSecret, isSealed } from '../../sites/secrets.ts';
import { type Agent, AgentFault, type AgentPart, type AgentTrace, type Turn } from '../agent.ts';
import { plainGreeting } from '../plain-greeting.ts';
import type { AgentDeps } from '../registry.ts';
import { connectionFault, statusFault } from './faults.ts';
import { readReply } from './read-reply.ts';
import { readSettings, requestOf } from './request.ts';

const ERROR_BYTES = 64 * 1024;
/** n8n names no execution by itself; proxies and workflows can. */
const EXECUTION_HEADERS = ['x-n8n-execution-id', 'x-execution-id'];

export function createN8nAgent(deps: Omit<AgentDeps, 'database'>): Agent {
  return {
    greet: (site, locale) => ({ text: plainGreeting(site, locale), state: null }),
    reply: (turn) => reply(turn, deps),
    isCollecting: () => false,
  };
}

async function* reply(turn: Turn, deps: Omit<AgentDeps, 'database'>): AsyncGenerator<AgentPart> {
  const { n8n } = turn.site.agent;
  const settings = readSettings(n8n, openSecret(n8n, deps.secretKey));
  const trace: AgentTrace = {};
  let hasBegun = false;
  try {
    const response = await deps.outgoing.fetch(settings.url, requestOf(turn, settings, deps.publicUrl));
    hasBegun = true;
    Object.assign(trace, headerTrace(response));
    if (!response.ok) {
      const body = await readLimited(response, ERROR_BYTES).catch(() => '');
      throw statusFault(response.status, body, settings.url, trace);
    }
    const parts = readReply(response.body ?? nothing(), {
      contentType: response.headers.get('content-type') ?? '',
      said: turn.said,
      fields: turn.site.fields,
      locales: [turn.session.locale, turn.site.locale],
      trace,
    });
    for await (const part of parts)
      yield part.type === 'trace' ? { type: 'trace', trace: withLink(part.trace, settings.url) } : part;
  } catch (error) {
    // The time is up, or a person took over: that is no fault of the workflow's.
    turn.signal.throwIfAborted();
    withLink(trace, settings.url);
    throw connectionFault(error, settings.url, hasBegun, trace);
  }
}

function openSecret(settings: unknown, key: Keys): string | null {
  const { authSecret } = (settings ?? {}) as { authSecret?: unknown };
  if (!isSealed(authSecret)) return null;
  try {
    return decryptSecret(authSecret, 'agent.n8n.authSecret', key);
  } catch {
    throw new AgentFault(
      'not_set_up',
      'The secret for n8n can’t be opened any more. Enter it again in the settings.',
    );
  }
}

function headerTrace(response: Response): AgentTrace {
  const id = EXECUTION_HEADERS.map((name) => response.headers.get(name))
    .find(Boolean)
    ?.slice(0, 200);
  return id ? { execution: { id } } : {};
}

/** Adds the address of the execution in n8n's editor where workflow and execution are known; changes the trace itself. */
function withLink(trace: AgentTrace, url: string): AgentTrace {
  const { execution, workflow } = trace;
  if (execution?.id && !execution.url && workflow?.id) {
    const path = `workflow/${encodeURIComponent(workflow.id)}/executions/${encodeURIComponent(execution.id)}`;
    // n8n may live below a path of its own.
    const base = url.split(/\/webhook(?:-test)?\//)[0]!;
    trace.execution = { ...execution, url: `${base}/${path}` };
  }
  return trace;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
