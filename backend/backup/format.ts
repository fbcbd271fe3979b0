/**
 * What a backup looks like: gzip of lines. The first says what it is, a line with `#` opens a table, the lines below it
 * are its rows as JSON, and the last line says that nothing is missing.
 */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

export interface BackupHead {
  parlour: string;
  format: 1;
  madeAt: string;
  /** What had run in the database it was made of: its level. */
  migrations: string[];
  /** The mark of its APP_SECRET (keys). */
  secret: string;
}

export const TABLE = '#table ';
export const END = '#end ';

/** Sign-ins, one-time links and counters stay behind: nobody should come back in by an old cookie. */
export const LEFT_OUT = ['migrations', 'migrations_lock', 'staff_sessions', 'staff_tokens', 'rate_limits'];

/** Said on the screen of whoever runs the command; not an error of the program. */
export class BackupProblem extends Error {}

/** A name as SQL writes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The lines of a backup, as fast as they are taken. @throws BackupProblem when it breaks off or is something else */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  source.once('error', (error) => unzipped.destroy(error));
  let problem: NodeJS.ErrnoException | undefined;
  try {
    yield* linesIn(unzipped.setEncoding('utf8'));
  } catch (error) {
    problem = error as Error;
  } finally {
    source.destroy();
  }
  if (problem?.code === 'ENOENT') throw new BackupProblem(`There is no file ${file}.`);
  if (problem?.syscall) throw problem;
  if (problem) throw new BackupProblem('This file is not a backup of Parlour, or it is not whole.');
}

/** `\n` alone ends them: the readline of newer versions of Node parts what somebody wrote at U+2028, too. */
async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}

/** @throws BackupProblem */
export function readHead(line: string | undefined): BackupHead {
  try {
    const head = JSON.parse(line ?? '') as BackupHead;
    if (head.format === 1 && Array.isArray(head.migrations)) return head;
    if (typeof head.format === 'number')
      throw new BackupProblem(
        `This backup was made by a newer Parlour (${head.parlour}). Install that version, and restore again.`,
      );
  } catch (error) {
    if (error instanceof BackupProblem) throw error;
  }
  throw new BackupProblem('This file is not a backup of Parlour.');
}
