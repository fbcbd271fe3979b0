import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type FakeReceiver, startFakeReceiver } from '../../support/fakes/receiver.ts';
import { counted, measured } from '../../support/measured.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { type ParlourProcess, startProcess } from '../../support/parlour-process.ts';
import { until } from '../../support/until.ts';
import { VisitorClient } from '../../support/visitor-client.ts';

const LEADS = 20;
const KILLS = 2;

describe('deliveries while receivers fail and workers are killed (promise 4)', () => {
  let web: TestParlour;
  let receiver: FakeReceiver;
  let worker: ParlourProcess;
  const folder = mkdtempSync(join(tmpdir(), 'parlour-worker-'));

  before(async () => {
    web = await startTestParlour({ RATE_LIMIT_FACTOR: '0', ROLE: 'web' });
    receiver = await startFakeReceiver();
  });

  after(async () => {
    worker.kill('SIGTERM');
    await worker.ended;
    await web.stop();
    await receiver.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const startWorker = () =>
    startProcess({
      ROLE: 'worker',
      DATABASE_URL: web.databaseUrl,
      APP_SECRET: 'a secret that only the tests use',
      PUBLIC_URL: web.url,
      DATA_DIR: folder,
    });

  it('every completed lead arrives, under one id, and nothing is left behind', async () => {
    let number = 0;
    // Every second answer fails; some are cut or never come, so that a kill meets tries that are under way.
    receiver.answer = () => {
      number += 1;
      if (number % 6 === 5) return 'cut';
      if (number % 8 === 3) return 'hang';
      return number % 2 === 0 ? { status: 200 } : { status: 500 };
    };
    const site = await web.createSite({
      name: 'Promised',
      integrations: { webhook: { url: `${receiver.url}/leads`, events: ['lead.completed'] } },
    } as never);
    const completed = new Map<string, string>();
    for (let n = 0; n < LEADS; n++) {
      const visitor = await VisitorClient.start(web.url, site.key);
      await visitor.call('/session/lead', { method: 'PUT', json: { email: `visitor${n}@acme.example` } });
      await visitor.call('/session/complete', { method: 'POST' });
      completed.set(visitor.sessionId, '');
    }
    let killed = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const before = receiver.received.length;
      worker = await startWorker();
      await until(() => receiver.received.length > before, 'tries under way');
      worker.kill('SIGKILL');
      await worker.ended;
      killed += 1;
      await letTimePass();
    }
    receiver.answer = () => ({ status: 200 });
    worker = await startWorker();
    await until(
      async () => {
        await letTimePass();
        const { rows } = await web.database.raw(
          `SELECT count(*)::int AS open FROM deliveries WHERE status <> 'delivered'`,
        );
        return rows[0].open === 0;
      },
      'everything to be delivered',
      30_000,
    );

    const { rows } = await web.database.raw('SELECT id, session_id AS "sessionId" FROM deliveries');
    expect(rows).to.have.length(LEADS);
    for (const { id, sessionId } of rows as Array<{ id: string; sessionId: string }>)
      completed.set(sessionId, id);
    const seen = new Set(receiver.received.map(({ headers }) => headers['webhook-id']));
    // A receiver that honours the id has each lead once.
    const expected = [...completed.values()];
    expect([...seen].sort()).to.deep.equal(expected.sort());
    const lost = expected.filter((id) => !seen.has(id)).length;
    const twice = rows.length - seen.size;
    measured(
      4,
      counted`${completed.size} leads, ${killed} workers killed, ${receiver.received.length} tries, ${lost} lost, ${twice} twice for who honours the id`,
    );
  });

  /** The waits of the schedule are over, and so is what a killed worker had claimed: nobody else is at it. */
  const letTimePass = () =>
    web.database.raw(`UPDATE deliveries SET next_attempt_at = now(), round_attempts = 0, claimed_until = now()
      WHERE status IN ('pending', 'failed')`);
});
