/** Every kind of agent by name. */
import type { Agent } from './agent.ts';
import { guidedAgent } from './guided/index.ts';

const AGENTS: Record<string, Agent> = { guided: guidedAgent };

/** @throws Error when this kind is not available */
export function agentFor(kind: string): Agent {
  const agent = AGENTS[kind];
  if (!agent) throw new Error(`there is no agent of kind ${kind}`);
  return agent;
}
