import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { EventReader } from '../support/event-reader.ts';
import { FakeModel } from '../support/fakes/model.ts';
import { gate } from '../support/gate.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { findProxy } from '../support/parts.ts';
import { type FrontProxy, startProxy } from '../support/proxy-as-readme-says.ts';
import { VisitorClient } from '../support/visitor-client.ts';

/** An address of this machine that neither Parlour nor the proxy uses (RFC 1122: all of 127.0.0.0/8 is). */
const CALLER = '127.0.77.1';
const MIB = 1024 * 1024;

for (const name of ['nginx', 'caddy'] as const)
  describe(`behind ${name}, as README says`, () => {
    let parlour: TestParlour;
    let model: FakeModel;
    let proxy: FrontProxy;
    const program = findProxy(name);
    before(async function () {
      if (!program) {
        this.test!.title = `${name} is not installed: left out`;
        this.skip();
      }
      [parlour, model] = await Promise.all([startTestParlour({ TRUST_PROXY: '1' }), FakeModel.start()]);
      proxy = await startProxy(name, program!.path, parlour.url, CALLER);
    });
    after(async () => {
      await proxy?.stop();
      await Promise.all([parlour?.stop(), model?.stop()]);
    });

    it('an answer is read while it is still being made', async () => {
      const agent = {
        kind: 'openai',
        openai: { baseUrl: model.origin, model: 'small-1', apiKey: 'sk-test' },
      };
      const site = await parlour.createSite({ agent });
      const visitor = await VisitorClient.start(parlour.url, site.key);
      const rest = gate();
      model.next({
        text: 'First this, and then all the rest.',
        before: (index) => (index > 1 ? rest.wait : null),
      });
      const answer = await EventReader.open(
        `${proxy.url}/api/v1/visitor/session/messages`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${visitor.token}`,
            'content-type': 'application/json',
            accept: 'text/event-stream',
          },
          body: JSON.stringify({ id: randomUUID(), text: 'Hello' }),
        },
        proxy.ask,
      );
      await answer.find(({ event }) => event === 'delta');
      expect(answer.events.map(({ event }) => event)).not.to.include('done');
      rest.open();
      const events = await answer.end();
      expect(JSON.stringify(events)).to.include('First this, and then all the rest.');
    });

    it('Parlour knows who called, whatever the caller says about it', async () => {
      const started = await proxy.ask(`${proxy.url}/api/v1/visitor/sessions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': '203.0.113.9',
          'x-real-ip': '203.0.113.9',
          forwarded: 'for=203.0.113.9',
        },
        body: JSON.stringify({ siteKey: parlour.site.key, page: { url: 'https://landing.example/' } }),
      });
      const { session } = (await started.json()) as { session: { id: string } };
      const row = await parlour.database('chatSessions').where({ id: session.id }).first();
      expect(row.ipPrefix).to.equal('127.0.77.0/24');
    });

    it('what Parlour takes gets through whole, and what is too large is refused', async () => {
      const { key } = await parlour.admin.post<{ key: string }>('/api/v1/api-keys', {
        name: 'A workflow',
        scopes: ['sessions:write'],
      });
      const send = (bytes: number) =>
        proxy.ask(`${proxy.url}/api/v1/ingest`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify({ sessions: 'x'.repeat(bytes) }),
        });
      const taken = await send(3.9 * MIB);
      expect(taken.status, 'read whole, and understood as nonsense').to.equal(422);
      expect((await send(4.5 * MIB)).status).to.equal(413);
    });
  });
