/** What a build made, file by file: its checksums, and whether another build made the same. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unzipped } from '../support/wordpress/unzip.ts';

/** How many bytes of two files are shown from where they part. */
const SHOWN = 60;

/** Every file below a folder, by its path there, in an order that no language changes. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** The lines that `sha256sum --check` reads. */
export function checksums(folder: string): string {
  const line = (path: string) =>
    `${createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')}  ${path}\n`;
  return filesIn(folder).map(line).join('');
}

export interface Comparison {
  /** Where the two part first; undefined when they are the same. */
  difference: string | undefined;
  /** Files that hold the same, packed in another way: Node's zlib and brotli differ from version to version. */
  repacked: string[];
}

/** @param mayRepack whether a packed file may differ as long as it holds the same */
export function compare(one: string, other: string, mayRepack: boolean): Comparison {
  const repacked: string[] = [];
  const [files, others] = [filesIn(one), filesIn(other)];
  const alone = [...new Set([...files, ...others])].find(
    (path) => files.includes(path) !== others.includes(path),
  );
  if (alone) return { difference: `${alone} is only in ${files.includes(alone) ? one : other}`, repacked };
  for (const path of files) {
    const [a, b] = [readFileSync(join(one, path)), readFileSync(join(other, path))];
    if (a.equals(b)) continue;
    if (!mayRepack || !unpack(path, a).equals(unpack(path, b)))
      return { difference: parting(path, unpack(path, a), unpack(path, b)), repacked };
    repacked.push(path);
  }
  return { difference: undefined, repacked };
}

/** What a packed file holds; any other file itself. */
function unpack(path: string, data: Buffer): Buffer {
  if (path.endsWith('.gz')) return gunzipSync(data);
  if (path.endsWith('.br')) return brotliDecompressSync(data);
  if (!path.endsWith('.zip')) return data;
  return Buffer.concat([...unzipped(data)].flatMap(([name, content]) => [Buffer.from(`${name}\n`), content]));
}

function parting(path: string, a: Buffer, b: Buffer): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const shown = (data: Buffer) => JSON.stringify(data.toString('utf8', Math.max(0, at - 20), at + SHOWN));
  const where = a.equals(b) ? 'only in how it is packed' : `from byte ${at}`;
  return `${path} differs ${where}:\n  ${shown(a)}\n  ${shown(b)}`;
}
