import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { runningEmbedded } from '../../backend/db/embedded.ts';
import { openDatabase } from '../../backend/db/knex.ts';
import { type Begun, copyBegun } from '../support/begun-folder.ts';
import { rounds, timeFor } from '../support/faults/rounds.ts';
import { letLeasesRunOut } from '../support/faults/talker.ts';
import { call } from '../support/http-client.ts';
import { counted, measured } from '../support/measured.ts';
import { isRunning, type ParlourProcess, startProcess } from '../support/parlour-process.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

const NOBODY = 65534;

describe('the process with its embedded PostgreSQL', function () {
  this.timeout(timeFor(60_000));
  let folder: string;
  let begun: Begun;
  let running: ParlourProcess | undefined;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parlour-run-'));
    begun = await copyBegun(join(folder, 'data'));
  });
  afterEach(async () => {
    running?.kill('SIGKILL');
    await running?.ended;
    running = undefined;
    await until(() => postmasterPid(folder) === undefined, 'no server is left behind');
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (environment: Record<string, string> = {}, options = {}) => {
    running = await startProcess({ DATA_DIR: join(folder, 'data'), ...environment }, options);
    return running;
  };

  it('says where everything is and how the first admin gets in', async () => {
    const { url, output } = await start();
    const port = new URL(url).port;
    expect(output())
      .to.contain(`http://localhost:${port}/demo`)
      .and.contain(`http://localhost:${port}/dashboard/`);
    expect(output()).to.match(/First admin {2}http\S+set-password#token=\S+&for=setup/);
    expect((await call(`${url}/demo`)).status).to.equal(200);
    expect((await call(`${url}/health/ready`)).status).to.equal(200);
  });

  it('stops in order on SIGTERM and SIGINT, and starts again with all that was there', async () => {
    expect(begun.code, 'on SIGTERM, after its first start').to.equal(0);
    let { url } = await start();
    const heard = async () => {
      const { messages } = await begun.visitor.at(url).transcript();
      return messages.filter(({ role }) => role === 'visitor').map(({ text }) => text);
    };
    expect(await heard()).to.deep.equal(['Hello']);
    await begun.visitor.at(url).say('Hello again');
    const pid = postmasterPid(folder)!;
    running!.kill('SIGINT');
    expect(await running!.ended).to.equal(0);
    expect(isRunning(pid)).to.equal(false);
    ({ url } = await start());
    expect(await heard()).to.deep.equal(['Hello', 'Hello again']);
  });

  it('killed hard, leaves no server behind, loses nothing and answers what was open (promise 1)', async () => {
    let { url } = await start();
    const stored = new Map<string, string[]>();
    let lost = 0;
    const visitors: VisitorClient[] = [];
    for (let round = 0; round < rounds(2); round++) {
      const visitor = await VisitorClient.start(url, 'demo');
      visitors.push(visitor);
      stored.set(visitor.sessionId, []);
      const talking = talk(visitor, stored.get(visitor.sessionId)!);
      await until(() => stored.get(visitor.sessionId)!.length >= 3, 'a few messages were answered');
      running!.kill('SIGKILL');
      await Promise.all([running!.ended, talking]);
      ({ url } = await start());
    }
    const database = openDatabase(runningEmbedded(join(folder, 'data'))!, 1);
    await letLeasesRunOut(database);
    await database.destroy();
    for (const { token, sessionId, greeting } of visitors) {
      const visitor = new VisitorClient(url, token, sessionId, greeting);
      const read = async () => (await visitor.transcript()).messages;
      await until(
        async () => (await read()).at(-1)!.role === 'assistant',
        'the last message is answered',
        30_000,
      );
      const messages = await read();
      expect(messages.map(({ seq }) => seq)).to.deep.equal(messages.map((_, index) => index + 1));
      const texts = messages.filter(({ role }) => role === 'visitor').map(({ text }) => text);
      const promised = stored.get(sessionId)!;
      expect(texts.slice(0, promised.length)).to.deep.equal(promised);
      lost += promised.filter((text) => !texts.includes(text)).length;
    }
    const messages = [...stored.values()].flat().length;
    measured(
      1,
      counted`${visitors.length} kills with the embedded database, ${messages} messages promised, ${lost} lost`,
    );
  });

  it('ends with npm, however npm ends: nothing outlives npm start', async () => {
    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      // --ignore-scripts: it was built already.
      const command = { command: 'npm', args: ['start', '--ignore-scripts'] };
      running = await startProcess({ DATA_DIR: join(folder, 'data') }, command);
      const pid = postmasterPid(folder)!;
      running.kill(signal);
      await until(() => !isRunning(pid), 'the server is stopped');
      await running.ended;
    }
  });

  it('stops the server too when both are killed, and starts again', async () => {
    await start();
    const pid = postmasterPid(folder)!;
    running!.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await running!.ended;
    const { url } = await start();
    expect((await call(`${url}/health/ready`)).status).to.equal(200);
  });

  it('brings the server back when only that was killed, at the same address (promise 3)', async () => {
    const { url } = await start();
    const visitor = await VisitorClient.start(url, 'demo');
    const lines = Array.from({ length: rounds(2) }, (_, n) => `line ${n}`);
    for (const line of lines) {
      await visitor.say(line);
      process.kill(postmasterPid(folder)!, 'SIGKILL');
      await until(
        async () =>
          (await visitor.call('/session').catch(() => undefined))?.status === 200 && postmasterPid(folder),
        'it is healthy again',
        10_000,
      );
    }
    const { messages } = await visitor.transcript();
    expect(messages.filter(({ role }) => role === 'visitor').map(({ text }) => text)).to.deep.equal(lines);
    expect(await running!.end()).to.equal(0);
  });

  it('refuses a second Parlour in the same folder, or at the same port, and leaves the first alone', async () => {
    const first = await start();
    const second = await startProcess({ DATA_DIR: join(folder, 'data') });
    expect(await second.ended).to.equal(1);
    expect(second.output()).to.contain('Another Parlour is running with this data folder');
    await copyBegun(join(folder, 'other'));
    const third = await startProcess({ PORT: new URL(first.url).port, DATA_DIR: join(folder, 'other') });
    expect(await third.ended).to.equal(1);
    expect(third.output()).to.contain('is in use already').and.not.contain('    at ');
    await until(() => postmasterPid(folder, 'other') === undefined, 'its server is stopped');
    expect((await call(`${first.url}/health/ready`)).status).to.equal(200);
  });

  it('fails no request when it is stopped under load (promise 7)', async () => {
    const { url } = await start();
    const visitors = await Promise.all(Array.from({ length: 8 }, () => VisitorClient.start(url, 'demo')));
    const failures: unknown[] = [];
    let answered = 0;
    const talking = visitors.map(async (visitor) => {
      for (let n = 0; n < 60; n++) {
        const answer = await visitor
          .call('/session/messages', { json: { id: randomUUID(), text: `line ${n}` } })
          .catch((error) => error.cause ?? error);
        if (answer.status === 200) answered++;
        // Once it takes no more connections, a new one is refused; a request it took must be answered.
        else if (answer.code === 'ECONNREFUSED') return;
        else if (answer.status !== 429) failures.push(answer);
      }
    });
    await until(() => answered > 20, 'it is busy');
    const asked = Date.now();
    running!.kill('SIGTERM');
    expect(await running!.ended).to.equal(0);
    const seconds = (Date.now() - asked) / 1000;
    expect(seconds).to.be.below(10);
    await Promise.all(talking);
    expect(failures).to.deep.equal([]);
    measured(
      7,
      counted`gone ${seconds} s after SIGTERM, ${answered} requests answered before and meanwhile, ${failures.length} failed`,
    );
  });

  it('says in one line what is wrong with its settings (each of them: test/unit/backend/config)', async () => {
    const wrong = await startProcess({ PORT: 'eighty', DATA_DIR: folder });
    expect(await wrong.ended).to.equal(1);
    expect(wrong.output()).to.contain('PORT').and.not.contain('    at ');
  });

  // As root the test itself becomes an ordinary user where that user can reach the code; run as an ordinary user,
  // every other test here is this one.
  if (process.getuid?.() === 0 && reachableByNobody()) {
    it('runs as an ordinary user, from the first start on', async () => {
      rmSync(join(folder, 'data'), { recursive: true });
      chownSync(folder, NOBODY, NOBODY);
      chmodSync(folder, 0o755);
      const { url } = await start({ HOME: folder }, { uid: NOBODY, gid: NOBODY, cwd: folder });
      expect((await call(`${url}/health/ready`)).status).to.equal(200);
    });
  }
});

function reachableByNobody(): boolean {
  const { status } = spawnSync(process.execPath, [resolve('dist/backend/index.js')], {
    uid: NOBODY,
    gid: NOBODY,
    cwd: '/',
    env: { PORT: 'none' },
    encoding: 'utf8',
  });
  return status === 1;
}

/** Sends one message after the other until the server is gone; remembers those it answered. */
async function talk(visitor: VisitorClient, stored: string[]): Promise<void> {
  for (let n = 0; n < 80; n++) {
    const text = `line ${n}`;
    try {
      await visitor.say(text);
      stored.push(text);
    } catch {
      return;
    }
  }
}

function postmasterPid(folder: string, sub = 'data'): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, sub, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return isRunning(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
