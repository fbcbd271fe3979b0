import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { runCommand } from '../../backend/backup/command.ts';
import { type Database, openDatabase } from '../../backend/db/knex.ts';
import { SECRET_PATHS } from '../../backend/sites/schema.ts';
import { dumpOf } from '../backend/privacy/dump.ts';
import { type FakeReceiver, startFakeReceiver } from '../support/fakes/receiver.ts';
import { call } from '../support/http-client.ts';
import { identityToken, readCode } from '../support/identity-token.ts';
import { counted, measured } from '../support/measured.ts';
import { type ParlourProcess, startProcess } from '../support/parlour-process.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { StaffClient } from '../support/staff-client.ts';
import { until } from '../support/until.ts';
import { VisitorClient } from '../support/visitor-client.ts';

/** Unlike anything else, and unlike any maker's keys: no pattern can hide it by its looks. */
const canary = (name: string) => `canary${name}${randomBytes(9).toString('hex')}`;

/** What the operator sets. */
const OPERATOR = {
  APP_SECRET: canary('AppSecretOfTheOperator'),
  ADMIN_PASSWORD: canary('Password'),
  RESEND_API_KEY: canary('Resend'),
  RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from(canary('ResendHook')).toString('base64')}`,
};
const EMAIL = 'canary-mail@example.com';

/** As text, and as it looks in bytea columns and encoded headers. */
const spellings = (secret: string) => [
  secret,
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('base64').slice(0, -4),
];

describe('secrets (promise 21)', () => {
  let folder: string;
  let parlour: ParlourProcess;
  let database: Database;
  let environment: Record<string, string>;
  /** Answers each call with all that it was sent, as a debugging receiver or a careless vendor does. */
  let echo: FakeReceiver;
  const secrets: Record<string, string> = { ...OPERATOR };
  let siteId: string;
  let admin: StaffClient;
  before(async () => {
    echo = await startFakeReceiver();
    echo.answer = (request) => ({
      status: 400,
      body: JSON.stringify({ error: { message: 'Bad', request } }),
    });
    folder = mkdtempSync(join(tmpdir(), 'parlour-secrets-'));
    environment = {
      ...OPERATOR,
      DATABASE_URL: await createTestDatabase(),
      DATA_DIR: folder,
      ALLOW_PRIVATE_NETWORK: 'true',
      ADMIN_EMAIL: EMAIL,
      RESEND_BASE_URL: echo.url,
      MAIL_FROM: 'Parlour <desk@parlour.example>',
    };
    parlour = await startProcess({ ...environment, LOG_LEVEL: 'trace' });
    database = openDatabase(environment.DATABASE_URL!, 2);
    await useThemAll();
  });
  after(async () => {
    await database?.destroy();
    await parlour?.end();
    await echo.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Sets every secret there is, and has each of them used, in ways that fail too. */
  async function useThemAll() {
    const { url } = parlour;
    admin = await StaffClient.signIn(url, { email: EMAIL, password: OPERATOR.ADMIN_PASSWORD });
    const settings: Record<string, never> = {};
    for (const path of SECRET_PATHS.filter((path) => !path.includes('previousSecret' as never))) {
      const name = path.join('.');
      secrets[name] = canary(path.at(-1)!);
      let node = settings as Record<string, unknown>;
      for (const part of path.slice(0, -1)) {
        node[part] ??= {};
        node = node[part] as Record<string, unknown>;
      }
      node[path.at(-1)!] = secrets[name];
    }
    const site = await admin.post<{ id: string; key: string }>('/api/v1/sites', {
      name: 'Guarded',
      allowedOrigins: [],
    });
    siteId = site.id;
    const patch = (json: object) => admin.patch(`/api/v1/sites/${siteId}`, json);
    await patch(settings);
    await patch({
      agent: {
        n8n: { url: `${echo.url}/n8n`, authHeader: 'X-Key' },
        openai: { baseUrl: echo.url, model: 'm' },
      },
      integrations: {
        webhook: {
          url: `${echo.url}/hook`,
          headerName: 'X-Key',
          events: ['lead.completed', 'session.completed'],
        },
        monday: { boardId: '1234567890', apiUrl: `${echo.url}/monday` },
        messenger: { pageId: '77', graphUrl: `${echo.url}/graph` },
        email: { to: ['team@example.com'] },
      },
    });
    const rotated = await admin.post<{ secret: string }>(`/api/v1/sites/${siteId}/webhook/rotate`, {});
    // The one that was set signs for another day.
    secrets['integrations.webhook.previousSecret'] = secrets['integrations.webhook.secret']!;
    secrets['integrations.webhook.secret'] = rotated.secret;
    const connected = await admin.post<{ code: string }>(`/api/v1/sites/${siteId}/connect`);
    const code = readCode(connected.code);
    Object.assign(secrets, { 'identity secret': code.identity, 'WordPress key': code.key });
    const made = await admin.post<{ key: string }>('/api/v1/api-keys', {
      name: 'A key',
      scopes: ['sessions:read'],
    });
    secrets['API key'] = made.key;
    await call(`${url}/api/v1/sessions`, { headers: { authorization: `Bearer ${made.key}` } });
    const invited = await admin.post<{ inviteUrl: string }>('/api/v1/users', {
      email: 'new@example.com',
      name: 'New',
      role: 'agent',
    });
    secrets['one-time link'] = new URLSearchParams(new URL(invited.inviteUrl).hash.slice(1)).get('token')!;
    secrets['sign-in'] = admin.cookie
      .split('; ')
      .find((pair) => pair.startsWith('parlour='))!
      .split('=')[1]!;

    for (const what of ['agent', 'webhook', 'monday', 'messenger', 'email'])
      await admin.call(`/api/v1/sites/${siteId}/test/${what}`, { json: {} });
    await admin.call(`/api/v1/sites/${siteId}/models`, { json: {} });
    await admin.call(`/api/v1/sites/${siteId}/monday/boards`, { json: {} });
    for (const kind of ['n8n', 'openai']) {
      await patch({ agent: { kind } });
      const visitor = await VisitorClient.start(url, site.key);
      secrets[`visitor’s token, ${kind}`] = visitor.token;
      await visitor.say('I am Canary Silva, and my words are canary-words');
      await visitor.call('/session/messages', { json: { id: randomUUID(), text: 'canary-bad\u0000' } });
      const identity = identityToken(code.identity, { site: site.key, email: 'ana@acme.com' });
      await visitor.call('/session/identity', { method: 'PUT', json: { identity } });
      await visitor.call('/session/lead', { method: 'PUT', json: { email: 'canary-visitor@example.com' } });
      await visitor.call('/session/complete', { method: 'POST' });
    }
    const wrong = { email: 'canary-wrong@example.com', password: 'canary-guess-long' };
    await call(`${url}/api/v1/auth/login`, { json: wrong, headers: { origin: url } });
    const used = (path: string) => echo.received.some((request) => request.path.includes(path));
    for (const path of ['/n8n', '/chat/completions', '/hook', '/monday', '/graph', '/emails'])
      await until(() => used(path), `a call of ${path}`, 30_000);
    const open = () => database('delivery_attempts').whereNotNull('response');
    await until(async () => (await open()).length > 1, 'answers of receivers to be kept', 30_000);
  }

  /** Names of secrets that stand in a text. */
  const foundIn = (text: string) =>
    Object.entries(secrets)
      .filter(([, secret]) => spellings(secret).some((spelled) => text.includes(spelled)))
      .map(([name]) => name);

  it('are in no line of the logs, nor is what anybody said, also when things go wrong', () => {
    // The welcome names the admin's address to whoever started it; the lines of the log must not.
    const log = parlour
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(log.some((line) => line.includes('the agent could not answer'))).to.equal(true);
    expect(log.filter((line) => /canary/i.test(line))).to.deep.equal([]);
    expect(foundIn(parlour.output())).to.deep.equal([]);
  });

  it('are in no answer to whoever reads, no page, no export and no figure', async () => {
    const { body: contract } = await call<{ paths: Record<string, object> }>(
      `${parlour.url}/api/openapi.json`,
    );
    const ids: Record<string, string[]> = {};
    const idsOf = async (table: string) => (await database(table).select('id')).map(({ id }) => String(id));
    for (const table of ['sites', 'chat_sessions', 'leads', 'incidents', 'deliveries', 'outbox_mails'])
      ids[table] = await idsOf(table);
    const tables: Record<string, string> = {
      sites: 'sites',
      sessions: 'chat_sessions',
      leads: 'leads',
      errors: 'incidents',
      deliveries: 'deliveries',
      outbox: 'outbox_mails',
    };
    const leaks: string[] = [];
    let read = 0;
    for (const [path, methods] of Object.entries(contract.paths)) {
      if (!('get' in methods) || /\/(live|events)$/.test(path)) continue;
      const table = tables[path.split('/')[3] ?? ''] ?? 'sites';
      for (const id of path.includes('{') ? ids[table]! : ['']) {
        const address = parlour.url + path.replace(/\{\w+\}/g, id);
        const answer = await fetch(address, { headers: admin.headers, redirect: 'manual' });
        const text = await answer.text();
        if (answer.status === 200) read += 1;
        for (const name of foundIn(text)) leaks.push(`${name} in ${path}, ${answer.status}`);
      }
    }
    expect(leaks).to.deep.equal([]);
    expect(read).to.be.greaterThan(40);
    const lines = parlour.output().split('\n').length;
    measured(
      21,
      counted`${Object.keys(secrets).length} secrets, ${lines} lines of logs, ${read} answers, ${leaks.length} leaks`,
    );
  });

  it('are in no table and no backup but sealed or hashed', async () => {
    const dump = (await dumpOf(database)).split('\n');
    const inTables = dump.flatMap((row) => foundIn(row).map((name) => `${name} in ${row.split(' ')[0]}`));
    expect(inTables).to.deep.equal([]);
    measured(21, counted`${dump.length} rows of a dump, ${inTables.length} with one in the clear`);
    const file = join(folder, 'all.backup');
    const write = process.stdout.write;
    let said = '';
    process.stdout.write = ((text: string) => {
      said += text;
      return true;
    }) as typeof write;
    const code = await runCommand(['backup', file], environment, '0.1.0').finally(() => {
      process.stdout.write = write;
    });
    expect(code, said).to.equal(0);
    expect(foundIn(said)).to.deep.equal([]);
    const bytes = readFileSync(file);
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
    expect(text).to.include('enc1:');
    expect(foundIn(text)).to.deep.equal([]);
  });
});
