import { guidedAgent } from '../agents/guided/index.ts';
import { plainGreeting } from '../agents/plain-greeting.ts';
import type { Site } from '../models/site.ts';
import { toAgentSite } from './load-turn.ts';

export interface Greeting {
  text: string;
  choices?: string[];
  /** What the agent begins with. */
  state: unknown;
}

/** The first message of a conversation: the site's own words, or the agent's. */
export function greetingOf(site: Site, locale: string | null): Greeting {
  if (site.agent.kind === 'guided') return guidedAgent.greet(toAgentSite(site), locale);
  return { text: plainGreeting(toAgentSite(site), locale), state: null };
}
