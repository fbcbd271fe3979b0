import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import type { DeliveryDetail, DeliveryView } from '../../../backend/deliveries/schema.ts';
import { type FakeReceiver, startFakeReceiver } from '../../support/fakes/receiver.ts';
import { counted, measured } from '../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const SECRET = `whsec_${Buffer.from('a secret of the receiver, 32 byte').toString('base64')}`;

describe('the delivery ledger (promises 4 and 5)', () => {
  let parlour: TestParlour;
  let receiver: FakeReceiver;

  before(async () => {
    parlour = await startTestParlour({ RATE_LIMIT_FACTOR: '0' });
    receiver = await startFakeReceiver();
  });

  after(async () => {
    await parlour.stop();
    await receiver.stop();
  });

  beforeEach(() => {
    receiver.received = [];
    receiver.answer = () => ({ status: 200, body: '{"ok":true}' });
  });

  const siteWith = (path: string, events = ['lead.completed']) =>
    parlour.createSite({
      name: path,
      integrations: { webhook: { url: receiver.url + path, secret: SECRET, events } },
    } as never);

  /** A visitor of the site who leaves an e-mail and ends the conversation. */
  async function completedLead(siteKey: string, email = 'ana@acme.example'): Promise<VisitorClient> {
    const visitor = await VisitorClient.start(parlour.url, siteKey);
    await visitor.call('/session/lead', { method: 'PUT', json: { name: 'Ana', email } });
    await visitor.call('/session/complete', { method: 'POST' });
    return visitor;
  }

  const deliveriesOf = async (sessionId: string) =>
    (await parlour.admin.get<{ items: DeliveryView[] }>(`/api/v1/deliveries?session=${sessionId}`)).items;
  const oneOf = async (sessionId: string) => (await deliveriesOf(sessionId))[0]!;
  const detail = (id: string) => parlour.admin.get<DeliveryDetail>(`/api/v1/deliveries/${id}`);
  /** Hours pass: whatever waits for its next try is due. */
  const makeDue = () =>
    parlour.database.raw(
      `UPDATE deliveries SET next_attempt_at = now() WHERE status IN ('pending', 'failed')`,
    );

  it('sends a completed lead once, signed so that an independent receiver believes it', async () => {
    const site = await siteWith('/signed');
    const visitor = await completedLead(site.key);
    await until(() => receiver.received.length === 1, 'the webhook');
    const { headers, body } = receiver.received[0]!;
    const event = new Webhook(SECRET).verify(body, headers as Record<string, string>) as {
      type: string;
      id: string;
      data: { session: { id: string }; lead: { email: string }; messages: unknown[] };
    };
    expect(event.type).to.equal('lead.completed');
    expect(event.id).to.equal(headers['webhook-id']);
    expect(event.data.session.id).to.equal(visitor.sessionId);
    expect(event.data.lead.email).to.equal('ana@acme.example');
    expect(event.data.messages).to.have.length.greaterThan(0);
    await until(
      async () => (await oneOf(visitor.sessionId)).status === 'delivered',
      'the delivery to be marked',
    );
    const delivery = await oneOf(visitor.sessionId);
    expect(delivery).to.include({ kind: 'webhook', event: 'lead.completed', attempts: 1, lastStatus: 200 });
    expect(delivery.target).to.equal(`${receiver.url}/signed`);
    expect((await detail(delivery.id)).tries).to.have.length(1);
    const { deliveries } = await parlour.admin.get<{ deliveries: DeliveryView[] }>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    expect(deliveries.map(({ id }) => id)).to.deep.equal([delivery.id]);
    // Ending it again is no second event.
    await visitor.call('/session/complete', { method: 'POST' });
    expect(await deliveriesOf(visitor.sessionId)).to.have.length(1);
  });

  it('is written in the transaction of the event: what is rolled back is not sent', async () => {
    const site = await siteWith('/rolled-back', ['session.completed']);
    const visitor = await VisitorClient.start(parlour.url, site.key);
    await parlour.database.raw(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON deliveries FOR EACH ROW WHEN (NEW.target LIKE '%/rolled-back')
        EXECUTE FUNCTION refuse()`);
    const answer = await visitor.call('/session/complete', { method: 'POST' });
    await parlour.database.raw('DROP TRIGGER refuse ON deliveries; DROP FUNCTION refuse()');
    expect(answer.status).to.equal(500);
    const { session } = await visitor.transcript();
    expect(session.completionStatus).to.equal('in_progress');
    expect(await deliveriesOf(visitor.sessionId)).to.have.length(0);
  });

  it('tries again with the same id, on schedule, and says what the receiver answered', async () => {
    receiver.answer = (_, number) => (number < 3 ? { status: 500, body: 'kaput' } : { status: 200 });
    const site = await siteWith('/flaky');
    const visitor = await completedLead(site.key);
    await until(async () => (await oneOf(visitor.sessionId)).status === 'failed', 'the first failure');
    const failed = await oneOf(visitor.sessionId);
    expect(failed.lastError).to.equal('The receiver answered 500.');
    const [first] = (await detail(failed.id)).tries;
    const ended = Date.parse(first!.at) + first!.durationMs!;
    expect(Date.parse(failed.nextAttemptAt!) - ended).to.be.within(4000, 20_000);
    await makeDue();
    await until(() => receiver.received.length === 2, 'the second try');
    // It is called failed during the try, too.
    await until(async () => (await detail(failed.id)).tries[1]?.status === 500, 'the second failure');
    const wait = Date.parse((await oneOf(visitor.sessionId)).nextAttemptAt!) - Date.now();
    expect(wait).to.be.within(200_000, 350_000);
    await makeDue();
    await until(async () => (await oneOf(visitor.sessionId)).status === 'delivered', 'the success');
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).to.have.property(
      'size',
      1,
    );
    const { tries } = await detail(failed.id);
    expect(tries.map(({ status }) => status)).to.deep.equal([500, 500, 200]);
    expect(tries[0]!.response).to.equal('kaput');
  });

  it('honours Retry-After, and gives up after the whole schedule; a click sends it again', async () => {
    receiver.answer = () => ({ status: 429, headers: { 'retry-after': '3000' } });
    const site = await siteWith('/busy');
    const visitor = await completedLead(site.key);
    await until(async () => (await oneOf(visitor.sessionId)).status === 'failed', 'the refusal');
    const delivery = await oneOf(visitor.sessionId);
    expect(Date.parse(delivery.nextAttemptAt!) - Date.now()).to.be.within(2_900_000, 3_100_000);
    for (let tries = 2; tries <= 7; tries++) {
      await makeDue();
      await until(async () => (await oneOf(visitor.sessionId)).attempts === tries, `try ${tries}`);
      await until(async () => (await detail(delivery.id)).tries.at(-1)!.status === 429, 'its end');
    }
    await until(async () => (await oneOf(visitor.sessionId)).status === 'dead', 'the end of the schedule');
    receiver.answer = () => ({ status: 204, body: '' });
    const retried = await parlour.admin.call(`/api/v1/deliveries/${delivery.id}/retry`, { method: 'POST' });
    expect(retried.status).to.equal(202);
    await until(async () => (await oneOf(visitor.sessionId)).status === 'delivered', 'the redelivery');
    expect(receiver.received.at(-1)!.headers['webhook-id']).to.equal(delivery.id);
    const { attempts } = await oneOf(visitor.sessionId);
    measured(4, counted`given up after ${attempts - 1} tries, delivered by a click`);
  });

  it('stops at 410: nothing more is planned for the receiver', async () => {
    receiver.answer = () => ({ status: 410 });
    const site = await siteWith('/gone');
    const visitor = await completedLead(site.key);
    await until(async () => (await oneOf(visitor.sessionId)).status === 'dead', 'the end');
    const next = await completedLead(site.key);
    expect(await deliveriesOf(next.sessionId)).to.have.length(0);
  });

  it('does not follow a redirect, and tells where it stands', async () => {
    receiver.answer = ({ path }) =>
      path === '/moved'
        ? { status: 302, headers: { location: `${receiver.url}/elsewhere` } }
        : { status: 200 };
    const site = await siteWith('/moved');
    const visitor = await completedLead(site.key);
    await until(async () => (await oneOf(visitor.sessionId)).status === 'failed', 'the refusal');
    expect((await oneOf(visitor.sessionId)).lastError).to.match(/302/);
    expect(receiver.received.map(({ path }) => path)).to.deep.equal(['/moved']);
  });

  it('never lets a receiver that hangs or answers without end hold up another’s', async () => {
    receiver.answer = ({ path }) =>
      path === '/hangs' ? 'hang' : path === '/endless' ? 'endless' : { status: 200 };
    const [hangs, endless, well] = await Promise.all([
      siteWith('/hangs'),
      siteWith('/endless'),
      siteWith('/well'),
    ]);
    const hanging: VisitorClient[] = [];
    for (let n = 0; n < 6; n++) hanging.push(await completedLead(hangs.key));
    const told = await completedLead(endless.key);
    await until(() => receiver.received.some(({ path }) => path === '/hangs'), 'the hanging ones to begin');
    const visitor = await completedLead(well.key);
    const begun = performance.now();
    await until(
      async () => (await oneOf(visitor.sessionId)).status === 'delivered',
      'the healthy one',
      5_000,
    );
    const seconds = (performance.now() - begun) / 1000;
    // It has accepted; how long it talks is its own affair.
    await until(async () => (await oneOf(told.sessionId)).status === 'delivered', 'the endless one');
    const open = await Promise.all(hanging.map(({ sessionId }) => oneOf(sessionId)));
    const waiting = open.filter(({ status }) => status !== 'delivered').length;
    measured(
      5,
      counted`${waiting} deliveries hang and one answers without end; another’s arrives within ${seconds} s`,
    );
    await parlour.database.raw(`UPDATE deliveries SET status = 'dead' WHERE target LIKE '%/hangs'`);
  });

  it('sends a lead again on demand, and says when there is nowhere to send it', async () => {
    const site = await siteWith('/again');
    const visitor = await completedLead(site.key);
    await until(() => receiver.received.length === 1, 'the first');
    const { lead } = await parlour.admin.get<{ lead: { id: string } }>(
      `/api/v1/sessions/${visitor.sessionId}`,
    );
    const answer = await parlour.admin.call(`/api/v1/leads/${lead.id}/deliver`, { method: 'POST' });
    expect(answer).to.deep.include({ status: 202, body: { planned: 1 } });
    await until(() => receiver.received.length === 2, 'the second');
    const nowhere = await VisitorClient.start(parlour.url, parlour.site.key);
    await nowhere.call('/session/lead', { method: 'PUT', json: { email: 'bo@acme.example' } });
    const detailOfNowhere = await parlour.admin.get<{ lead: { id: string } }>(
      `/api/v1/sessions/${nowhere.sessionId}`,
    );
    const refused = await parlour.admin.call(`/api/v1/leads/${detailOfNowhere.lead.id}/deliver`, {
      method: 'POST',
    });
    expect(refused.status).to.equal(409);
  });

  it('sends many again by what they are', async () => {
    receiver.answer = () => ({ status: 500 });
    const site = await siteWith('/many');
    const visitors = await Promise.all([1, 2, 3].map(() => completedLead(site.key)));
    for (const { sessionId } of visitors)
      await until(async () => (await oneOf(sessionId)).status === 'failed', 'each to fail');
    receiver.answer = () => ({ status: 200 });
    const answer = await parlour.admin.call('/api/v1/deliveries/retry', {
      method: 'POST',
      json: { filter: { site: site.id } },
    });
    expect(answer).to.deep.include({ status: 202, body: { planned: 3 } });
    for (const { sessionId } of visitors)
      await until(async () => (await oneOf(sessionId)).status === 'delivered', 'each to arrive');
  });

  it('takes up what a killed worker had begun', async () => {
    const site = await siteWith('/killed');
    await parlour.database.raw(`UPDATE event_subscriptions SET lane = 'held' WHERE site_id = ?`, [site.id]);
    // As a process leaves it that was killed in the middle of a try: claimed, and nobody there.
    await parlour.database.raw(`
      CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        NEW.attempts := 1; NEW.round_attempts := 1; NEW.claim_id := NEW.id;
        NEW.claimed_until := now() + interval '1 second'; RETURN NEW; END $$;
      CREATE TRIGGER hold BEFORE INSERT ON deliveries FOR EACH ROW WHEN (NEW.lane = 'held') EXECUTE FUNCTION hold()`);
    const visitor = await completedLead(site.key);
    await parlour.database.raw('DROP TRIGGER hold ON deliveries; DROP FUNCTION hold()');
    await until(async () => (await oneOf(visitor.sessionId)).status === 'delivered', 'the second try');
    expect((await oneOf(visitor.sessionId)).attempts).to.equal(2);
  });
});
