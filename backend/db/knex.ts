/**
 * The connection pool, and bringing the schema up to date.
 */
import knexModule, { type Knex } from 'knex';
import { knexSnakeCaseMappers } from 'objection';
import pg from 'pg';
import { unavailable } from '../errors.ts';
import { migrationSource } from './migrations/index.ts';
import { watchConnection } from './watch-connection.ts';

export type Database = Knex;
export type Transaction = Knex.Transaction;

/** Any number that only Parlour's migrations use as an advisory lock. */
const MIGRATION_LOCK = 7_275_686_001;
/** And one for everything that is done before serving. */
const START_LOCK = 7_275_686_004;

/** Opens a pool. Nothing is connected until the first query. */
export function openDatabase(url: string, pool: number): Database {
  return knexModule({
    client: 'pg',
    connection: { connectionString: url, application_name: 'parlour', connectionTimeoutMillis: 5_000 },
    pool: {
      min: 0,
      max: pool,
      afterCreate(client: pg.Client, done: (error?: Error) => void) {
        watchConnection(client, url).then(() => done(), done);
      },
    },
    acquireConnectionTimeout: 8_000,
    // What goes wrong reaches the caller; knex would print it a second time, unstructured.
    log: { warn() {}, error() {}, deprecate() {}, debug() {} },
    ...knexSnakeCaseMappers(),
  });
}

/**
 * Runs every migration that has not run yet. Processes that start together wait for each other on an advisory lock,
 * which ends with its connection; knex's own lock row outlives a killed process and is therefore always set free.
 * @param names only these; a backup of an older version is read at its own level
 */
export async function migrate(url: string, names?: readonly string[]): Promise<void> {
  const source = names ? { ...migrationSource, getMigrations: async () => [...names] } : migrationSource;
  await withMigrations(url, (database) => runMigrations(database, source));
}

/**
 * Does what a process does before it serves, one process after the other: several that begin together on an empty
 * database would otherwise wait for each other's half-made tables. The lock ends with its connection.
 */
export async function inTurn<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'parlour start',
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks only ends the lock; whatever else broke with it says so itself.
  client.on('error', () => {});
  await client.connect();
  try {
    // In a transaction, so that a pooler in front lends one connection for all of it.
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [START_LOCK]);
    return await work();
  } finally {
    await client.end().catch(() => {});
  }
}

/** Takes all tables away again, with what is in them: an empty database that was prepared for another version. */
export async function emptySchema(url: string): Promise<void> {
  await withMigrations(url, (database) => database.migrate.rollback(settingsOf(migrationSource), true));
}

const settingsOf = (source: Knex.MigrationSource<string>) => ({
  migrationSource: source,
  tableName: 'migrations',
});

async function withMigrations(url: string, work: (database: Knex) => Promise<unknown>): Promise<void> {
  // knex's own tables want their names untranslated.
  const database = knexModule({ client: 'pg', connection: url, pool: { min: 0, max: 2 } });
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}

async function runMigrations(database: Knex, source: Knex.MigrationSource<string>): Promise<void> {
  const { rows } = await database.raw('SHOW server_version_num');
  const version = Number(rows[0].server_version_num);
  if (version < 140000)
    throw new Error(`Parlour needs PostgreSQL 14 or newer; this one is ${Math.floor(version / 10_000)}.`);
  await database.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    const settings = settingsOf(source);
    await database.migrate.forceFreeMigrationsLock(settings);
    await database.migrate.latest(settings);
  });
}

/** PostgreSQL's code for a unique violation. */
export function isUniqueViolation(error: unknown): boolean {
  return native(error).code === '23505';
}

const CONNECTION_CODES =
  /^(08|57P0|53300|53400|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)/;
const CONNECTION_WORDS =
  /Connection terminated|timeout expired|Timeout acquiring a connection|not queryable|Client has encountered a connection error|the database system is/i;

/** True when the database could not be reached or is going away; the same request may pass in a moment. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, message } = native(error);
  return CONNECTION_CODES.test(code ?? '') || CONNECTION_WORDS.test(message ?? '');
}

/** Two changes waited for each other and PostgreSQL let the other one through. */
const DEADLOCK = '40P01';

/** Turns a lost connection, or a change that had to give way, into the honest 503; passes everything else on. */
export function asAvailability(error: unknown): unknown {
  const mustGiveWay = error instanceof Error && native(error).code === DEADLOCK;
  return isConnectionError(error) || mustGiveWay ? unavailable(error) : error;
}

/** The driver's own error; Objection wraps it in one of its own. */
function native(error: unknown): { code?: string; message?: string } {
  return (error as { nativeError?: Error }).nativeError ?? (error as Error);
}
