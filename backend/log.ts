/**
 * Structured logs, one JSON line each. Message texts, personal details and secrets are never passed to a logger;
 * the redaction below is the second line of defence, not the first.
 */
import { type Logger, pino } from 'pino';

export type { Logger };

const SECRET_NAMES = [
  'password',
  'token',
  'secret',
  'apiKey',
  'authorization',
  'cookie',
  'text',
  'email',
  'phone',
];

/**
 * What JSON leaves as it is though it ends a line, turns it round or commands a terminal: DEL, C1 (U+009B begins escape
 * sequences), line and paragraph separators, and signs of direction.
 */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The same JSON in signs that stay on their line, whoever reads it with whatever. */
const onOneLine = (json: string) =>
  json.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Writes one JSON object a line to stdout; secrets are hidden by their names. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
    serializers: { err: (err) => (told.has(err) ? err : errorForLog(err)) },
    hooks: { streamWrite: onOneLine },
  });
}

/** What errorForLog has made: most callers hand that over already. */
const told = new WeakSet<object>();

/**
 * What of an error is safe to log. PostgreSQL's `detail` and knex's message quote the row and the statement's values,
 * so a database error is told by its code and constraint alone.
 */
export function errorForLog(err: unknown): Record<string, unknown> {
  if (!(err instanceof Error)) return { type: typeof err };
  type Database = Error & { code?: string; constraint?: string; table?: string };
  const database = ((err as { nativeError?: Error }).nativeError ?? err) as Database;
  const fromDatabase = typeof database.code === 'string' && /^[0-9A-Z]{5}$/.test(database.code);
  const safe = {
    type: err.name,
    message: fromDatabase ? 'database error' : err.message,
    code: database.code,
    constraint: database.constraint,
    table: database.table,
    stack: err.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12)
      .join('\n'),
    cause: err.cause ? errorForLog(err.cause) : undefined,
  };
  told.add(safe);
  return safe;
}
