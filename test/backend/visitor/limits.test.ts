import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { call } from '../../support/http-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

describe('rate limits of visitors (promise 19)', () => {
  let parlour: TestParlour;
  before(async () => {
    // A twentieth of the usual: five messages a minute.
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0.05' });
  });
  after(() => parlour.stop());

  it('refuse with Retry-After and store nothing', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const statuses: number[] = [];
    let retryAfter: string | null = null;
    for (let n = 0; n < 7; n++) {
      const answer = await visitor.call('/session/messages', {
        json: { id: randomUUID(), text: `message ${n}` },
      });
      statuses.push(answer.status);
      retryAfter = answer.headers.get('retry-after') ?? retryAfter;
    }
    expect(statuses).to.deep.equal([200, 200, 200, 200, 200, 429, 429]);
    expect(Number(retryAfter)).to.be.within(1, 60);
    const { messages } = await visitor.transcript();
    expect(messages.filter(({ role }) => role === 'visitor')).to.have.length(5);
  });

  it('do not believe X-Forwarded-For without a configured proxy', async () => {
    const start = (forwarded: string) =>
      call(`${parlour.url}/api/v1/visitor/sessions`, {
        json: { siteKey: parlour.site.key, page: { url: 'https://landing.example/' } },
        headers: { 'x-forwarded-for': forwarded },
      });
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await start(`203.0.113.${n}`)).status);
    expect(statuses).to.include(429);
  });

  it('count in PostgreSQL, without the address', async () => {
    const keys = (await parlour.database('rate_limits')).map(({ key }: { key: string }) => key);
    expect(keys.length).to.be.greaterThan(0);
    expect(keys.join()).to.not.contain('127.0.0.1');
  });
});
