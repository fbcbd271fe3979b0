/**
 * One try to get an answer out of an agent, within our own limits: an agent that falls silent in the middle of its
 * answer, or takes longer than the site allows, is told to stop and left behind, whether it listens or not.
 */
import { agentIdentity } from '../agent-versions/identity.ts';
import { type Agent, AgentFault, type AgentPart } from '../agents/agent.ts';
import { cleanText, cutText } from '../agents/plain-text.ts';
import type { Database } from '../db/knex.ts';
import type { Site } from '../models/site.ts';
import { textsFor } from '../visitor/texts.ts';
import type { TurnOutcome } from './finish-turn.ts';
import { type TurnToAnswer, toAgentTurn } from './load-turn.ts';
import { addTrace, hasTrace } from './trace.ts';

/** Once it has begun to answer it may be silent for so long, and never for more than half of the site's time. */
const IDLE_MS = 20_000;
/** Made once: an error that says where it comes from is dear. */
const OVER = new Error('The turn is over.');
/** The longest message that is stored, in UTF-16 code units. */
const TEXT_MAX = 20_000;

export interface Asking {
  agent: Agent;
  loaded: TurnToAnswer;
  site: Site;
  database: Database;
  /** When the site's reply timeout has passed, in ms since 1970. */
  until: number;
  /** A person has taken over, or Parlour is stopping. */
  stopped: AbortSignal;
  onDelta(text: string): void;
}

/** @throws AgentFault, or whatever the agent throws */
export async function askAgent(asking: Asking): Promise<TurnOutcome> {
  const { agent, loaded, site, database, until, stopped } = asking;
  const seconds = site.agent.replyTimeoutSeconds;
  const idleMs = Math.min(IDLE_MS, seconds * 500);
  const cut = new AbortController();
  const stop = () => cut.abort(stopped.reason);
  const cutAs = (message: string) => cut.abort(new AgentFault('timeout', message, { isPassing: true }));
  const total = setTimeout(
    () => cutAs(`The assistant did not answer within ${seconds} seconds.`),
    until - Date.now(),
  );
  let idle: NodeJS.Timeout | undefined;
  stopped.addEventListener('abort', stop);
  if (stopped.aborted) stop();
  const parts = agent.reply(toAgentTurn(loaded, site, database, cut.signal))[Symbol.asyncIterator]();
  const gathering = new Gathering(asking);
  try {
    const never = rejectWhen(cut.signal);
    for (;;) {
      const { done, value } = await Promise.race([parts.next(), never]);
      if (done) return gathering.outcome();
      gathering.take(value);
      clearTimeout(idle);
      idle = setTimeout(
        () =>
          cutAs(
            `The assistant stopped in the middle of its answer and was silent for ${idleMs / 1000} seconds.`,
          ),
        idleMs,
      );
    }
  } catch (error) {
    throw cut.signal.aborted && !(error instanceof AgentFault) ? cut.signal.reason : error;
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    stopped.removeEventListener('abort', stop);
    // Also lets go of an agent that failed; one that hangs is not waited for.
    cut.abort(OVER);
    void parts.return?.()?.catch(() => {});
  }
}

/** Puts the parts together into what the turn will store. */
class Gathering {
  private readonly result: TurnOutcome;
  private readonly asking: Asking;
  /** A second message's pieces must not run into the first on the visitor's screen. */
  private separator = '';

  constructor(asking: Asking) {
    const { loaded, site } = asking;
    this.asking = asking;
    this.result = {
      replies: [],
      values: {},
      completed: false,
      isCollecting: false,
      wantsPerson: false,
      state: loaded.state,
      agent: agentIdentity(site),
    };
  }

  take(part: AgentPart): void {
    const { result, asking } = this;
    if (part.type === 'delta') {
      asking.onDelta(this.separator + part.text);
      this.separator = '';
    } else if (part.type === 'lead') Object.assign(result.values, cleaned(part.values));
    else if (part.type === 'completed') result.completed = true;
    else if (part.type === 'state') result.state = part.state;
    else if (part.type === 'handover') result.wantsPerson = true;
    else if (part.type === 'trace') result.trace = addTrace(result.trace, part.trace);
    else this.takeMessage(part);
  }

  private takeMessage({ text, choices, knowledge }: AgentPart & { type: 'message' }): void {
    const kept = cutText(text, TEXT_MAX);
    if (!kept.trim()) return;
    this.result.replies.push({
      text: kept,
      choices: choices?.map(cleanText),
      details: knowledge && { knowledge },
    });
    this.separator = '\n\n';
  }

  outcome(): TurnOutcome {
    const { result, asking } = this;
    const { replies, trace, wantsPerson } = result;
    if (wantsPerson && replies.length === 0) {
      const { willTellTeam } = textsFor(asking.site.locale, asking.loaded.session.locale);
      replies.push({ text: willTellTeam });
    }
    const last = replies.at(-1);
    if (!last) throw new AgentFault('empty', 'The assistant’s answer was empty.', { trace });
    if (hasTrace(trace)) last.details = { ...last.details, trace };
    result.isCollecting = asking.agent.isCollecting(result.state);
    return result;
  }
}

/** An agent outside may send anything; what can't be stored would leave the visitor without an answer. */
const cleaned = (values: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value && cleanText(value)]));

function rejectWhen(signal: AbortSignal): Promise<never> {
  const rejected = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // It is also rejected after the answer is there, when nobody listens any more.
  rejected.catch(() => {});
  return rejected;
}
