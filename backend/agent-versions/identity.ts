import type { Site } from '../models/site.ts';
import type { AgentIdentity } from './schema.ts';

/**
 * Who answers on this site right now; stored with each of the assistant's messages. Read from the row of the site
 * alone, which the hot path has anyway.
 */
export function agentIdentity(site: Pick<Site, 'agent' | 'agentVersion' | 'agentHash'>): AgentIdentity {
  const { kind, openai, n8n } = site.agent;
  const model = kind === 'openai' ? openai?.model : undefined;
  const workflow = kind === 'n8n' ? withoutQuery(n8n?.url) : undefined;
  return {
    kind,
    version: site.agentVersion,
    hash: site.agentHash,
    ...(model && { model }),
    ...(workflow && { workflow }),
  };
}

/** What stands behind ? may be a key. */
function withoutQuery(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Of what stands in a message's row, what staff may see. */
export function presentIdentity(stored: Record<string, unknown>): AgentIdentity | undefined {
  const { kind, version, hash, model, workflow } = stored as Partial<AgentIdentity>;
  if (!kind) return undefined;
  return {
    kind,
    ...(version && { version }),
    ...(hash && { hash }),
    ...(model && { model }),
    ...(workflow && { workflow }),
  };
}
