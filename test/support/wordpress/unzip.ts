/** Unpacks a zip without help from the machine, which may have no `unzip`. Neither encrypted ones nor ZIP64. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Writes every file of the zip below `into`. */
export function unzip(file: string, into: string): void {
  for (const [name, data] of unzipped(readFileSync(file))) write(join(into, inside(name)), data);
}

/** Every file of a zip: its name, and what it holds. The format: APPNOTE.TXT, .ZIP File Format Specification. */
export function* unzipped(zip: Buffer): Generator<[name: string, data: Buffer]> {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error('This is not a zip.');

  let entry = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(entry) === ENTRY) {
    const nameLength = zip.readUInt16LE(entry + 28);
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength);
    if (!name.endsWith('/')) yield [name, contents(zip, entry)];
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
}

/** What one entry of the zip's directory holds. */
function contents(zip: Buffer, entry: number): Buffer {
  const compressed = zip.readUInt16LE(entry + 10) === 8;
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const data = zip.subarray(from, from + size);
  return compressed ? inflateRawSync(data) : data;
}

function inside(name: string): string {
  const path = normalize(name);
  if (path.startsWith('..') || path.startsWith('/')) throw new Error(`A zip wants to write to ${name}.`);
  return path;
}

function write(path: string, data: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
}
