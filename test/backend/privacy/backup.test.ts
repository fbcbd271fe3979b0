import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { runCommand } from '../../../backend/backup/command.ts';
import { migrate, openDatabase } from '../../../backend/db/knex.ts';
import { copyBegun } from '../../support/begun-folder.ts';
import { npmRun } from '../../support/command-line.ts';
import { counted, measured } from '../../support/measured.ts';
import { ADMIN, startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { type ParlourProcess, startProcess } from '../../support/parlour-process.ts';
import { createEmptyDatabase, createTestDatabase } from '../../support/postgres.ts';
import { VisitorClient } from '../../support/visitor-client.ts';
import { dumpOf, traces } from './dump.ts';

const SECRET = 'a secret that only the tests use';

describe('backup and restore (promises 11 and 23)', () => {
  let folder: string;
  let parlour: TestParlour;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parlour-backup-'));
    parlour = await startTestParlour({ DATA_DIR: join(folder, 'data') });
  });
  after(async () => {
    await parlour.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (databaseUrl: string, dataDir = 'data') => ({
    DATABASE_URL: databaseUrl,
    APP_SECRET: SECRET,
    DATA_DIR: join(folder, dataDir),
  });
  const quietly = (words: string[], environment: Record<string, string>) => {
    const { stdout, stderr } = process;
    const write = [stdout.write, stderr.write] as const;
    let said = '';
    stdout.write = stderr.write = ((text: string) => {
      said += text;
      return true;
    }) as typeof stdout.write;
    return runCommand(words, environment, '0.1.0')
      .finally(() => {
        [stdout.write, stderr.write] = write;
      })
      .then((code) => ({ code, said }));
  };

  it('brings everything back, and events and counters go on', async () => {
    const visitor = await VisitorClient.start(parlour.url, parlour.site.key);
    await visitor.say('I am Ana Silva, ana@silva.example \u2028 "quoted" \\ back 🌿');
    const file = join(folder, 'whole.backup');
    const saved = await quietly(['backup', file], at(parlour.databaseUrl));
    expect(saved.code, saved.said).to.equal(0);
    const target = await createTestDatabase();
    const restored = await quietly(['restore', file], at(target));
    expect(restored.code, restored.said).to.equal(0);
    expect(restored.said)
      .to.match(/Restored \d+ rows/)
      .and.not.contain('another secret');

    const database = openDatabase(target, 2);
    // What the worker works out by itself may have gone on since the backup.
    const without = (dump: string) =>
      dump
        .split('\n')
        .filter(
          (row) =>
            !/^(jobs\.|public\.(events|migrations|staff_sessions|staff_tokens|rate_limits|review_scan|review_signals|stats_))/.test(
              row,
            ),
        )
        .sort();
    const rowsOf = [without(await dumpOf(database)), without(await dumpOf(parlour.database))];
    expect(rowsOf[0]).to.deep.equal(rowsOf[1]);
    measured(11, counted`${rowsOf[0]!.length} of ${rowsOf[1]!.length} rows the same`);
    await database.destroy();

    const again = await startTestParlour({ DATABASE_URL: target, DATA_DIR: join(folder, 'data') });
    const old = new VisitorClient(again.url, visitor.token, visitor.sessionId, visitor.greeting);
    await old.say('Still here');
    const { messages } = await old.transcript();
    expect(messages.map(({ text }) => text)).to.include.members(['Still here']);
    // New events come after the restored ones and are told.
    const { rows } = await again.database.raw(
      `SELECT count(*) FILTER (WHERE session_id = ?)::int AS mine, count(*)::int - count(DISTINCT id)::int AS double,
         bool_and(xid <= pg_snapshot_xmax(pg_current_snapshot())) AS readable FROM events`,
      [visitor.sessionId],
    );
    expect(rows[0]).to.include({ double: 0, readable: true });
    expect(rows[0].mine).to.be.greaterThan(4);
    await again.stop();
  });

  it('keeps who was erased erased, though an older backup knows them', async () => {
    const gone = await VisitorClient.start(parlour.url, parlour.site.key);
    await gone.call('/session/lead', {
      method: 'PUT',
      json: { name: 'Zora Blank', email: 'zora@blank.example' },
    });
    await gone.say('My word is xylograph');
    const left = await VisitorClient.start(parlour.url, parlour.site.key);
    await left.say('A quaternion, please forget it');
    const stays = await VisitorClient.start(parlour.url, parlour.site.key);
    await stays.say('I stay');
    const file = join(folder, 'older.backup');
    expect((await quietly(['backup', file], at(parlour.databaseUrl))).code).to.equal(0);
    await parlour.admin.post('/api/v1/privacy/erase', { email: 'zora@blank.example' });
    await left.call('/session', { method: 'DELETE' });
    const log = readFileSync(join(folder, 'data', 'erasures.log'), 'utf8');
    expect(traces(log, ['zora', 'blank'])).to.deep.equal([]);

    const target = await createTestDatabase();
    const restored = await quietly(['restore', file], at(target));
    expect(restored.said).to.contain('erased again (2)');
    // Without the file they come back; with it a start is enough.
    const other = await createTestDatabase();
    expect((await quietly(['restore', file], at(other, 'elsewhere'))).said).to.not.contain('erased again');
    const started = await startTestParlour({ DATABASE_URL: other, DATA_DIR: join(folder, 'data') });
    const words = ['zora', 'xylograph', 'quaternion', 'blank.example'];
    let found = 0;
    for (const url of [target, other]) {
      const database = openDatabase(url, 1);
      const dump = await dumpOf(database);
      await database.destroy();
      const traced = traces(dump, words);
      found += traced.length;
      expect(traced).to.deep.equal([]);
      expect(dump).to.contain('I stay');
    }
    measured(
      23,
      counted`${found} of ${words.length} words in ${[target, other].length} restores of an older backup`,
    );
    // Whoever comes back begins anew.
    const back = await VisitorClient.start(started.url, parlour.site.key);
    await back.call('/session/lead', { method: 'PUT', json: { email: 'zora@blank.example' } });
    await started.stop();
    const later = await startTestParlour({ DATABASE_URL: other, DATA_DIR: join(folder, 'data') });
    const known = await later.admin.post<{ counts: { sessions: number } }>('/api/v1/privacy/find', {
      email: 'zora@blank.example',
    });
    expect(known.counts.sessions).to.equal(1);
    await later.stop();
  });

  it('refuses what would do harm, in plain words', async () => {
    const file = join(folder, 'refused.backup');
    await quietly(['backup', file], at(parlour.databaseUrl));
    const full = await quietly(['restore', file], at(parlour.databaseUrl));
    expect(full).to.deep.include({ code: 1 });
    expect(full.said).to.contain('There is data here already');
    const lines = gunzipSync(readFileSync(file)).toString().split('\n');
    const rewritten = (change: (lines: string[]) => string[]) => {
      writeFileSync(file, gzipSync(change([...lines]).join('\n')));
      return createTestDatabase().then((url) => quietly(['restore', file], at(url)));
    };
    const newer = await rewritten(([head, ...rest]) => [
      head!.replace('"migrations":[', '"migrations":["9999_from_the_future",'),
      ...rest,
    ]);
    expect(newer.said).to.contain('made by a newer Parlour');
    expect((await rewritten((all) => all.slice(0, -5))).said).to.contain('not whole');
    writeFileSync(file, 'hello');
    expect((await quietly(['restore', file], at(await createTestDatabase()))).said).to.contain(
      'not a backup',
    );
    expect(
      (await quietly(['restore', join(folder, 'nowhere')], at(await createTestDatabase()))).said,
    ).to.contain('There is no file');
  });

  it('says what is wrong with a command, and a way out', async () => {
    const file = join(folder, 'never.backup');
    const nowhere = join(folder, 'nowhere');
    const own = at(parlour.databaseUrl);
    const wrong: Array<[words: string[], environment: Record<string, string>, code: number, said: string]> = [
      [['burn', file], own, 2, 'There is no command burn'],
      [['backup'], own, 2, 'wants the name of a file'],
      [['backup', '--all'], own, 2, 'There is no option --all'],
      [['--help'], own, 0, 'backup <file>'],
      [['backup', join(nowhere, 'it')], own, 1, `There is no folder ${nowhere}`],
      [['stats:rebuild'], { DATA_DIR: nowhere }, 1, `There is no database in ${nowhere}`],
      [['backup', file], at('postgres://a:b@127.0.0.1:1/c'), 1, 'No database answers at 127.0.0.1:1.'],
      [['backup', file], at(parlour.databaseUrl.replace(/[^/]+$/, 'nobodys')), 1, 'Make it with createdb'],
      [['backup', file], at(await createEmptyDatabase()), 1, 'There is no Parlour in this database'],
    ];
    for (const [words, environment, code, said] of wrong) {
      const answer = await quietly(words, environment);
      expect(answer.said, words.join(' '))
        .to.contain(said)
        .and.not.match(/undefined| {4}at /);
      expect(answer.code, words.join(' ')).to.equal(code);
    }
    expect(existsSync(file)).to.equal(false);
  });

  it('reads a backup of every older version, and brings it forward', async () => {
    const { rows: ran } = await parlour.database.raw('SELECT name FROM migrations ORDER BY id');
    const names = ran.map(({ name }: { name: string }) => name);
    const levels = [6, names.length - 2];
    for (const level of levels) {
      const old = await createEmptyDatabase();
      await migrate(old, names.slice(0, level));
      const database = openDatabase(old, 1);
      await database.raw(`INSERT INTO sites (id, key, name, timezone, locale, widget, lead, agent, integrations)
        VALUES (gen_random_uuid(), 'old', 'Old', 'UTC', 'en', '{}', '{}', '{}', '{}')`);
      await database.destroy();
      const file = join(folder, `level-${level}.backup`);
      expect((await quietly(['backup', file], at(old))).code).to.equal(0);
      const url = await createEmptyDatabase();
      const restored = await quietly(['restore', file], at(url));
      expect(restored.code, restored.said).to.equal(0);
      const brought = openDatabase(url, 1);
      expect((await brought('migrations').select('name')).map(({ name }) => name)).to.have.members(names);
      expect(await brought('sites').select('name')).to.deep.equal([{ name: 'Old' }]);
      await brought.destroy();
    }
    measured(
      11,
      counted`backups of versions with ${levels.join(' and ')} migrations brought forward to ${names.length}`,
    );
  });

  it('works in two commands on an empty machine, with the embedded database', async () => {
    let commands = 0;
    const command = (...asked: Parameters<typeof npmRun>) => {
      commands += 1;
      return npmRun(...asked);
    };
    const environment = (name: string) => ({
      DATA_DIR: join(folder, name),
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
    });
    const file = join(folder, 'embedded.backup');
    await copyBegun(join(folder, 'first'));
    let running: ParlourProcess = await startProcess(environment('first'));
    const visitor = await VisitorClient.start(running.url, 'demo');
    await visitor.say('Keep this');
    // While it runs.
    // The very commands that the README tells.
    const readme = readFileSync('README.md', 'utf8');
    const [save, bring] = [...readme.matchAll(/^npm run (\w+) -- parlour\.backup/gm)].map(
      ([, script]) => script!,
    );
    const saved = await command(save!, [file], environment('first'));
    expect(saved.code, saved.said).to.equal(0);
    await running.end();

    cpSync(join(folder, 'first', 'app-secret'), join(folder, 'second', 'app-secret'), { recursive: true });
    const restored = await command(bring!, [file], environment('second'));
    expect(restored.code, restored.said).to.equal(0);
    running = await startProcess(environment('second'));
    const old = new VisitorClient(running.url, visitor.token, visitor.sessionId, visitor.greeting);
    expect((await old.transcript()).messages.map(({ text }) => text)).to.include('Keep this');
    measured(11, counted`${commands} commands to an empty machine`);
    await running.end();
  });
});
