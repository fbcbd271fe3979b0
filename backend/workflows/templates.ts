/**
 * The workflows we give away, by name. Each is made anew for every download, with ids and addresses of its own.
 */
import { randomUUID } from 'node:crypto';
import type { LeadField } from '../sites/schema.ts';
import { chatAgent } from './chat-agent.ts';
import { apiCall, CHAT, chatTrigger, node, workflow } from './nodes.ts';
import type { N8nWorkflow, WorkflowList } from './schema.ts';

export interface TemplateSite {
  key: string;
  name: string;
  fields: readonly LeadField[];
  /** Where n8n reaches Parlour. */
  publicUrl: string;
}

type Info = WorkflowList['items'][number];

const IMPORT = 'In n8n, make a new workflow and choose “Import from file” in its menu.';
const KEY_STEP = (scopes: string) =>
  `add a Header Auth credential: name Authorization, value “Bearer ” and an API key of Parlour with ${scopes}.`;
const USE_ADDRESS = 'Publish it, open its first node, and copy the Chat URL into the address above.';

const TEMPLATES: ReadonlyArray<Info & { build: (site: TemplateSite) => N8nWorkflow }> = [
  {
    name: 'chat-without-model',
    title: 'Chat without a model',
    text: 'Asks for an e-mail address by plain rules. Runs at once, without any account: good for a first try.',
    steps: [IMPORT, USE_ADDRESS, 'Press the test button.'],
    build: chatWithoutModel,
  },
  {
    name: 'chat-agent',
    title: 'Chat with a model',
    text: 'Talks freely, knows the visitor’s earlier conversations, saves details and ends the conversation by itself.',
    steps: [
      IMPORT,
      `Choose an account in “Chat Model”. In the three tools ${KEY_STEP('sessions:read, sessions:write and leads:write')}`,
      USE_ADDRESS,
    ],
    build: chatAgent,
  },
  {
    name: 'completed-lead',
    title: 'Completed lead',
    text: 'Takes the webhook of a completed lead apart, ready for your own steps: a CRM, a table, a message to the team.',
    steps: [
      IMPORT,
      'Put your steps between “Lead” and “Respond”.',
      'Publish it, and enter the production URL of its first node as the webhook of this site, under Integrations.',
      'To let nobody else in, choose Header Auth in its first node, with the header and value that you enter there.',
    ],
    build: completedLead,
  },
  {
    name: 'error-reporter',
    title: 'Error reporter',
    text: 'Tells Parlour when one of your workflows fails, so that it stands beside the conversation it broke.',
    steps: [
      IMPORT,
      `In “Report to Parlour” ${KEY_STEP('errors:write')} Then publish it.`,
      'In the settings of your other workflows, choose it as the error workflow.',
    ],
    build: errorReporter,
  },
];

export const workflowList: Info[] = TEMPLATES.map(({ build: _, ...info }) => info);

/** undefined when there is none of this name */
export function buildWorkflow(name: string, site: TemplateSite): N8nWorkflow | undefined {
  return TEMPLATES.find((template) => template.name === name)?.build(site);
}

function chatWithoutModel({ name }: TemplateSite): N8nWorkflow {
  const trigger = chatTrigger('lastNode');
  const reply = node(
    'code',
    'Reply',
    [260, 0],
    { jsCode: REPLY_CODE },
    { notes: 'output is what the visitor reads. lead and completed are for Parlour.' },
  );
  return workflow(`Parlour chat without a model: ${name}`, [trigger, reply], [[trigger, reply]]);
}

const REPLY_CODE = `// What came in: chatInput, sessionId, and metadata with page, lead so far and more.
const { chatInput, metadata } = $('${CHAT}').first().json;
const known = metadata?.lead ?? {};
const written = String(chatInput).match(/[^\\s@<>]+@[^\\s@<>]+\\.[a-z]{2,}/i)?.[0];

let output = 'Thank you. Where can the team reach you by e-mail?';
if (written) output = 'Thank you. The team will write to you soon. Is there anything else they should know?';
else if (known.email) output = 'Thank you, I have passed this on to the team.';

return [
  {
    json: {
      output,
      ...(written ? { lead: { email: written }, completed: true } : {}),
      // With these, an error in Parlour links to this very run.
      execution: { id: $execution.id },
      workflow: { id: $workflow.id, name: $workflow.name },
    },
  },
];
`;

function completedLead({ name, key }: TemplateSite): N8nWorkflow {
  const webhookId = randomUUID();
  const trigger = node(
    'webhook',
    'Completed lead',
    [0, 0],
    { httpMethod: 'POST', path: `parlour-lead-${webhookId}`, responseMode: 'responseNode', options: {} },
    { webhookId },
  );
  const field = (fieldName: string, value: string) => ({
    id: randomUUID(),
    name: fieldName,
    type: 'string',
    value: `={{ ${value} }}`,
  });
  const lead = "$('Completed lead').first().json.body.data";
  const parts = node(
    'set',
    'Lead',
    [240, 0],
    {
      mode: 'manual',
      assignments: {
        assignments: [
          field('id', "$('Completed lead').first().json.headers['webhook-id']"),
          field('event', "$('Completed lead').first().json.body.type"),
          ...['name', 'email', 'phone', 'company'].map((column) =>
            field(column, `${lead}.lead?.${column} ?? ''`),
          ),
          field('conversation', `${lead}.session?.id ?? ''`),
        ],
      },
      includeOtherFields: false,
      options: {},
    },
    { notes: `From the site ${key}. A webhook may come twice: "id" is the same then.` },
  );
  const respond = node('respond', 'Respond', [480, 0], {
    respondWith: 'json',
    responseBody: '{ "ok": true }',
    options: {},
  });
  return workflow(
    `Parlour completed lead: ${name}`,
    [trigger, parts, respond],
    [
      [trigger, parts],
      [parts, respond],
    ],
  );
}

/** Without the failed request, which may hold customers' data and tokens. */
const ERROR_BODY = `={{ JSON.stringify({ ...$json, ...($json.execution ? { execution: { ...$json.execution, error: { ...$json.execution.error, context: undefined } } } : {}) }) }}`;

function errorReporter({ name, publicUrl }: TemplateSite): N8nWorkflow {
  const trigger = node('errorTrigger', 'A workflow failed', [0, 0]);
  const report = node(
    'httpRequest',
    'Report to Parlour',
    [240, 0],
    apiCall('POST', `${publicUrl}/api/v1/errors`, ERROR_BODY),
    { retryOnFail: true, maxTries: 5, waitBetweenTries: 5000 },
  );
  return workflow(`Parlour error reporter: ${name}`, [trigger, report], [[trigger, report]]);
}
