import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { call } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { VisitorClient } from '../support/visitor-client.ts';

/** A twentieth of the usual: five messages a minute in a conversation, five new conversations from an address. */
const STRICT = { RATE_LIMIT_FACTOR: '0.05' };

/** What a model may cost a day is tried with the model itself (test/backend/agents/openai). */
describe('rate limits of visitors (promise 19)', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour(STRICT);
  });
  after(() => parlour?.stop());

  const write = async (url: string, { token }: VisitorClient) => {
    const answer = await call(`${url}/api/v1/visitor/session/messages`, {
      json: { id: randomUUID(), text: 'hello' },
      headers: { authorization: `Bearer ${token}` },
    });
    return answer;
  };
  const begin = async (url: string, forwarded?: string) => {
    const answer = await call(`${url}/api/v1/visitor/sessions`, {
      json: { siteKey: parlour.site.key, page: { url: 'https://landing.example/' } },
      headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
    });
    return answer.status;
  };
  const times = async <T>(count: number, act: (n: number) => Promise<T>) => {
    const all: T[] = [];
    for (let n = 0; n < count; n++) all.push(await act(n));
    return all;
  };

  it('refuse with Retry-After and store nothing, in this conversation alone', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const other = await VisitorClient.start(parlour.url, parlour.site.key);
    const answers = await times(7, () => write(parlour.url, visitor));
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 200, 429, 429]);
    expect(Number(answers[5]!.headers.get('retry-after'))).to.be.within(1, 60);
    const { messages } = await visitor.transcript();
    expect(messages.filter(({ role }) => role === 'visitor')).to.have.length(5);
    expect((await write(parlour.url, other)).status).to.equal(200);
  });

  it('do not believe X-Forwarded-For without a configured proxy', async () => {
    const statuses = await times(6, (n) => begin(parlour.url, `203.0.113.${n}`));
    expect(statuses).to.include(429);
  });

  it('count in PostgreSQL, without the address', async () => {
    const keys = (await parlour.database('rate_limits')).map(({ key }: { key: string }) => key);
    expect(keys.length).to.be.greaterThan(0);
    expect(keys.join()).to.not.contain('127.0.0.1');
  });

  it('are shared by processes and survive a restart; behind a proxy they count who is before it', async () => {
    const behind = { ...STRICT, DATABASE_URL: parlour.databaseUrl, TRUST_PROXY: '1' };
    let second = await startTestParlour(behind);
    try {
      // What the visitor wrote into the header themselves stands before what the proxy added, and is not believed.
      const statuses = await times(7, (n) => begin(second.url, `203.0.113.${n}, 198.51.100.7`));
      expect(statuses).to.deep.equal([201, 201, 201, 201, 201, 429, 429]);
      expect(await begin(second.url, '198.51.100.8')).to.equal(201);
      expect(await begin(second.url, '2001:db8::1')).to.equal(201);

      const talk = await begunBehind(second.url, '198.51.100.9');
      const both = await times(7, (n) => write((n % 2 ? parlour : second).url, talk));
      expect(both.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 200, 429, 429]);
      const stored = await parlour.database('messages').where({ sessionId: talk.sessionId, role: 'visitor' });
      measured(
        19,
        counted`${both.length} messages over ${[parlour, second].length} processes where a twentieth is allowed: ${stored.length} stored`,
      );

      await second.stop();
      second = await startTestParlour(behind);
      expect(await begin(second.url, '198.51.100.7')).to.equal(429);
      expect((await write(second.url, talk)).status).to.equal(429);
    } finally {
      await second.stop();
    }
  });

  async function begunBehind(url: string, forwarded: string): Promise<VisitorClient> {
    const { body } = await call<{ token: string; session: { id: string } }>(
      `${url}/api/v1/visitor/sessions`,
      {
        json: { siteKey: parlour.site.key, page: { url: 'https://landing.example/' } },
        headers: { 'x-forwarded-for': forwarded },
      },
    );
    return new VisitorClient(url, body.token, body.session.id, undefined as never);
  }
});
