import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openDatabase } from '../../backend/db/knex.ts';
import type { SiteView } from '../../backend/sites/schema.ts';
import { copyBegun } from '../support/begun-folder.ts';
import { npmRun } from '../support/command-line.ts';
import { startTalkers } from '../support/faults/talker.ts';
import { counted, measured } from '../support/measured.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../support/parlour.ts';
import { startProcess } from '../support/parlour-process.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { StaffClient } from '../support/staff-client.ts';
import { VisitorClient } from '../support/visitor-client.ts';

const OLD = 'the old secret of this installation, forty';
const NEW = 'the new secret of this installation, forty';

/** One secret in each place that has one. */
const WITH_SECRETS = {
  agent: {
    ...{ kind: 'openai', fallbackText: 'Later, please.', replyTimeoutSeconds: 5 },
    n8n: { url: 'http://127.0.0.1:9/', authSecret: 'secret-of-n8n' },
    openai: { baseUrl: 'http://127.0.0.1:9/', model: 'none', apiKey: 'secret-of-model' },
  },
  integrations: {
    webhook: { url: 'http://127.0.0.1:9/', secret: 'secret-of-webhook', headerSecret: 'secret-of-header' },
    monday: { token: 'secret-of-monday', boardId: '1' },
    messenger: { pageToken: 'secret-of-page', appSecret: 'secret-of-app', verifyToken: 'secret-of-verify' },
  },
};

describe('another APP_SECRET (promise 21)', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'parlour-rotation-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  describe('given by the operator', () => {
    let parlour: TestParlour;
    let databaseUrl: string;
    let site: SiteView;
    let old: VisitorClient;
    const environment = (secret: string, previous?: string) => ({
      DATABASE_URL: databaseUrl,
      DATA_DIR: join(folder, 'data'),
      APP_SECRET: secret,
      ...(previous && { APP_SECRET_PREVIOUS: previous }),
    });
    const rotate = (secret: string, previous?: string) =>
      npmRun('secrets:rotate', [], environment(secret, previous));
    const restart = async (secret: string, previous?: string) => {
      await parlour.stop();
      parlour = await startTestParlour(environment(secret, previous));
    };
    before(async () => {
      databaseUrl = await createTestDatabase();
      parlour = await startTestParlour(environment(OLD));
      site = await parlour.createSite(WITH_SECRETS as never);
      await parlour.admin.post(`/api/v1/sites/${site.id}/connect`);
      old = await VisitorClient.start(parlour.url, site.key);
    });
    after(() => parlour.stop());

    it('refuses to seal anything that a running process could not open', async () => {
      const early = await rotate(NEW, OLD);
      expect(early.code, early.said).to.equal(1);
      expect(early.said).to.contain('does not know the new secret');
      expect((await rotate(OLD)).said).to.contain('APP_SECRET_PREVIOUS');
      expect(await parlour.admin.get(`/api/v1/sites/${site.id}`)).to.deep.equal(site);
    });

    it('seals everything anew while it runs, and needs the old one no more', async () => {
      const other = await VisitorClient.start(parlour.url, parlour.site.key);
      await other.say('My neighbour is zora@blank.example, she told me of you');
      const file = join(folder, 'older.backup');
      const saved = await npmRun('backup', [file], environment(OLD));
      expect(saved.code, saved.said).to.equal(0);
      // Removed before: so the list of the erased has nothing but the hash to know it by.
      await parlour.admin.call(`/api/v1/sessions/${other.sessionId}`, { method: 'DELETE' });
      await parlour.admin.post('/api/v1/privacy/erase', { email: 'zora@blank.example' });

      await restart(NEW, OLD);
      const between = await VisitorClient.start(parlour.url, site.key);
      const talkers = await startTalkers(3, parlour.site.key, () => parlour.url, 60);
      const done = await rotate(NEW, OLD);
      await Promise.all(talkers.map((talker) => talker.end()));
      expect(done.code, done.said).to.equal(0);
      // Eight that were typed in, and the one that was made for WordPress.
      expect(done.said).to.contain('Sealed 9 secrets');
      const refused = talkers.flatMap((talker) => talker.refused);
      expect(refused).to.deep.equal([]);
      expect((await rotate(NEW, OLD)).said, 'a second time').to.contain('Sealed 0 secrets');
      await old.at(parlour.url).transcript();

      await restart(NEW);
      expect(await parlour.admin.get(`/api/v1/sites/${site.id}`)).to.deep.equal(site);
      expect((await old.at(parlour.url).call('/session')).status).to.equal(401);
      expect((await between.at(parlour.url).call('/session')).status).to.equal(200);

      // An older backup, read where only the new secret is known, beside the list of the erased.
      const target = await createTestDatabase();
      const restored = await npmRun('restore', [file], { ...environment(NEW), DATABASE_URL: target });
      expect(restored.said).to.contain('erased again (');
      const database = openDatabase(target, 1);
      const { rows } = await database.raw(`SELECT text FROM messages WHERE text ~ 'neighbour'`);
      await database.destroy();
      expect(rows).to.deep.equal([]);
      const sealed = Number(/Sealed (\d+) secrets/.exec(done.said)?.[1]);
      measured(21, counted`${sealed} sealed anew under load, ${refused.length} requests refused`);
    });
  });

  it('is made by the command where Parlour keeps it itself', async () => {
    const dataDir = join(folder, 'embedded');
    const environment = { DATA_DIR: dataDir, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password };
    const secret = () => readFileSync(join(dataDir, 'app-secret'), 'utf8');
    await copyBegun(dataDir);
    let running = await startProcess(environment);
    const admin = await StaffClient.signIn(running.url, ADMIN);
    const site = await admin.post<SiteView>('/api/v1/sites', {
      ...{ name: 'Lindenhof', allowedOrigins: [], ...WITH_SECRETS },
    });
    const visitor = await VisitorClient.start(running.url, 'demo');
    const first = secret();

    const begun = await npmRun('secrets:rotate', [], environment);
    expect(begun.code, begun.said).to.equal(1);
    expect(begun.said).to.contain('restart it, and run this again');
    expect(secret()).to.not.equal(first);
    await visitor.say('Nothing has changed for me.');
    await running.end();

    running = await startProcess(environment);
    const done = await npmRun('secrets:rotate', [], environment);
    expect(done.code, done.said).to.equal(0);
    expect(done.said).to.contain('Sealed 8 secrets').and.to.contain('app-secret.previous');
    expect(await admin.at(running.url).get(`/api/v1/sites/${site.id}`)).to.deep.equal(site);
    await visitor.at(running.url).say('Nor now.');
    await running.end();

    rmSync(join(dataDir, 'app-secret.previous'));
    running = await startProcess(environment);
    expect(existsSync(join(dataDir, 'app-secret.previous'))).to.equal(false);
    expect(await admin.at(running.url).get(`/api/v1/sites/${site.id}`)).to.deep.equal(site);
    expect((await visitor.at(running.url).call('/session')).status).to.equal(401);
    await running.end();
  });
});
