/**
 * Ready n8n workflows, filled with this installation's address and a site's settings.
 */
import { type Static, Type } from '@sinclair/typebox';

export const WorkflowInfo = Type.Object({
  name: Type.String({ description: 'Download it as /workflows/<name>.json' }),
  title: Type.String(),
  text: Type.String(),
  steps: Type.Array(Type.String(), { description: 'From the file to a running workflow' }),
});
export const WorkflowList = Type.Object({ items: Type.Array(WorkflowInfo) });
export type WorkflowList = Static<typeof WorkflowList>;

export const N8nNode = Type.Object({
  id: Type.String(),
  name: Type.String(),
  type: Type.String(),
  typeVersion: Type.Number(),
  position: Type.Tuple([Type.Number(), Type.Number()]),
  parameters: Type.Record(Type.String(), Type.Unknown()),
  webhookId: Type.Optional(Type.String()),
  notes: Type.Optional(Type.String()),
  retryOnFail: Type.Optional(Type.Boolean()),
  maxTries: Type.Optional(Type.Integer()),
  waitBetweenTries: Type.Optional(Type.Integer()),
});
export type N8nNode = Static<typeof N8nNode>;

/** By the name of the node an arrow starts at, then by what flows, then by output. */
const Connections = Type.Record(
  Type.String(),
  Type.Record(
    Type.String(),
    Type.Array(Type.Array(Type.Object({ node: Type.String(), type: Type.String(), index: Type.Integer() }))),
  ),
);

/** As n8n's "Import from file" reads it. */
export const N8nWorkflow = Type.Object({
  name: Type.String(),
  nodes: Type.Array(N8nNode),
  connections: Connections,
  settings: Type.Object({ executionOrder: Type.String() }),
  pinData: Type.Object({}),
});
export type N8nWorkflow = Static<typeof N8nWorkflow>;
