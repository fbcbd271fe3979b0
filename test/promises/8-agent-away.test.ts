import { expect } from 'chai';
import type { SessionDetail } from '../../backend/sessions/schema.ts';
import { FakeN8n } from '../support/fakes/n8n.ts';
import { rounds, timeFor } from '../support/faults/rounds.ts';
import { type Fault, TcpProxy } from '../support/faults/tcp-proxy.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';

const FALLBACK = 'I can’t answer right now. Please leave your e-mail.';

/** What lies between Parlour and the agent fails; what the agent itself gets wrong is in conversation/failing-agent. */
const FAULTS: Record<string, Fault> = {
  'nobody listens': { kind: 'refuse' },
  'connections are reset': { kind: 'reset' },
  'the answer is cut in the middle': { kind: 'cut', afterBytes: 900 },
  'everything is swallowed': { kind: 'blackHole' },
  'the answer drips': { kind: 'drip', bytesPerSecond: 40 },
};

describe('the way to the agent fails (promise 8)', function () {
  this.timeout(timeFor(15_000));
  let parlour: TestParlour;
  let n8n: FakeN8n;
  const proxies: TcpProxy[] = [];
  /** Of each fault that was met: whether half a reply was kept. */
  const met: boolean[] = [];
  let slowest = 0;
  before(async () => {
    n8n = await FakeN8n.start();
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
  });
  after(async () => {
    await parlour?.stop();
    for (const proxy of proxies) await proxy.stop();
    await n8n?.stop();
  });

  it('the visitor is told so and can leave details; nothing half is stored, staff see the fault', async () => {
    n8n.reset({ mode: 'lastNode', text: 'A long answer. '.repeat(100) });
    // Side by side: each waits for its site's time.
    for (let round = 0; round < rounds(1); round++)
      await Promise.all(Object.entries(FAULTS).map(([name, fault]) => meet(name, fault)));
    measured(
      8,
      counted`${met.length} faults on the way to the agent, ${met.filter((isHalf) => isHalf).length} half replies kept, told within ${slowest} s`,
    );
  });

  async function meet(name: string, fault: Fault): Promise<void> {
    const proxy = await TcpProxy.start(n8n.url);
    proxies.push(proxy);
    const agent = {
      ...{ kind: 'n8n', fallbackText: FALLBACK, replyTimeoutSeconds: 5 },
      n8n: { url: proxy.through(n8n.url) },
    };
    const site = await parlour.createSite({ name, agent } as never);
    await proxy.set(fault);
    const visitor = await VisitorClient.start(parlour.url, site.key);
    const asked = performance.now();
    const { messages } = await visitor.say('What does it cost?');
    slowest = Math.max(slowest, (performance.now() - asked) / 1000);
    expect(
      messages.slice(1).map(({ text }) => text),
      name,
    ).to.deep.equal([FALLBACK]);
    const lead = await visitor.call('/session/lead', { method: 'PUT', json: { email: 'ana@acme.example' } });
    expect(lead.status, name).to.equal(200);
    const detail = await parlour.admin.get<SessionDetail>(`/api/v1/sessions/${visitor.sessionId}`);
    const isHalf = JSON.stringify(detail.messages).includes('A long answer');
    expect(isHalf, name).to.equal(false);
    met.push(isHalf);
    expect(detail.incidents, name).to.have.length(1);
    expect(detail.incidents[0], name).to.include({ messageSeq: 2, status: 'open' });
  }
});
