import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { call } from '../support/http-client.ts';
import { type ParlourProcess, startProcess } from '../support/parlour-process.ts';
import { StaffClient } from '../support/staff-client.ts';
import { VisitorClient } from '../support/visitor-client.ts';

const ADMIN = { email: 'canary-mail@example.com', password: 'canary plum tart on sundays' };

describe('the logs', function () {
  this.timeout(60_000);
  let folder: string;
  let parlour: ParlourProcess;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parlour-logs-'));
    parlour = await startProcess({
      DATA_DIR: folder,
      LOG_LEVEL: 'trace',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
    });
  });
  after(async () => {
    parlour.kill('SIGTERM');
    await parlour.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('hold no text, no detail and no secret, also when things go wrong (promise 21)', async () => {
    const { url, output } = parlour;
    // The welcome names the admin's address to whoever started it; the lines of the log must not.
    const admin = await StaffClient.signIn(url, ADMIN);
    const { items } = await admin.get<{ items: Array<{ id: string }> }>('/api/v1/sites');
    await admin.patch(`/api/v1/sites/${items[0]!.id}`, {
      agent: { openai: { model: 'm', apiKey: 'canary-api-key' } },
    });
    const visitor = await VisitorClient.start(url, 'demo');
    await visitor.say('I am Canary Silva, canary-visitor@example.com, and canary-words');
    await admin.patch(`/api/v1/sites/${items[0]!.id}`, { agent: { kind: 'openai' } });
    await visitor.say('canary-unanswerable');
    await visitor.call('/session/messages', { json: { id: randomUUID(), text: 'canary-bad\u0000' } });
    await call(`${url}/api/v1/auth/login`, {
      json: { email: 'canary-wrong@example.com', password: 'canary-guess-long' },
      headers: { origin: url },
    });
    const log = output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(log.some((line) => line.includes('the agent could not answer'))).to.equal(true);
    expect(log.filter((line) => /canary/i.test(line))).to.deep.equal([]);
    expect(
      log.filter((line) => line.includes(visitor.token) || line.includes(admin.cookie.split('=')[1]!)),
    ).to.deep.equal([]);
  });
});
