import { expect } from 'chai';
import { given, grouped, runTogether, tryTogether } from '../../../backend/db/grouped.ts';
import { type Database, openDatabase } from '../../../backend/db/knex.ts';
import type { LeadView } from '../../../backend/leads/schema.ts';
import { FakeN8n } from '../../support/fakes/n8n.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { createN8nSite, detailOf, visit } from './support.ts';

const MANY = 40;

describe('many visitors who speak at once', () => {
  let parlour: TestParlour;
  let n8n: FakeN8n;
  let own: Database;
  before(async () => {
    n8n = await FakeN8n.start();
    parlour = await startTestParlour();
    own = openDatabase(parlour.databaseUrl, 4);
  });
  after(async () => {
    await own.destroy();
    await n8n.stop();
    await parlour.stop();
  });

  const come = () =>
    Promise.all(Array.from({ length: MANY }, () => VisitorClient.start(parlour.url, parlour.site.key)));

  it('get their own answers, and their details stand in their own leads', async () => {
    const visitors = await come();
    const answers = await Promise.all(
      visitors.map((visitor, n) => visitor.say(`I am moving. My email is visitor${n}@acme.example`)),
    );
    for (const [n, { messages, session }] of answers.entries()) {
      expect(messages.map(({ seq }) => seq)).to.deep.equal(messages.map((_, at) => at + 2));
      expect(messages[0]!.text).to.contain(`visitor${n}@`);
      expect(session.id).to.equal(visitors[n]!.sessionId);
      expect(session.lead?.email).to.equal(`visitor${n}@acme.example`);
    }
    const { lead } = await detailOf(parlour, visitors[7]!);
    expect(lead).to.include({ email: 'visitor7@acme.example', score: 30 });
  });

  it('do not wait for a conversation that somebody else has locked', async () => {
    const [locked, ...others] = await come();
    const trx = await own.transaction();
    await trx.raw('SELECT 1 FROM chat_sessions WHERE id = ? FOR UPDATE', [locked!.sessionId]);
    const late = locked!.say('Are you there?');
    await Promise.all(others.map((visitor) => visitor.say('Hello, what do you offer?')));
    await trx.rollback();
    expect((await late).messages).to.have.length(2);
  });

  it('keep what the team corrects while the assistant thinks, and what it learned', async () => {
    const visitor = await visit(parlour, await createN8nSite(parlour, n8n));
    n8n.next({ mode: 'json', json: { output: 'Nice to meet you.', lead: { name: 'Ana' } } });
    await visitor.say('I am Ana');
    const { lead } = await detailOf(parlour, visitor);
    const correct = () => parlour.admin.patch<LeadView>(`/api/v1/leads/${lead!.id}`, { company: 'Acme' });
    n8n.next({
      mode: 'slow',
      json: { output: 'Noted.', lead: { phone: '+49 30 901820' } },
      before: async () => void (await correct()),
    });
    await visitor.say('Call me at +49 30 901820');
    expect((await detailOf(parlour, visitor)).lead).to.include({
      ...{ name: 'Ana', company: 'Acme' },
      phone: '+4930901820',
    });
  });

  it('are not let down by one call that spoils the statement for all', async () => {
    const statement = grouped(
      'test-divide',
      () => `WITH ${given('divisor integer')} SELECT n, 12 / divisor AS result FROM given`,
    );
    const divide = (divisor: number) =>
      runTogether<{ result: number }>(own, statement, `${divisor}`, { divisor });
    const results = await Promise.allSettled([1, 2, 0, 3].map(divide));
    expect(results.map(({ status }) => status)).to.deep.equal([
      ...['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    ]);
    expect(await tryTogether(own, statement, 'spoiled', { divisor: 0 })).to.equal(undefined);
  });
});
