/** A stranger who does not write to us but to Facebook, and a workflow in n8n that says again what strangers said to it. */
import { Type } from '@sinclair/typebox';
import type { AgentTrace } from '../../../backend/agents/agent.ts';
import type { Result } from '../../../backend/agents/n8n/structured.ts';
import { MessengerEvent } from '../../../backend/integrations/messenger/schema.ts';
import { type FakeGraph, tellParlour } from '../fakes/graph.ts';
import type { TestParlour } from '../parlour.ts';
import { until } from '../until.ts';
import { fill, type Writer } from './strangers.ts';

const PAGE = '90001';
const SECRET = 'only for signing';

/** What Facebook sends besides: nothing of it is read, so nothing of it may be seen. */
const Attached = Type.Object({
  type: Type.Literal('fallback'),
  title: Type.String(),
  url: Type.String(),
  payload: Type.Object({ title: Type.String(), url: Type.String() }),
});

/**
 * Every field of an event, in each of the ways in which it counts.
 * @returns the conversations that came of it
 */
export async function writeOnMessenger(
  parlour: TestParlour,
  graph: FakeGraph,
  write: Writer,
): Promise<string[]> {
  graph.profile = {
    first_name: write('Messenger first_name', 50),
    last_name: write('Messenger last_name', 50),
  };
  const messenger = {
    pageId: PAGE,
    pageToken: 'token',
    appSecret: SECRET,
    verifyToken: 'v',
    graphUrl: graph.url,
  };
  const site = await parlour.createSite({ name: 'On Facebook', integrations: { messenger } } as never);
  const { message, postback, referral } = MessengerEvent.properties;
  let number = 0;
  const tell = async (person: string, event: object, from = person) => {
    const to = from === PAGE ? person : PAGE;
    const timestamp = Date.now();
    const status = await tellParlour(parlour.url, SECRET, PAGE, [
      { sender: { id: from }, recipient: { id: to }, timestamp, ...event },
    ]);
    if (status !== 200) throw new Error(`Facebook was answered ${status}`);
  };
  /** A part of an event, filled; `more` as in `fill`. */
  const part = (name: string, schema: Parameters<typeof fill>[0], more: Record<string, unknown> = {}) => {
    const given = { mid: `m_${++number}`, is_echo: false, metadata: undefined, ...more };
    return fill(schema, (path, max) => write(`Messenger ${name}.${path}`, Math.min(max, 2_000)), given);
  };
  const attachments = [
    fill(Attached, (path, max) => write(`Messenger attachment.${path}`, Math.min(max, 500))),
  ];

  await tell('1', { message: part('message', message, { attachments, referral: undefined }) });
  await tell('1', { referral: part('referral', referral) });
  await tell('1', { postback: part('postback', postback, { referral: undefined }) });
  await tell(
    '1',
    { message: part('echo', message, { attachments, is_echo: true, referral: undefined }) },
    PAGE,
  );
  await tell('2', { postback: part('button', postback, { title: undefined }) });
  await tell('3', { message: part('message with', message, { attachments: undefined }) });

  const found = () => parlour.database('chat_sessions').where({ siteId: site.id, channel: 'messenger' });
  const said = () =>
    parlour
      .database('messages as m')
      .join('chat_sessions as s', 's.id', 'm.sessionId')
      .where('s.siteId', site.id);
  const named = () => parlour.database('leads').where({ siteId: site.id }).whereNotNull('name');
  await until(
    async () =>
      (await said().whereIn('m.role', ['visitor', 'staff'])).length === 5 && (await named()).length === 3,
    'what was said at Facebook',
  );
  return (await found().orderBy('externalId')).map(({ id }) => id as string);
}

type Named = Omit<Result, 'text' | 'problem' | 'trace'> &
  Pick<Required<AgentTrace>, 'execution' | 'workflow'>;

/** All that is read of a workflow's answer: one more that is read needs its words here. */
export function answerOfWorkflow(write: Writer): { output: string } & Record<keyof Named, unknown> {
  const say = (name: string, max: number) => write(`n8n ${name}`, max);
  return {
    output: say('output', 3_000),
    choices: [1, 2, 3].map((number) => say(`choices ${number}`, 100)),
    lead: { name: say('lead.name', 200), company: say('lead.company', 200), wish: say('lead.wish', 2_000) },
    handover: { reason: say('handover.reason', 300) },
    completed: false,
    execution: { id: say('execution.id', 200), url: `https://evil.example/${say('execution.url', 200)}` },
    workflow: { id: say('workflow.id', 200), name: say('workflow.name', 200) },
  };
}
