/**
 * An agent that failed: which fault it was, what the visitor gets instead, and what staff read about it.
 */
import { agentIdentity } from '../agent-versions/identity.ts';
import { AgentFault } from '../agents/agent.ts';
import { languageOf } from '../agents/language.ts';
import type { Transaction } from '../db/knex.ts';
import { reportIncident } from '../incidents/report.ts';
import type { Site } from '../models/site.ts';
import { textIn } from '../sites/languages.ts';
import type { TurnOutcome } from './finish-turn.ts';
import type { TurnToAnswer } from './load-turn.ts';

const NETWORK_CODE = /^(ECONN|ENOTFOUND|EAI_|EHOSTUN|ENETUN|EPIPE|ETIMEDOUT|UND_ERR)/;

/** Whatever an agent threw, as a fault. What it did not foresee is ours; its text stays in the log. */
export function asFault(error: unknown): AgentFault {
  if (error instanceof AgentFault) return error;
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  if (NETWORK_CODE.test(`${code ?? cause?.code ?? ''}`))
    return new AgentFault('unreachable', 'The assistant’s address could not be reached.', {
      isPassing: true,
      cause: error,
    });
  return new AgentFault('server_error', 'Parlour itself stumbled over this answer. Its log says more.', {
    cause: error,
  });
}

/** What was begun so often and never stored is not begun once more: each time may cost money. */
export const neverFinished = (): AgentFault =>
  new AgentFault(
    'not_finished',
    'Answers to this were begun several times, and none of them could be stored. The log of Parlour says why; the visitor got the fallback text.',
  );

/** The site's fallback text in the place of an answer. What the agent may have said or learned by then is dropped. */
export function fallbackOutcome(site: Site, loaded: TurnToAnswer, fault: AgentFault): TurnOutcome {
  const language = languageOf(site.locale, loaded.session.locale);
  const text = textIn(language, 'fallbackText', site.agent.fallbackText);
  return {
    replies: [{ text, details: { fallback: true } }],
    values: {},
    completed: false,
    isCollecting: true,
    wantsPerson: false,
    state: loaded.state,
    agent: agentIdentity(site),
    fault,
  };
}

/** Writes the fault down for staff, at its place in the conversation. */
export async function reportFault(
  trx: Transaction,
  site: Site,
  { sessionId, upTo }: { sessionId: string; upTo: number },
  { code, message, node, status, trace, isPassing }: AgentFault,
): Promise<void> {
  const { kind, openai } = site.agent;
  const model = trace.model ?? (kind === 'openai' ? openai?.model : undefined);
  await reportIncident(trx, {
    siteId: site.id,
    sessionId,
    messageSeq: upTo,
    workflow: trace.workflow ?? (model ? { name: model } : {}),
    node,
    message,
    execution: trace.execution,
    severity: isPassing ? 'warning' : 'error',
    details: { code, kind, ...(status && { status }), ...(model && { model }) },
  });
}
