/**
 * One conversation again, turn by turn, against the assistant as it is now. It lives in memory alone: the history is
 * made of the new replies, the lead of what was learned from them, and the assistant is told that it is a trial.
 */
import { uuidv7 } from 'uuidv7';
import type { Agent, HistoryMessage } from '../agents/agent.ts';
import type { Agents } from '../agents/registry.ts';
import { askAgent } from '../conversation/ask-agent.ts';
import { decideCompletion } from '../conversation/completion.ts';
import { asFault } from '../conversation/faults.ts';
import type { TurnOutcome } from '../conversation/finish-turn.ts';
import { greetingOf } from '../conversation/greeting.ts';
import type { TurnToAnswer } from '../conversation/load-turn.ts';
import type { Database } from '../db/knex.ts';
import { LEAD_COLUMNS } from '../leads/values.ts';
import { Lead } from '../models/lead.ts';
import type { Site } from '../models/site.ts';
import type { PlayedTurn, Script, ScriptTurn } from './schema.ts';

export interface PlayDeps {
  database: Database;
  agents: Agents;
}

export interface Played {
  lead: Record<string, string>;
  /** Why it ended before the last turn. */
  fault: string | null;
}

/** An agent that could not answer for a passing reason is asked once more, as in a real conversation. */
const TRIES = 2;

/**
 * @param onTurn is waited for after each turn, the greeting first
 * @throws the signal's reason when it is aborted
 */
export async function playScript(
  deps: PlayDeps,
  site: Site,
  script: Script,
  signal: AbortSignal,
  onTurn: (turn: PlayedTurn) => Promise<void>,
): Promise<Played> {
  const greeting = greetingOf(site, script.session.locale);
  const talk = new Talk(deps, site, script, greeting.state);
  talk.history.push({ role: 'assistant', text: greeting.text });
  if (script.greeting !== null)
    await onTurn({ said: [], old: [script.greeting], new: [greeting.text], learned: {}, ms: 0 });
  for (const turn of script.turns) {
    const played = await talk.play(turn, signal);
    await onTurn(played);
    if (played.fault) return { lead: talk.lead, fault: played.fault.message };
  }
  return { lead: withValues(talk.lead, script.given), fault: null };
}

class Talk {
  readonly history: HistoryMessage[] = [];
  lead: Record<string, string> = {};
  private completed = false;
  /** What a vendor's memory is keyed by: no conversation has it, and what n8n remembers of it is none (ingest). */
  private readonly id = `trial-${uuidv7()}`;

  constructor(
    private readonly deps: PlayDeps,
    private readonly site: Site,
    private readonly script: Script,
    private state: unknown,
  ) {}

  async play(turn: ScriptTurn, signal: AbortSignal): Promise<PlayedTurn> {
    const begun = Date.now();
    this.history.push(...turn.between);
    this.lead = withValues(this.lead, turn.given);
    const { said, replies: old } = turn;
    try {
      const outcome = await this.ask(turn, signal);
      const { replies, values, state } = outcome;
      this.lead = withValues(this.lead, values);
      this.state = state;
      this.completed ||= this.isCompletedBy(outcome);
      const texts = replies.map(({ text }) => text);
      this.history.push(...said.map((text) => ({ role: 'visitor' as const, text })));
      this.history.push(...texts.map((text) => ({ role: 'assistant' as const, text })));
      return { said, old, new: texts, learned: values, ms: Date.now() - begun };
    } catch (error) {
      signal.throwIfAborted();
      const { code, message } = asFault(error);
      return { said, old, new: [], learned: {}, fault: { code, message }, ms: Date.now() - begun };
    }
  }

  private async ask(turn: ScriptTurn, stopped: AbortSignal): Promise<TurnOutcome> {
    const { site, deps } = this;
    const until = Date.now() + site.agent.replyTimeoutSeconds * 1000;
    for (let tries = 1; ; tries++) {
      try {
        const agent = asTrial(deps.agents.of(site.agent.kind), new Date(turn.at));
        const loaded = this.load(turn);
        return await askAgent({ agent, loaded, site, database: deps.database, until, stopped, onDelta() {} });
      } catch (error) {
        const { isPassing, code } = asFault(error);
        if (stopped.aborted || tries === TRIES || !isPassing || code === 'timeout') throw error;
      }
    }
  }

  private load(turn: ScriptTurn): TurnToAnswer {
    const { history, lead, state, completed, site, script } = this;
    return {
      ...{ siteId: site.id, upTo: 0, isOwed: false, tries: 1, wantsPerson: false },
      ...{ said: turn.said, history: [...history], lead, state },
      session: { id: this.id, ...script.session, completed },
    };
  }

  private isCompletedBy({ completed, isCollecting }: TurnOutcome): boolean {
    const { lead, site } = this;
    const columns = LEAD_COLUMNS.map((name) => [name, lead[name] ?? null]);
    return (
      decideCompletion({
        reported: completed ? 'agent' : undefined,
        fields: site.lead.fields,
        lead: Object.assign(new Lead(), Object.fromEntries(columns), { custom: lead }),
        agentIsCollecting: isCollecting,
      }) !== null
    );
  }
}

/** The same agent, told that this is a trial and what day it was. */
function asTrial(agent: Agent, at: Date): Agent {
  return { ...agent, reply: (turn) => agent.reply({ ...turn, isTrial: true, at }) };
}

function withValues(
  known: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const lead = { ...known };
  for (const [field, value] of Object.entries(values)) {
    if (value) lead[field] = value;
    else delete lead[field];
  }
  return lead;
}
