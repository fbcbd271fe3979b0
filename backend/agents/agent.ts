/**
 * The one interface of everything that answers a visitor. An agent reads a turn and yields parts; it stores nothing
 * itself. `conversation/` stores what it yields, in one transaction at the end of the turn, so a turn that breaks off
 * leaves no half reply behind.
 */
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
  question: string;
  answer: string;
  /** ts_rank of the hit; only comparable within one search. */
  rank: number;
}

export interface Turn {
  site: TurnSite;
  session: {
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
  /** Aborted when the site's reply timeout has passed. */
  signal: AbortSignal;
}

export type AgentPart =
  /** A piece of the message being written, to show at once. */
  | { type: 'delta'; text: string }
  /** A finished message. Its text is the whole text, deltas included. */
  | { type: 'message'; text: string; choices?: string[]; knowledge?: { question: string } }
  /** Details learned, already checked; null forgets one. */
  | { type: 'lead'; values: Record<string, string | null> }
  /** The agent has all it will ask for. */
  | { type: 'completed' }
  | { type: 'state'; state: unknown };

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
