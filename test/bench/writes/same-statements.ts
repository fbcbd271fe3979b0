/**
 * The statements of a plain turn, driven by pgbench as prepared statements: what this server could do if nothing but
 * SQL stood between a visitor and the disk.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { FINISH } from '../../../backend/conversation/finish-turn.ts';
import { STORE } from '../../../backend/conversation/store-message.ts';
import type { GroupedStatement } from '../../../backend/db/grouped.ts';
import { READ } from '../../../backend/visitor/read-turn.ts';
import { findPostgresBinaries, required } from '../../support/parts.ts';

/** Conversations of each client, so that two never wait for the same row. */
const SESSIONS = 100;

const uuid = (group: string, number: string) =>
  `('00000000-0000-7000-${group}-' || lpad((${number})::text, 12, '0'))::uuid`;
const SESSION = uuid('8000', ':place');
const TURN = uuid('9000', ':client_id');
const REPLY = "'I will pass this to the team. Where can they reach you'";
const REPLIES = `json_build_array(json_build_object('number', 1, 'id', gen_random_uuid(), 'text', ${REPLY}))`;

/** pgbench takes anything behind a colon for a variable; what it sets itself stands in `:place` and `:seq`. */
const SCRIPT = [
  `\\set place :client_id * ${SESSIONS} + random(1, ${SESSIONS})`,
  `${filled(STORE, { sessionId: SESSION, turnId: TURN, id: 'gen_random_uuid()', text: "'We are moving our office in spring'" })} \\gset`,
  `${filled(FINISH, {
    ...{
      sessionId: SESSION,
      turnId: TURN,
      upTo: '(:seq)::integer',
      count: '1',
      last: REPLY,
      state: "'null'::json",
    },
    ...{ agent: "'{}'::json", wantsPerson: 'false', replies: REPLIES },
  })};`,
  `${filled(READ, { sessionId: SESSION, from: '(:seq)::integer' })};`,
].join('\n');

/** The statement with its one call written out. */
function filled({ alone }: GroupedStatement, call: Record<string, string>): string {
  const pairs = Object.entries({ n: '0', ...call }).map(([name, value]) => `'${name}', ${value}`);
  return alone.text.replace('$1', () => `json_build_array(json_build_object(${pairs.join(', ')}))`);
}

/** Conversations to write into. */
export async function layOutSessions(databaseUrl: string, siteId: string, clients: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO chat_sessions (id, site_id)
     SELECT ${uuid('8000', 'n')}, $1 FROM generate_series(1, $2::integer) n ON CONFLICT DO NOTHING`,
    [siteId, (clients + 1) * SESSIONS],
  );
  await client.end();
}

/** Turns a second. */
export async function runStatements(databaseUrl: string, clients: number, seconds: number): Promise<number> {
  const { path } = required(findPostgresBinaries(), 'PostgreSQL’s pgbench');
  const folder = mkdtempSync(join(tmpdir(), 'parlour-pgbench-'));
  try {
    const script = join(folder, 'turn.sql');
    writeFileSync(script, SCRIPT);
    const { stdout } = await promisify(execFile)(join(path, 'pgbench'), [
      ...['--no-vacuum', '--protocol=prepared', `--file=${script}`],
      ...[`--client=${clients}`, `--jobs=${Math.min(2, clients)}`, `--time=${seconds}`, databaseUrl],
    ]);
    return Number(/tps = ([\d.]+)/.exec(stdout)![1]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
