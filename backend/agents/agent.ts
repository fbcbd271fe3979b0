/**
 * The one interface of everything that answers a visitor. An agent reads a turn and yields parts; it stores nothing
 * itself. `conversation/` stores what it yields, in one transaction at the end of the turn, so a turn that breaks off
 * leaves no half reply behind.
 */
import type { KnowledgeUse } from '../knowledge/schema.ts';
import type { LeadField } from '../sites/schema.ts';

/** What is known about the lead, by lead field name: `{name: "Ana", email: "ana@acme.com", budget: "5k"}`. */
export type LeadValues = Readonly<Record<string, string>>;

export interface TurnSite {
  id: string;
  key: string;
  name: string;
  /** BCP 47, such as `en` or `de-AT`. */
  locale: string;
  greeting: string;
  fields: readonly LeadField[];
  agent: Readonly<Record<string, unknown>>;
}

export interface HistoryMessage {
  role: 'visitor' | 'assistant' | 'staff' | 'system';
  text: string;
}

export interface KnowledgeHit {
  /** Of the pair, or of the page the passage is from. */
  id: string;
  /** A question with its answer, or a passage of a page. */
  kind: 'answer' | 'page';
  /** The pair's question; for a passage the page's title and the headings above it. */
  question: string;
  answer: string;
  /** ts_rank of the hit; only comparable within one search. */
  rank: number;
  /** Which words of the question it was found by. */
  words: string[];
}

export interface Turn {
  site: TurnSite;
  session: {
    /** What a vendor's memory is keyed by. A trial has an id of its own, which no conversation has. */
    id: string;
    pageUrl: string | null;
    pageTitle: string | null;
    locale: string | null;
    completed: boolean;
  };
  lead: LeadValues;
  /** Oldest first, without the messages being answered. */
  history: readonly HistoryMessage[];
  /** What the visitor said since the last reply; several messages when they wrote on while an answer was being made. */
  said: readonly string[];
  /** What this agent yielded as `state` at the end of the last turn; null at the first. JSON. */
  state: unknown;
  /** Best entries first; empty when nothing fits. */
  searchKnowledge(question: string): Promise<KnowledgeHit[]>;
  /** A replay or a try-out: nothing may reach beyond this turn, and whoever is asked is told so. */
  isTrial: boolean;
  /** When it was said, where that is not now: a replay of last week's "by Friday" means last week's Friday. */
  at?: Date;
  /** Aborted when the site's reply timeout has passed, or a person takes the conversation over. */
  signal: AbortSignal;
}

export type AgentPart =
  /** A piece of the message being written, to show at once. */
  | { type: 'delta'; text: string }
  /** A finished message. Its text is the whole text, deltas included. */
  | { type: 'message'; text: string; choices?: string[]; knowledge?: KnowledgeUse[] }
  /** Details learned, already checked; null forgets one. */
  | { type: 'lead'; values: Record<string, string | null> }
  /** The agent has all it will ask for. */
  | { type: 'completed' }
  /** The visitor wants, or needs, a person. */
  | { type: 'handover'; reason?: string }
  /** How the reply came about, for staff; later traces of a turn add to earlier ones. */
  | { type: 'trace'; trace: AgentTrace }
  | { type: 'state'; state: unknown };

export interface AgentTrace {
  /** As the vendor named it in its answer. */
  model?: string;
  tokens?: { input: number; output: number };
  /** In the currency of the site's price settings. */
  cost?: number;
  /** The run at the vendor, with a link staff can open. */
  execution?: { id?: string; url?: string };
  workflow?: { id?: string; name?: string };
  /** Names of the tools that were used, in order. */
  tools?: string[];
}

/** What kind of thing went wrong; the visitor sees the same fallback for all of them. */
export type FaultCode =
  | 'not_set_up'
  | 'unreachable'
  | 'timeout'
  | 'refused'
  | 'not_found'
  | 'server_error'
  | 'empty'
  | 'not_a_reply'
  | 'cut_off'
  | 'rate_limited'
  | 'limit_reached'
  | 'not_finished';

/**
 * An agent that can't answer says why by throwing this. The message is for staff, in plain words with what to do; it
 * holds no secret and nothing the visitor wrote.
 */
export class AgentFault extends Error {
  readonly code: FaultCode;
  /** Whether the same turn may go well a little later. */
  readonly isPassing: boolean;
  readonly trace: AgentTrace;
  /** The step of the workflow that failed. */
  readonly node?: string;
  /** HTTP status, where there was one. */
  readonly status?: number;

  constructor(
    code: FaultCode,
    message: string,
    more: { isPassing?: boolean; trace?: AgentTrace; node?: string; status?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'AgentFault';
    this.code = code;
    this.isPassing = more.isPassing ?? false;
    this.trace = more.trace ?? {};
    this.node = more.node;
    this.status = more.status;
  }
}

export interface Agent {
  /** The first message of a conversation and the state to begin with. */
  greet(site: TurnSite, locale: string | null): { text: string; choices?: string[]; state: unknown };
  reply(turn: Turn): AsyncIterable<AgentPart>;
  /**
   * True while the agent still means to ask for more. Completion by "all required fields are there" waits for it,
   * so that a lead is not sent on half-told.
   */
  isCollecting(state: unknown): boolean;
}
