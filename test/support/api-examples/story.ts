/** Who takes part in the examples, and the servers that stand for vendors. */
import type { ApiExamples } from '../../../backend/http/contract/examples.ts';
import { signInAgent } from '../agent.ts';
import { type FakeGraph, startFakeGraph } from '../fakes/graph.ts';
import { FakeModel } from '../fakes/model.ts';
import { FakeMonday } from '../fakes/monday.ts';
import { type FakeReceiver, startFakeReceiver } from '../fakes/receiver.ts';
import { FakeResend } from '../fakes/resend.ts';
import { startTestParlour, type TestParlour } from '../parlour.ts';
import { tellOfConversations } from './conversations.ts';
import { tellOfErrors } from './errors.ts';
import { tellOfFigures, tellOfSamples } from './figures.ts';
import { tellOfIntegrations } from './integrations.ts';
import { tellOfPeople } from './people.ts';
import { type Caller, Recorder } from './recorder.ts';
import { tellOfReplays } from './replays.ts';
import { tellOfSites } from './sites.ts';
import { tellOfVisitors } from './visitors.ts';

export interface Story {
  api: Recorder;
  parlour: TestParlour;
  nobody: Caller;
  admin: Caller;
  agent: Caller;
  /** An automation that may do everything an automation can. */
  key: Caller;
  vendors: Vendors;
  /** A conversation that became a lead; the visitor's chapter makes it. */
  talk: { id: string; visitor: Caller };
}

export interface Vendors {
  receiver: FakeReceiver;
  monday: FakeMonday;
  graph: FakeGraph;
  model: FakeModel;
  resend: FakeResend;
}

export interface Told {
  examples: ApiExamples;
  errors: ApiExamples;
  webhooks: Record<string, unknown>;
  parlour: TestParlour;
  stop(): Promise<void>;
}

const ALL = ['sessions:read', 'sessions:write', 'leads:write', 'errors:write', 'stats:read', 'privacy'];

/** Plays everything once, each chapter on what those before it have left. */
export async function tellStory(): Promise<Told> {
  const vendors: Vendors = {
    receiver: await startFakeReceiver(),
    monday: await FakeMonday.start(),
    graph: await startFakeGraph(),
    model: await FakeModel.start(),
    resend: await FakeResend.start(),
  };
  const parlour = await startTestParlour(vendors.resend.environment);
  const stop = async () => {
    await parlour.stop();
    await Promise.all(Object.values(vendors).map((vendor) => vendor.stop()));
  };
  try {
    const api = new Recorder(parlour, [
      [vendors.receiver.url, 'https://n8n.example'],
      [vendors.monday.url, 'https://api.monday.example/v2'],
      [vendors.graph.url, 'https://graph.example'],
      [vendors.model.origin, 'https://model.example'],
      ['landing.example', 'lindenhof.example'],
    ]);
    const { cookie, ...from } = parlour.admin.headers as { cookie: string; origin: string };
    const story: Story = {
      api,
      parlour,
      vendors,
      nobody: from,
      admin: { cookie, ...from },
      agent: (await signInAgent(parlour)).headers,
      key: {},
      talk: { id: '', visitor: {} },
    };
    const made = await api.call<{ key: string }>(story.admin, 'POST /api/v1/api-keys', {
      title: 'A key for an n8n workflow',
      body: { name: 'n8n', scopes: ALL },
    });
    story.key = { authorization: `Bearer ${made.key}` };
    for (const tell of [tellOfSites, tellOfVisitors, tellOfConversations, tellOfReplays, tellOfIntegrations])
      await tell(story);
    await tellOfFigures(story);
    await Promise.all([tellOfPeople(story), tellOfSamples(story)]);
    await tellOfErrors(story);
    return { examples: api.examples, errors: api.errors, webhooks: api.webhooks, parlour, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
