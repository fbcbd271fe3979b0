/**
 * Writes a zip archive (PKWARE APPNOTE 6.3) that depends on nothing but its entries: one fixed time, one fixed set of
 * permissions, entries in the order given.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** Path inside the archive, with forward slashes, in ASCII. */
  name: string;
  data: Buffer;
}

const VERSION = 20; // 2.0: deflate
const MADE_ON_UNIX = 3 << 8;
const DEFLATE = 8;
/** 1980-01-01, the earliest date the format knows, in its two 16-bit fields. */
const TIME = 0;
const DATE = (1 << 5) | 1;
/** A regular file, readable by all and writable by its owner. */
const MODE = 0o100644 * 0x10000;

/** The archive. Entries of 4 GiB or more, or more than 65,535 of them, are beyond this form of the format. */
export function zip(entries: ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const path = Buffer.from(name, 'ascii');
    const packed = deflateRawSync(data, { level: 9 });
    const common = numbers(
      [VERSION, 2],
      [0, 2],
      [DEFLATE, 2],
      [TIME, 2],
      [DATE, 2],
      [crc32(data), 4],
      [packed.length, 4],
      [data.length, 4],
      [path.length, 2],
      [0, 2],
    );
    const file = Buffer.concat([numbers([0x04034b50, 4]), common, path, packed]);
    files.push(file);
    directory.push(
      Buffer.concat([
        numbers([0x02014b50, 4], [VERSION | MADE_ON_UNIX, 2]),
        common,
        numbers([0, 2], [0, 2], [0, 2], [MODE, 4], [offset, 4]),
        path,
      ]),
    );
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const count = entries.length;
  const end = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [listed.length, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...files, listed, end]);
}

/** Unsigned little-endian numbers of 2 or 4 bytes, one after another. */
function numbers(...values: [value: number, bytes: 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(values.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of values) at = buffer.writeUIntLE(value >>> 0, at, bytes);
  return buffer;
}
