/**
 * One turn from the visitor's stored words to the stored reply: load, let the agent speak, finish. When the agent
 * fails or takes too long, the visitor gets the site's fallback text instead of silence or half a sentence.
 */
import type { Agent } from '../agents/agent.ts';
import type { Agents } from '../agents/registry.ts';
import type { Database } from '../db/knex.ts';
import type { EventHint } from '../events/hint.ts';
import { errorForLog, type Logger } from '../log.ts';
import type { Site } from '../models/site.ts';
import type { SiteCache } from '../sites/site-cache.ts';
import { finishTurn, type TurnOutcome } from './finish-turn.ts';
import { type LoadedTurn, loadTurn, toAgentTurn } from './load-turn.ts';
import type { RunningTurns } from './running-turns.ts';
import { keepingTurn, releaseTurn } from './turn-lease.ts';

export interface ConversationDeps {
  database: Database;
  agents: Agents;
  sites: SiteCache;
  hint: EventHint;
  turns: RunningTurns;
  log: Logger;
}

/** Gets the pieces of the reply while it is being made. */
export type DeltaSink = (text: string) => void;

/**
 * Answers the turn that this process has taken. The turn is given back whatever happens; one that a person's takeover
 * breaks off leaves nothing.
 */
export async function answerTurn(
  deps: ConversationDeps,
  sessionId: string,
  turnId: string,
  onDelta: DeltaSink = () => {},
): Promise<void> {
  const { database, turns } = deps;
  const stopped = turns.begin(sessionId, turnId);
  try {
    await keepingTurn(database, sessionId, turnId, async () => {
      const loaded = await loadTurn(database, sessionId, turnId);
      if (!loaded) return;
      const site = await deps.sites.byId(loaded.siteId);
      if (!site) return;
      const outcome = await outcomeOf(deps, site, loaded, stopped, onDelta);
      if (stopped.aborted) return;
      await finishTurn(database, { sessionId, turnId, upTo: loaded.upTo }, site, outcome);
      deps.hint();
    });
  } catch (error) {
    await releaseTurn(database, sessionId, turnId).catch(() => {});
    throw error;
  } finally {
    turns.end(turnId);
  }
}

async function outcomeOf(
  deps: ConversationDeps,
  site: Site,
  loaded: LoadedTurn,
  stopped: AbortSignal,
  onDelta: DeltaSink,
): Promise<TurnOutcome> {
  const { kind } = site.agent;
  const giveUp = AbortSignal.any([AbortSignal.timeout(site.agent.replyTimeoutSeconds * 1000), stopped]);
  try {
    const agent = deps.agents.of(kind);
    const reading = readReply(agent, loaded, site, deps.database, giveUp, onDelta);
    return await Promise.race([reading, rejectWhen(giveUp)]);
  } catch (error) {
    if (!stopped.aborted)
      deps.log.warn(
        { sessionId: loaded.session.id, kind, err: errorForLog(error) },
        'the agent could not answer',
      );
    return {
      replies: [{ text: site.agent.fallbackText, details: { fallback: true } }],
      values: {},
      completed: false,
      isCollecting: true,
      state: loaded.state,
      agent: { kind },
    };
  }
}

async function readReply(
  agent: Agent,
  loaded: LoadedTurn,
  site: Site,
  database: Database,
  giveUp: AbortSignal,
  onDelta: DeltaSink,
): Promise<TurnOutcome> {
  const outcome: TurnOutcome = {
    replies: [],
    values: {},
    completed: false,
    isCollecting: false,
    state: loaded.state,
    agent: { kind: site.agent.kind },
  };
  // A second message's pieces must not run into the first on the visitor's screen.
  let separator = '';
  for await (const part of agent.reply(toAgentTurn(loaded, site, database, giveUp))) {
    giveUp.throwIfAborted();
    if (part.type === 'delta') {
      onDelta(separator + part.text);
      separator = '';
    } else if (part.type === 'lead') Object.assign(outcome.values, part.values);
    else if (part.type === 'completed') outcome.completed = true;
    else if (part.type === 'state') outcome.state = part.state;
    else if (part.type === 'message') {
      const details = part.knowledge && { knowledge: part.knowledge };
      outcome.replies.push({ text: part.text, choices: part.choices, details });
      separator = '\n\n';
    }
  }
  if (outcome.replies.length === 0) throw new Error('the agent said nothing');
  outcome.isCollecting = agent.isCollecting(outcome.state);
  return outcome;
}

function rejectWhen(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
