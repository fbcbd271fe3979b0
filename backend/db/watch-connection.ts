/**
 * Nobody waits for ever for a database that has gone without a word: a pulled cable, a firewall that forgot the
 * connection, a server that hangs.
 *
 * A connection that owes an answer and has been silent for a while is asked about over another one. If the server is
 * still at work on it (a long statement), the wait goes on. Otherwise the answer was lost: the connection is ended, so
 * that its request fails as unavailable, and its session on the server is ended as soon as that can be reached, as it
 * may hold locks that others wait for.
 */
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const SILENT_MS = 4_000;
const ASK_MS = 3_000;
const END_EVERY_MS = 1_000;

/**
 * What nobody ends, as we are gone too, the server ends by itself: a transaction that has had nothing to do for so
 * long, and a session whose machine does not answer any more.
 */
const IDLE_SECONDS = 60;
const INTRODUCE = `SELECT pid, backend_start::text AS since,
    set_config('idle_in_transaction_session_timeout', '${IDLE_SECONDS}s', false),
    set_config('tcp_keepalives_idle', '30', false),
    set_config('tcp_keepalives_interval', '10', false),
    set_config('tcp_keepalives_count', '3', false)
  FROM pg_stat_activity WHERE pid = pg_backend_pid()`;

/** Writing to a client that does not read is no work that will end. */
const IS_AT_WORK = `SELECT pid FROM pg_stat_activity WHERE pid = $1 AND backend_start = $2::timestamptz
  AND state = 'active' AND wait_event IS DISTINCT FROM 'ClientWrite'`;
const END = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE pid = $1 AND backend_start = $2::timestamptz`;

/** A number alone may be another's by then. */
interface Session {
  pid: number;
  since: string;
}

type Known = 'yes' | 'no' | 'unreachable';

/** As the network's own errors say it, so that it is known as one. */
const lost = () => Object.assign(new Error('the database did not answer'), { code: 'ETIMEDOUT' });

/** Watches an open connection until it ends. Resolves once the server has said which session it is there. */
export async function watchConnection(client: pg.Client, url: string): Promise<void> {
  const stream = streamOf(client);
  let session: Session | undefined;
  const look = async () => {
    const rests = (client as unknown as { readyForQuery: boolean }).readyForQuery;
    if (rests) return;
    const { bytesRead } = stream;
    const isAtWork = session ? await ask(url, IS_AT_WORK, session) : 'no';
    // It has spoken meanwhile.
    if (stream.destroyed || stream.bytesRead !== bytesRead) return;
    if (isAtWork === 'yes') return void stream.setTimeout(SILENT_MS);
    stream.destroy(lost());
    if (session) await endSession(url, session);
  };
  stream.setTimeout(SILENT_MS);
  stream.on('timeout', () => void look());
  const { rows } = await client.query<Session>(INTRODUCE);
  session = rows[0];
}

/** Tries until the server was reached, or has ended it by itself. */
async function endSession(url: string, session: Session): Promise<void> {
  const givenUp = performance.now() + 2 * IDLE_SECONDS * 1000;
  while ((await ask(url, END, session)) === 'unreachable' && performance.now() < givenUp)
    await wait(END_EVERY_MS, undefined, { ref: false });
}

/** Whether there was such a row. */
async function ask(url: string, text: string, { pid, since }: Session): Promise<Known> {
  const asking = new pg.Client({
    connectionString: url,
    application_name: 'parlour watch',
    connectionTimeoutMillis: ASK_MS,
  });
  asking.on('error', () => {});
  try {
    await asking.connect();
    const stream = streamOf(asking);
    stream.setTimeout(ASK_MS, () => stream.destroy(lost()));
    return (await asking.query(text, [pid, since])).rows.length > 0 ? 'yes' : 'no';
  } catch {
    return 'unreachable';
  } finally {
    asking.end().catch(() => {});
  }
}

const streamOf = (client: pg.Client) => (client.connection as unknown as { stream: Socket }).stream;
