/**
 * How PostgreSQL answers: the plan of every statement (auto_explain, in the server's log), looked through for tables that
 * are read from end to end.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import pg from 'pg';

/** A table with fewer rows is read as a whole faster than by any index. */
const BIG = 50_000;

export interface Reading {
  /** What was asked. */
  what: string;
  table: string;
  ms: number;
  query: string;
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  /** Outer: its rows go on to the node above. InitPlan: asked once, before. */
  'Parent Relationship'?: string;
  Plans?: Node[];
}

/** Asks each question once with the plans being written down, and tells which read a big table whole. */
export async function findWholeReadings(
  databaseUrl: string,
  log: string,
  questions: ReadonlyArray<{ what: string; ask(): Promise<unknown> }>,
): Promise<Reading[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > ${BIG}`,
  );
  const big = new Set(rows.map(({ relname }) => relname as string));
  const database = client.database!;
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_format': 'json',
  };
  await client.query(`LOAD 'auto_explain'`);
  for (const [name, value] of Object.entries(settings))
    await client.query(`ALTER DATABASE ${database} SET ${name} = '${value}'`);
  try {
    await endOthers(client);
    const found: Reading[] = [];
    for (const { what, ask } of questions) {
      const before = statSync(log).size;
      await ask();
      found.push(...wholeReadings(textFrom(log, before), big).map((reading) => ({ what, ...reading })));
    }
    return found;
  } finally {
    for (const name of Object.keys(settings)) await client.query(`ALTER DATABASE ${database} RESET ${name}`);
    await endOthers(client);
    await client.end();
  }
}

/** Settings of a database count for new connections. */
const endOthers = (client: pg.Client) =>
  client.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'parlour'`);

function textFrom(file: string, position: number): string {
  const buffer = Buffer.alloc(statSync(file).size - position);
  const handle = openSync(file, 'r');
  readSync(handle, buffer, 0, buffer.length, position);
  closeSync(handle);
  return buffer.toString();
}

/** An entry is `duration: 1.2 ms  plan:` and JSON in lines that begin with a tab. */
function wholeReadings(text: string, big: ReadonlySet<string>): Array<Omit<Reading, 'what'>> {
  const entries = text.matchAll(/duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n)+)/g);
  return [...entries].flatMap(([, ms, json]) => {
    const { Plan: plan, 'Query Text': query } = JSON.parse(json!) as { Plan: Node; 'Query Text': string };
    const tables = [...new Set(nodesOf(plan).flatMap((node) => tableReadWhole(node) ?? []))];
    return tables
      .filter((table) => big.has(table))
      .map((table) => ({ table, ms: Number(ms), query: query.replace(/\s+/g, ' ') }));
  });
}

/**
 * All of them but a reading right below a limit, with a condition of the whole at most between them (Result): it ends when
 * enough is found, and is chosen where that is soon.
 */
const nodesOf = (node: Node, isLimited = false): Node[] => {
  const limits = node['Node Type'] === 'Limit' || (isLimited && node['Node Type'] === 'Result');
  const below = (node.Plans ?? []).flatMap((plan) =>
    nodesOf(plan, limits && plan['Parent Relationship'] === 'Outer'),
  );
  return isLimited && tableReadWhole(node) ? below : [node, ...below];
};
const tableReadWhole = (node: Node) => (node['Node Type'] === 'Seq Scan' ? node['Relation Name'] : undefined);
