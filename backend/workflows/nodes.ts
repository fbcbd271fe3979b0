/**
 * The n8n nodes our workflows are made of, in versions that n8n 2.x has: it refuses unknown ones when a workflow is
 * published. Credentials are chosen in n8n; none is ever inside.
 */
import { randomUUID } from 'node:crypto';
import type { N8nNode, N8nWorkflow } from './schema.ts';

export const CHAT = 'When chat message received';

export const TYPES = {
  chatTrigger: ['@n8n/n8n-nodes-langchain.chatTrigger', 1.5],
  agent: ['@n8n/n8n-nodes-langchain.agent', 3.1],
  model: ['@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2],
  memory: ['@n8n/n8n-nodes-langchain.memoryBufferWindow', 1.3],
  httpRequest: ['n8n-nodes-base.httpRequest', 4.5],
  httpTool: ['n8n-nodes-base.httpRequestTool', 4.5],
  webhook: ['n8n-nodes-base.webhook', 2],
  respond: ['n8n-nodes-base.respondToWebhook', 1.1],
  set: ['n8n-nodes-base.set', 3.4],
  code: ['n8n-nodes-base.code', 2],
  errorTrigger: ['n8n-nodes-base.errorTrigger', 1],
} as const;

/** A node of its own id; `more` may carry what is not a parameter (notes, retries). */
export function node(
  kind: keyof typeof TYPES,
  name: string,
  position: [number, number],
  parameters: Record<string, unknown> = {},
  more: Partial<N8nNode> = {},
): N8nNode {
  const [type, typeVersion] = TYPES[kind];
  return { id: randomUUID(), name, type, typeVersion, position, parameters, ...more };
}

/** The trigger that visitors' messages come in by. Its id is new each time: two workflows can't share an address. */
export function chatTrigger(responseMode: 'streaming' | 'lastNode'): N8nNode {
  const parameters = { public: true, mode: 'webhook', authentication: 'none', options: { responseMode } };
  return node('chatTrigger', CHAT, [0, 0], parameters, { webhookId: randomUUID() });
}

/** Parameters of a call to our API; the key is a Header Auth credential that is chosen in n8n. */
export function apiCall(method: 'GET' | 'POST' | 'PUT', url: string, jsonBody?: string) {
  return {
    method,
    url,
    authentication: 'genericCredentialType',
    genericAuthType: 'httpHeaderAuth',
    ...(jsonBody && { sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody }),
    options: {},
  };
}

/** @param arrows `[from, to]`, or `[from, to, what flows]` for what is attached to an AI agent */
export function workflow(
  name: string,
  nodes: N8nNode[],
  arrows: Array<[N8nNode, N8nNode, string?]>,
): N8nWorkflow {
  const connections: N8nWorkflow['connections'] = {};
  for (const [from, to, type = 'main'] of arrows) {
    connections[from.name] ??= {};
    const flows = connections[from.name]!;
    flows[type] ??= [[]];
    flows[type][0]!.push({ node: to.name, type, index: 0 });
  }
  return { name, nodes, connections, settings: { executionOrder: 'v1' }, pinData: {} };
}
