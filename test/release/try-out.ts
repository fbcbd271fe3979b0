/** A built Parlour as a stranger gets it: started on an empty folder with its own PostgreSQL, one chat, stopped. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LeadView } from '../../backend/leads/schema.ts';
import type { SiteView } from '../../backend/sites/schema.ts';
import { onLeaving } from '../bench/leaving.ts';
import { freePort } from '../support/free-port.ts';
import { call, ok } from '../support/http-client.ts';
import { startProcess } from '../support/parlour-process.ts';
import { StaffClient } from '../support/staff-client.ts';
import { VisitorClient } from '../support/visitor-client.ts';
import { type Circumstances, pathWith } from './command.ts';
import type { Runtime } from './runtimes.ts';

const ADMIN = { email: 'admin@example.com', password: 'plum tart on sundays' };
const VISITOR = 'ana@acme.example';
const ORIGIN = 'https://landing.example';

/** @throws Error that says what did not go as it must */
export async function tryOut(
  { program }: Runtime,
  { folder }: Circumstances,
  version: string,
): Promise<void> {
  const data = join(folder, '.data');
  const port = String(await freePort());
  const environment = {
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PATH: pathWith(program),
    DATA_DIR: data,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  };
  const args = [join(folder, 'dist/backend/index.js')];
  const parlour = await startProcess(environment, { command: program, args, cwd: folder });
  const stop = async () => {
    parlour.kill('SIGTERM');
    return parlour.ended;
  };
  const forget = onLeaving(stop);
  try {
    if (!parlour.output().includes('"msg":"ready"')) throw new Error('It did not start.');
    await sayVersion(parlour.url, version);
    await becomeLead(parlour.url);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${parlour.output()}`);
  } finally {
    await stop().finally(forget);
  }
  const code = await parlour.ended;
  if (code !== 0) throw new Error(`It ended with ${code}.`);
  if (existsSync(join(data, 'postgres/postmaster.pid'))) throw new Error('Its PostgreSQL runs on.');
}

async function sayVersion(url: string, version: string): Promise<void> {
  const document = await ok(call<{ info: { version: string } }>(`${url}/api/openapi.json`));
  expect(document.info.version === version, `/api/openapi.json says ${document.info.version}`);
  for (const path of ['/widget.js', '/dashboard/', '/demo']) {
    const { status } = await call(url + path);
    expect(status === 200, `${path} answers ${status}`);
  }
}

/** A site is made, somebody asks, is answered and leaves an address, and staff see the lead. */
async function becomeLead(url: string): Promise<void> {
  const admin = await StaffClient.signIn(url, ADMIN);
  const site = await admin.post<SiteView>('/api/v1/sites', { name: 'Lindenhof', allowedOrigins: [ORIGIN] });
  const visitor = await VisitorClient.start(url, site.key);
  const { messages } = await visitor.say('Hello, what do you offer?');
  expect(messages.at(-1)?.role === 'assistant', 'the visitor was not answered');
  const told = await visitor.call('/session/lead', { method: 'PUT', json: { email: VISITOR } });
  expect(told.status === 200, `the address was answered with ${told.status}`);
  const leads = await admin.get<{ items: LeadView[] }>(`/api/v1/leads?site=${site.id}`);
  expect(leads.items[0]?.email === VISITOR, 'staff do not see the lead');
}

function expect(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(`${otherwise}.`);
}
