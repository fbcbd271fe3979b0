/** Puts what was checked into `dist`, with its checksums. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Circumstances } from './command.ts';
import { checksums, filesIn } from './files.ts';

const DIST = join(import.meta.dirname, '../../dist');
const SUMS = 'SHA256SUMS';

/** @returns what to tell */
export function publish({ folder }: Circumstances): string {
  const made = join(folder, 'dist');
  const files = filesIn(made);
  // Where something was built is nobody's business, and would be another place tomorrow.
  const telling = files.filter((path) => readFileSync(join(made, path)).includes(folder));
  if (telling.length > 0) throw new Error(`These say where they were built: ${telling.join(', ')}`);
  writeFileSync(join(made, SUMS), checksums(made));
  mkdirSync(DIST, { recursive: true });
  for (const name of readdirSync(made)) putInPlace(join(made, name), join(DIST, name));
  return `${files.length} files in dist; (cd dist && sha256sum --check --quiet ${SUMS}) checks them`;
}

/** Copied aside first and moved whole, so that whoever uses it meanwhile never finds half of it. */
function putInPlace(made: string, place: string): void {
  const aside = join(DIST, `.release-${process.pid}`);
  cpSync(made, aside, { recursive: true });
  rmSync(place, { recursive: true, force: true });
  renameSync(aside, place);
}
