import type { AgentTrace } from '../agents/agent.ts';

const TOOLS_MAX = 50;

/** How the reply came about so far, and one more piece of it: what is counted adds up, the rest is the newest. */
export function addTrace(
  before: AgentTrace | undefined,
  { tokens, cost, tools, ...newest }: AgentTrace,
): AgentTrace {
  const all: AgentTrace = { ...before, ...newest };
  if (tokens)
    all.tokens = {
      input: (before?.tokens?.input ?? 0) + tokens.input,
      output: (before?.tokens?.output ?? 0) + tokens.output,
    };
  if (cost !== undefined) all.cost = (before?.cost ?? 0) + cost;
  if (tools?.length) all.tools = [...(before?.tools ?? []), ...tools].slice(0, TOOLS_MAX);
  return all;
}

export const hasTrace = (trace: AgentTrace | undefined): trace is AgentTrace =>
  trace !== undefined && Object.keys(trace).length > 0;
