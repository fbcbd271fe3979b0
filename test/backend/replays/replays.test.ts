import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { CaseView, ResultView, RunList, RunRow, RunView } from '../../../backend/replays/schema.ts';
import type { SiteView } from '../../../backend/sites/schema.ts';
import { signInAgent } from '../../support/agent.ts';
import { EventReader } from '../../support/event-reader.ts';
import { call } from '../../support/http-client.ts';
import { KeyClient } from '../../support/key-client.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import type { StaffClient } from '../../support/staff-client.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const PRICES = { question: 'What does a visit cost?', answer: 'A visit costs 50 euros.' };

describe('running a conversation again', () => {
  let parlour: TestParlour;
  let ana: StaffClient;
  before(async () => {
    parlour = await startTestParlour();
    ana = await signInAgent(parlour);
  });
  after(() => parlour.stop());

  const withPrice = (answer: string) => ({
    agent: { guided: { knowledge: [{ ...PRICES, answer }] } },
  });
  const newSite = () => parlour.createSite(withPrice(PRICES.answer) as never);
  const patch = (site: SiteView, json: unknown) =>
    parlour.admin.patch<SiteView>(`/api/v1/sites/${site.id}`, json);
  const talk = async (site: SiteView, ...lines: string[]) => {
    const visitor = await VisitorClient.start(parlour.url, site.key, { locale: 'en' });
    for (const line of lines) await visitor.say(line);
    return visitor;
  };
  const ended = async (id: string) => {
    let run: RunView | undefined;
    await until(async () => {
      run = await ana.get<RunView>(`/api/v1/replays/${id}`);
      return run.finishedAt !== null;
    }, 'the run ends');
    return run!;
  };
  const result = (id: string, number = 1) => ana.get<ResultView>(`/api/v1/replays/${id}/results/${number}`);
  const replay = async (sessionId: string) => {
    const { id } = await ana.post<RunRow>(`/api/v1/sessions/${sessionId}/replays`);
    return { run: await ended(id), result: await result(id) };
  };
  const DIALOGUE = [
    'What does a visit cost?',
    'A new website for my bakery',
    'My name is Ana Silva',
    'ana@bakery.example',
  ];

  it('says the same when nothing has changed, whatever day it is', async () => {
    const site = await newSite();
    const { sessionId } = await talk(site, ...DIALOGUE, 'about 5000 euros', 'by next Friday');
    const { run, result } = await replay(sessionId);
    expect(run).to.include({ status: 'done', total: 6, done: 6, problem: null });
    expect(run.agent).to.include({ kind: 'guided', version: 1 });
    expect(result.turns.filter((turn) => turn.old.join() !== turn.new.join())).to.deep.equal([]);
    expect(result.outcome).to.equal('same');
    expect(result.newLead).to.deep.equal(result.oldLead).and.to.include({ name: 'Ana Silva' });
    expect(result.turns.map(({ said }) => said[0] ?? null)).to.deep.equal([
      ...[null, ...DIALOGUE],
      ...['about 5000 euros', 'by next Friday'],
    ]);
  });

  it('shows what is answered otherwise now, and what becomes of the lead', async () => {
    const site = await newSite();
    const { sessionId } = await talk(site, ...DIALOGUE);
    await patch(site, {
      ...withPrice('A visit costs 80 euros.'),
      lead: { fields: site.lead.fields.filter(({ name }) => name !== 'need') },
    });
    const { run, result } = await replay(sessionId);
    expect(run.agent?.version).to.equal(2);
    expect(result.outcome).to.equal('changed_lead');
    expect(result.turns[1]!.old[0]).to.contain('50 euros');
    expect(result.turns[1]!.new[0]).to.contain('80 euros');
    expect(result.oldLead).to.have.property('need');
    expect(result.newLead).to.not.have.property('need');
    expect(result.newLead.email).to.equal('ana@bakery.example');
  });

  it('knows what the form, and what people of the team said, when they said it', async () => {
    const site = await newSite();
    const visitor = await talk(site, 'What does a visit cost?');
    await visitor.call('/session/lead', { method: 'PUT', json: { name: 'Ben Okoro' } });
    await visitor.say('We need a shop');
    await ana.post(`/api/v1/sessions/${visitor.sessionId}/takeover`);
    await visitor.say('Are you a person?');
    await ana.post(`/api/v1/sessions/${visitor.sessionId}/messages`, { text: 'Yes, I am Bo.' });
    await ana.post(`/api/v1/sessions/${visitor.sessionId}/release`);
    await visitor.say('ben@shop.example');
    const { result } = await replay(visitor.sessionId);
    expect(result.newLead).to.include({ name: 'Ben Okoro', email: 'ben@shop.example' });
    expect(result.outcome).to.equal('same');
    expect(result.turns.flatMap(({ said }) => said)).to.not.include('Are you a person?');
  });

  it('stores nothing and sends nothing, in whatever table (issue 4)', async () => {
    const site = await newSite();
    const { sessionId } = await talk(site, ...DIALOGUE);
    // Figures and the review queue follow the talk itself, in their own time.
    const counts = async () => {
      const { rows } = await parlour.database.raw(
        `SELECT table_name AS name FROM information_schema.tables
         WHERE table_schema = 'public' AND table_name NOT SIMILAR TO 'replay\\_%|stats\\_%|events|review_signals'`,
      );
      const found: Record<string, unknown> = {};
      for (const { name } of rows as Array<{ name: string }>)
        found[name] = (await parlour.database(name).count().first())?.count;
      const events = await parlour.database('events').whereNot({ type: 'replay.changed' }).count().first();
      return { ...found, events: events?.count };
    };
    const session = () => parlour.database('chat_sessions').where({ id: sessionId }).first();
    const [before, asItWas] = [await counts(), await session()];
    const { run } = await replay(sessionId);
    expect(run.status).to.equal('done');
    expect(await counts()).to.deep.equal(before);
    expect(await session()).to.deep.equal(asItWas);
    const told = await parlour.database('events').where({ sessionId, type: 'replay.changed' });
    expect(told.length).to.be.greaterThan(4);
    for (const { data } of told) expect(Object.keys(data).sort()).to.deep.equal(['runId', 'sessionId']);
  });

  it('asks a workflow as a trial under an id of its own, and shows a fault as a fault', async () => {
    const asked: Array<{ sessionId: string; chatInput: string }> = [];
    const workflow = await listen((body) => {
      asked.push(body);
      return asked.length > 2 ? { status: 500, json: { message: 'Error in workflow' } } : { status: 200 };
    });
    try {
      const site = await newSite();
      const { sessionId } = await talk(site, 'Hello', 'I want a website', 'soon');
      await patch(site, { agent: { kind: 'n8n', n8n: { url: `${workflow.url}/webhook/abc/chat` } } });
      const { run, result } = await replay(sessionId);
      expect(run.status).to.equal('done');
      expect(result.outcome).to.equal('fault');
      expect(result.turns.map((turn) => turn.new[0] ?? turn.fault?.code)).to.deep.equal([
        ...[result.turns[0]!.new[0], 'You said: Hello', 'You said: I want a website'],
        result.turns[3]!.fault!.code,
      ]);
      expect(result.fault).to.equal(result.turns[3]!.fault!.message).and.to.be.a('string');
      expect(new Set(asked.map((body) => body.sessionId)).size).to.equal(1);
      expect(asked[0]!.sessionId).to.not.equal(sessionId);
      expect(await parlour.database('incidents').where({ siteId: site.id })).to.have.length(0);
    } finally {
      await workflow.stop();
    }
  });

  it('takes a run up again whose worker was killed, and gives one up that kills them', async () => {
    const site = await newSite();
    const { sessionId } = await talk(site, ...DIALOGUE);
    const left = async (attempts: number) => {
      const { run } = await replay(sessionId);
      const past = new Date(Date.now() - 1000);
      await parlour.database('replay_results').where({ runId: run.id }).update({ outcome: null });
      await parlour
        .database('replay_runs')
        .where({ id: run.id })
        .update({
          ...{ status: 'running', done: 2, attempts, finishedAt: null },
          ...{ takenBy: crypto.randomUUID(), takenUntil: past },
        });
      return run.id;
    };
    const again = await ended(await left(1));
    expect(again).to.include({ status: 'done', done: 4 });
    expect((await result(again.id)).turns).to.have.length(5);
    const given = await ended(await left(3));
    expect(given.status).to.equal('failed');
    expect(given.problem).to.contain('broken off');
    const { items } = await ana.get<RunList>(`/api/v1/sessions/${sessionId}/replays`);
    expect(items.map(({ id }) => id)).to.deep.equal([given.id, again.id]);
  });

  it('keeps cases, runs them all and finds what an edit has changed', async () => {
    const site = await newSite();
    const [first, second] = [await talk(site, ...DIALOGUE), await talk(site, 'Hello', 'A garden')];
    const keep = (sessionId: string, more = {}) =>
      ana.post<CaseView>('/api/v1/regression-cases', { sessionId, ...more });
    const priced = await keep(first.sessionId, { name: 'The price' });
    await keep(second.sessionId);
    const again = await ana.call('/api/v1/regression-cases', { json: { sessionId: first.sessionId } });
    expect(again.status).to.equal(409);

    const live = await EventReader.open(`${parlour.url}/api/v1/live`, { headers: ana.headers });
    const runAll = async () => {
      const { id } = await ana.post<RunRow>(`/api/v1/sites/${site.id}/regression-runs`);
      return ended(id);
    };
    const outcomes = ({ results }: RunView) => results.map((row) => [row.case?.name, row.outcome]);
    const unchanged = await runAll();
    expect(unchanged).to.include({ status: 'done', total: 2, done: 2 });
    expect(outcomes(unchanged)).to.deep.equal([
      ['The price', 'same'],
      ['Hello', 'same'],
    ]);
    await live.find(({ event, data }) => event === 'replay.changed' && data.runId === unchanged.id);
    live.close();

    await patch(site, withPrice('A visit costs 80 euros.'));
    const changed = await runAll();
    expect(outcomes(changed)).to.deep.equal([
      ['The price', 'changed_replies'],
      ['Hello', 'same'],
    ]);
    expect(changed.results[0]!.changedTurns).to.equal(1);
    const cases = await ana.get<{ items: CaseView[] }>(`/api/v1/regression-cases?site=${site.id}`);
    expect(cases.items.map(({ name, last }) => [name, last?.outcome])).to.deep.equal([
      ['Hello', 'same'],
      ['The price', 'changed_replies'],
    ]);

    const accepted = await ana.post<CaseView>(`/api/v1/regression-cases/${priced.id}/accept`, {
      runId: changed.id,
    });
    expect(accepted.accepted).to.include({ version: 2, by: 'Bo Lind' });
    expect(outcomes(await runAll())[0]).to.deep.equal(['The price', 'same']);
    const { case: kept } = await ana.get<RunList>(`/api/v1/sessions/${first.sessionId}/replays`);
    expect(kept).to.deep.equal({ id: priced.id, name: 'The price' });

    // Erasing the conversation erases the case, and what its runs have kept of it.
    await parlour.admin.call(`/api/v1/sessions/${first.sessionId}`, { method: 'DELETE' });
    expect((await ana.get<RunView>(`/api/v1/replays/${changed.id}`)).results).to.have.length(1);
    const left = await ana.get<{ items: CaseView[] }>(`/api/v1/regression-cases?site=${site.id}`);
    expect(left.items.map(({ name }) => name)).to.deep.equal(['Hello']);
    const dropped = await ana.call(`/api/v1/regression-cases/${left.items[0]!.id}`, { method: 'DELETE' });
    expect(dropped.status).to.equal(204);
    expect((await ana.call(`/api/v1/sites/${site.id}/regression-runs`, { method: 'POST' })).status).to.equal(
      409,
    );
  });

  it('keeps what a replay answered as what is expected', async () => {
    const site = await newSite();
    const { sessionId } = await talk(site, ...DIALOGUE);
    await patch(site, withPrice('A visit costs 80 euros.'));
    const { run } = await replay(sessionId);
    const kept = await ana.post<CaseView>('/api/v1/regression-cases', { sessionId, runId: run.id });
    expect(kept).to.include({ turns: 4, name: DIALOGUE[0], firstWords: DIALOGUE[0] });
    expect(kept.accepted.version).to.equal(2);
    const { id } = await ana.post<RunRow>(`/api/v1/sites/${site.id}/regression-runs`);
    expect((await ended(id)).results[0]!.outcome).to.equal('same');
  });

  it('answers 401, 403, 404, 409 and 422 as every route does', async () => {
    const site = await newSite();
    const quiet = await VisitorClient.start(parlour.url, site.key);
    const { sessionId } = await talk(site, 'Hello');
    const { run } = await replay(sessionId);
    const status = async (client: StaffClient | KeyClient, path: string, json?: unknown) =>
      (await client.call(path, json === undefined ? {} : { method: 'POST', json })).status;
    const start = (id: string) => `/api/v1/sessions/${id}/replays`;
    expect((await call(parlour.url + start(sessionId), { method: 'POST' })).status).to.equal(401);
    const reader = await KeyClient.make(parlour, ['sessions:read', 'sessions:write']);
    expect(await status(reader, start(sessionId), {})).to.equal(403);
    expect(await status(reader, start(sessionId))).to.equal(200);
    const foreign = await KeyClient.make(parlour, ['sessions:read'], (await newSite()).id);
    for (const path of [start(sessionId), `/api/v1/replays/${run.id}`, `/api/v1/replays/${run.id}/results/1`])
      expect(await status(foreign, path), path).to.equal(404);
    expect(await status(foreign, `/api/v1/sites/${site.id}/regression-runs`)).to.equal(404);
    expect(await status(ana, start(crypto.randomUUID()), {})).to.equal(404);
    expect(await status(ana, `/api/v1/replays/${run.id}/results/2`)).to.equal(404);
    expect(await status(ana, start(quiet.sessionId), {})).to.equal(409);
    const cases = '/api/v1/regression-cases';
    expect(await status(ana, cases, { sessionId: quiet.sessionId })).to.equal(409);
    expect(await status(ana, cases, { sessionId, runId: crypto.randomUUID() })).to.equal(404);
    expect(await status(ana, cases, { sessionId, name: ' ' })).to.equal(422);
    expect(await status(ana, `${cases}/${crypto.randomUUID()}/accept`, { runId: run.id })).to.equal(404);
    expect(await status(foreign, `${cases}?site=${site.id}`)).to.equal(200);
    expect(await status(ana, `${cases}?limit=0`)).to.equal(422);
  });
});

/** A workflow that repeats what it hears, unless told otherwise. */
async function listen(
  answer: (body: { sessionId: string; chatInput: string }) => { status: number; json?: unknown },
): Promise<{ url: string; stop(): Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text);
    const { status, json } = answer(body);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(json ?? { output: `You said: ${body.chatInput}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
