/**
 * Statements on the hot path go to the driver as they are, by name: PostgreSQL plans them once per connection.
 * (The same through the query builder costs twice as much of our own time.)
 */
import type pg from 'pg';
import type { Database, Transaction } from './knex.ts';

export interface Statement {
  /** Unique; the text of a name never changes while Parlour runs. */
  name: string;
  text: string;
}

/** Runs it on the pool, or inside the transaction that is given. */
export async function runStatement<Row extends pg.QueryResultRow>(
  on: Database | Transaction,
  { name, text }: Statement,
  values: unknown[],
): Promise<Row[]> {
  return withConnection(on, async (client) => (await client.query<Row>({ name, text, values })).rows);
}

/** What jsonb does not take, and every other escape, so that a backslash somebody wrote is not taken for one. */
const ESCAPES = /\\(?:u(?:0000|d[89a-f][0-9a-f]{2})|.)/g;

/** JSON that jsonb takes, whatever was in the texts: without NUL and halves of surrogate pairs, also in names. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value).replace(ESCAPES, (found) => (found.length === 6 ? '' : found));
}

/** Lends a driver connection: the transaction's own, or one of the pool. */
export async function withConnection<T>(
  on: Database | Transaction,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const connection = (await on.client.acquireConnection()) as pg.Client;
  try {
    return await work(connection);
  } finally {
    await on.client.releaseConnection(connection);
  }
}
