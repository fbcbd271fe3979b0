/**
 * One turn of a conversation that exists nowhere: asked as a visitor's would be, with the same limits, and forgotten.
 */
import { uuidv7 } from 'uuidv7';
import type { Agent, AgentFault, KnowledgeHit, Turn } from '../agents/agent.ts';
import type { Agents } from '../agents/registry.ts';
import { askAgent } from '../conversation/ask-agent.ts';
import { asFault, fallbackOutcome } from '../conversation/faults.ts';
import type { TurnOutcome } from '../conversation/finish-turn.ts';
import { greetingOf } from '../conversation/greeting.ts';
import type { TurnToAnswer } from '../conversation/load-turn.ts';
import type { Database } from '../db/knex.ts';
import { invalid } from '../errors.ts';
import { saveEntries } from '../knowledge/entries.ts';
import { presentUses } from '../knowledge/present.ts';
import { searchKnowledge } from '../knowledge/search.ts';
import { errorForLog, type Logger } from '../log.ts';
import type { Site } from '../models/site.ts';
import type { TestAnswer, TrialAnswer, TrialRequest } from './schema.ts';

export interface TrialDeps {
  database: Database;
  agents: Agents;
  log: Logger;
}

const TEST_WORDS = 'Hello, this is a test from Parlour. Please answer with one short sentence.';
const NAMES: Readonly<Record<string, string>> = { n8n: 'The workflow', openai: 'The model' };

/**
 * @param site as the draft would make it
 * @param hasOwnKnowledge whether the draft's questions and answers differ from the stored ones
 * @throws validation_failed when the last message is not the visitor's
 */
export async function tryTurn(
  deps: TrialDeps,
  site: Site,
  request: TrialRequest,
  hasOwnKnowledge: boolean,
  stopped: AbortSignal,
): Promise<TrialAnswer> {
  const { trialId = uuidv7(), messages, lead = {}, completed = false } = request;
  if (messages.length === 0) {
    const { text, choices, state } = greetingOf(site, site.locale);
    const replies = [{ text, ...(choices && { choices }) }];
    return { trialId, replies, lead, completed, wantsPerson: false, state, tookMs: null };
  }
  const loaded = loadedOf(site, { ...request, trialId });
  if (loaded.said.length === 0)
    throw invalid([{ path: 'messages', message: 'The last message must be the visitor’s.' }]);
  const begun = Date.now();
  const outcome = await outcomeOf(deps, site, loaded, hasOwnKnowledge, stopped);
  return {
    trialId,
    replies: outcome.replies.map(({ text, choices, details }) => ({
      text,
      ...(choices && { choices }),
      ...(details?.knowledge && { knowledge: presentUses(details.knowledge) }),
    })),
    lead: leadAfter(lead, outcome.values),
    completed: completed || outcome.completed,
    wantsPerson: outcome.wantsPerson,
    state: outcome.state,
    tookMs: Date.now() - begun,
    ...(outcome.trace?.tools && { tools: outcome.trace.tools }),
    ...(outcome.fault && { fault: presentFault(outcome.fault) }),
  };
}

/** Asks for one answer for real and says in plain words how it went. */
export async function testAgent(deps: TrialDeps, site: Site, stopped: AbortSignal): Promise<TestAnswer> {
  const { kind } = site.agent;
  if (kind === 'guided')
    return {
      ok: true,
      message: 'The guided assistant works. It is a part of Parlour and needs no other service.',
    };
  const request = { messages: [{ role: 'visitor' as const, text: TEST_WORDS }] };
  const { fault, replies, tookMs } = await tryTurn(deps, site, request, false, stopped);
  if (fault) return { ok: false, message: fault.message };
  const words = replies
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
  const shown = words.length > 160 ? `${words.slice(0, 159)}…` : words;
  const seconds = ((tookMs ?? 0) / 1000).toFixed(1);
  return { ok: true, message: `${NAMES[kind]} answered after ${seconds} seconds: “${shown}”` };
}

async function outcomeOf(
  { database, agents, log }: TrialDeps,
  site: Site,
  loaded: TurnToAnswer,
  hasOwnKnowledge: boolean,
  stopped: AbortSignal,
): Promise<TurnOutcome> {
  const search = hasOwnKnowledge ? (question: string) => searchDraft(database, site, question) : undefined;
  try {
    const agent = asTrial(agents.of(site.agent.kind), search);
    const until = Date.now() + site.agent.replyTimeoutSeconds * 1000;
    return await askAgent({ agent, loaded, site, database, until, stopped, onDelta() {} });
  } catch (error) {
    const fault = asFault(error);
    log.info({ siteId: site.id, code: fault.code, err: errorForLog(error) }, 'an agent failed at a trial');
    return fallbackOutcome(site, loaded, fault);
  }
}

/** The same agent, told that this is a trial. */
function asTrial(agent: Agent, search?: Turn['searchKnowledge']): Agent {
  return {
    ...agent,
    reply: (turn) => agent.reply({ ...turn, isTrial: true, searchKnowledge: search ?? turn.searchKnowledge }),
  };
}

/** Searches answers that are not stored, by the very search that visitors get: they are put in and taken back. */
async function searchDraft(database: Database, site: Site, question: string): Promise<KnowledgeHit[]> {
  const trx = await database.transaction();
  try {
    await saveEntries(trx, site, site.agent.guided?.knowledge ?? []);
    return await searchKnowledge(trx, site, question);
  } finally {
    await trx.rollback();
  }
}

function loadedOf(site: Site, { messages, lead, state, completed, trialId }: TrialRequest): TurnToAnswer {
  const lastReply = messages.findLastIndex(({ role }) => role === 'assistant');
  return {
    siteId: site.id,
    upTo: 0,
    isOwed: false,
    tries: 1,
    wantsPerson: false,
    said: messages.slice(lastReply + 1).map(({ text }) => text),
    history: messages.slice(0, lastReply + 1),
    lead: lead ?? {},
    state: state ?? null,
    session: {
      id: `trial-${trialId}`,
      pageUrl: site.allowedOrigins[0] ?? null,
      pageTitle: null,
      locale: site.locale,
      completed: completed ?? false,
    },
  };
}

function leadAfter(before: Record<string, string>, learned: Record<string, string | null>) {
  const known = Object.entries({ ...before, ...learned }).filter(([, value]) => value !== null);
  return Object.fromEntries(known) as Record<string, string>;
}

function presentFault({ code, message, trace }: AgentFault) {
  const executionUrl = trace.execution?.url;
  return { code, message, ...(executionUrl && { executionUrl }) };
}
