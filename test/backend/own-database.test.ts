import { expect } from 'chai';
import { call } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { type OtherPostgres, startOtherPostgres } from '../support/other-postgres.ts';
import { startTestParlour, type TestParlour } from '../support/parlour.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

describe('with a PostgreSQL of one’s own (DATABASE_URL)', () => {
  let postgres: OtherPostgres;
  let parlour: TestParlour;
  before(async () => {
    postgres = await startOtherPostgres();
    parlour = await startTestParlour({ DATABASE_URL: postgres.url });
  });
  after(async () => {
    await parlour?.stop();
    await postgres?.remove();
  });

  it('does the same, on an older version too', async () => {
    expect(Number.parseInt(postgres.version, 10)).to.be.at.least(14);
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const { session } = await visitor.say('I am Ana Silva, ana@silva.example');
    expect(session.lead).to.include({ name: 'Ana Silva', email: 'ana@silva.example' });
  });

  it('answers 503 with Retry-After while it is away, and heals by itself (promise 3)', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    const stops: number[] = [];
    for (let round = 0; round < 3; round++) {
      await visitor.say(`before ${round}`);
      await postgres.stop('immediate');
      const refused = await visitor.call<{ error: { id: string } }>('/session');
      expect(refused.status).to.equal(503);
      stops.push(refused.status);
      expect(refused.headers.get('retry-after')).to.match(/^\d+$/);
      expect(refused.body.error.id).to.equal('unavailable');
      expect((await call(`${parlour.url}/health/ready`)).status).to.equal(503);
      expect((await call(`${parlour.url}/health/live`)).status).to.equal(200);
      await postgres.start();
      await until(async () => (await visitor.call('/session')).status === 200, 'it is healthy again');
    }
    const { messages } = await visitor.transcript();
    const said = messages.filter(({ role }) => role === 'visitor').map(({ text }) => text);
    expect(said).to.deep.equal(['before 0', 'before 1', 'before 2']);
    expect(messages.map(({ seq }) => seq)).to.deep.equal(messages.map((_, index) => index + 1));
    measured(
      3,
      counted`PostgreSQL ${postgres.version} stopped ${stops.length} times, ${said.length} of ${stops.length} messages there`,
    );
  });
});
