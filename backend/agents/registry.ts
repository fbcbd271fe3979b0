/** Every kind of agent by name. */

import type { Database } from '../db/knex.ts';
import type { Outgoing } from '../http/outgoing.ts';
import type { Keys } from '../keys.ts';
import { type Agent, AgentFault } from './agent.ts';
import { guidedAgent } from './guided/index.ts';
import { createN8nAgent } from './n8n/index.ts';
import { createOpenaiAgent } from './openai/index.ts';

export interface AgentDeps {
  database: Database;
  /** The only way out to a vendor. */
  outgoing: Outgoing;
  /** Opens the secrets that stand sealed in a site's settings (sites/secrets). */
  secretKey: Keys;
  /** Where Parlour is reached from outside, without a trailing slash. */
  publicUrl: string;
}

export interface Agents {
  /** @throws AgentFault when this kind is not available */
  of(kind: string): Agent;
}

export function createAgents(deps: AgentDeps): Agents {
  const agents: Record<string, Agent> = {
    guided: guidedAgent,
    n8n: createN8nAgent(deps),
    openai: createOpenaiAgent(deps),
  };
  return {
    of(kind) {
      const agent = agents[kind];
      if (!agent) throw new AgentFault('not_set_up', `There is no assistant of the kind "${kind}".`);
      return agent;
    },
  };
}
