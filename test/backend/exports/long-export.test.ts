import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { SessionExport } from '../../../backend/exports/read.ts';
import { startTestParlour, type TestParlour } from '../../support/parlour.ts';
import { until } from '../../support/until.ts';

const SESSIONS = 8_000;
const MESSAGES = 3;
const MIB = 1024 * 1024;
const LOOK_EVERY = 2 * MIB;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const lines = (chunk: Buffer) => chunk.toString('latin1').split('\n').length - 1;

/** What is held, garbage not counted. */
function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('a long export', () => {
  let parlour: TestParlour;
  before(async () => {
    parlour = await startTestParlour();
    await parlour.database.raw(
      `INSERT INTO chat_sessions (id, site_id, last_seq, last_message_at, started_at)
       SELECT gen_random_uuid(), ?, ${MESSAGES}, now() - n * interval '1 second', now() - n * interval '1 second'
       FROM generate_series(1, ${SESSIONS}) n`,
      [parlour.site.id],
    );
    await parlour.database.raw(
      `INSERT INTO messages (session_id, seq, id, role, text)
       SELECT id, seq, gen_random_uuid(), 'visitor', 'message ' || seq || repeat(' and so on', 40)
       FROM chat_sessions, generate_series(1, ${MESSAGES}) seq`,
    );
    await parlour.database.raw('ANALYZE');
  });
  after(() => parlour.stop());

  async function open(format: string, query = ''): Promise<IncomingMessage> {
    const request = get(`${parlour.url}/api/v1/exports/sessions.${format}${query}`, {
      headers: parlour.admin.headers,
      agent: false,
    });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  }

  /** Connections in the middle of an export: nobody else holds a snapshot from one statement to the next. */
  async function openSnapshots(): Promise<number> {
    const { rows } = await parlour.database.raw(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()
         AND state LIKE '%transaction%' AND backend_xmin IS NOT NULL`,
    );
    return rows[0].n;
  }

  /** Nobody reads, so the export asks for nothing more. */
  async function untilItRests(): Promise<void> {
    let lastQuery = '';
    await until(async () => {
      const { rows } = await parlour.database.raw(
        `SELECT max(query_start)::text AS at FROM pg_stat_activity
         WHERE datname = current_database() AND state = 'idle in transaction'`,
      );
      const rests = rows[0].at !== null && rows[0].at === lastQuery;
      lastQuery = rows[0].at;
      return rests;
    }, 'it asks for nothing more');
  }

  it('is whole, and the memory does not grow with it', async () => {
    const response = await open('ndjson');
    expect(response.headers['x-total-count']).to.equal(String(SESSIONS));
    const start = memoryInUse();
    let rows = 0;
    let bytes = 0;
    let highest = 0;
    for await (const chunk of response) {
      rows += lines(chunk as Buffer);
      if (bytes % LOOK_EVERY > (bytes + chunk.length) % LOOK_EVERY)
        highest = Math.max(highest, memoryInUse() - start);
      bytes += chunk.length;
    }
    expect(rows).to.equal(SESSIONS);
    expect(bytes).to.be.greaterThan(12 * MIB);
    expect(highest / MIB).to.be.lessThan(16);
  });

  it('waits for a slow reader, and ends its reading when the reader leaves', async () => {
    const response = await open('json');
    response.pause();
    await untilItRests();
    expect(response.complete).to.equal(false);
    response.destroy();
    await until(async () => (await openSnapshots()) === 0, 'the export has ended');
  });

  it('lets go of its snapshot also where there is no connection to cut its statement short', async () => {
    const asking = new Proxy(parlour.database, {
      get: (database, name) =>
        name === 'raw' ? () => Promise.reject(new Error('none is free')) : Reflect.get(database, name),
    });
    const source = await SessionExport.open(asking, {}, { siteId: null });
    const reading = source
      .read()
      .next()
      .catch(() => {});
    await source.close().catch(() => {});
    await reading;
    await until(async () => (await openSnapshots()) === 0, 'the export has ended');
  });

  it('shows one moment, whatever is deleted meanwhile', async () => {
    const from = new Date(Date.now() - 3_000_000).toISOString();
    const response = await open('ndjson', `?from=${from}`);
    const total = Number(response.headers['x-total-count']);
    await parlour.database.raw(
      `DELETE FROM chat_sessions WHERE started_at BETWEEN now() - interval '3100 seconds' AND now() - interval '2000 seconds'`,
    );
    let rows = 0;
    for await (const chunk of response) rows += lines(chunk as Buffer);
    expect(rows).to.equal(total).and.to.be.greaterThan(2_500);
  });

  it('never looks whole when it breaks off', async () => {
    const response = await open('csv');
    response.pause();
    await untilItRests();
    await parlour.database.raw(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE '%transaction%' AND pid <> pg_backend_pid()`,
    );
    const closed = new Promise((resolve) => response.on('error', () => {}).on('close', resolve));
    response.resume();
    await closed;
    expect(response.complete).to.equal(false);
    expect((await parlour.admin.call('/api/v1/exports/count')).status).to.equal(200);
  });

  it('asks for patience when too many run at once', async () => {
    const running = await Promise.all([open('json'), open('json')]);
    for (const response of running) response.pause();
    const { status, headers } = await parlour.admin.call('/api/v1/exports/sessions.csv');
    expect(status).to.equal(429);
    expect(headers.get('retry-after')).to.equal('15');
    for (const response of running) response.destroy();
    await until(async () => (await openSnapshots()) === 0, 'both have ended');
    await until(
      async () => (await parlour.admin.call('/api/v1/exports/sessions.csv?lead=any')).status === 200,
      'there is room again',
    );
  });
});
