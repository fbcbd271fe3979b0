/**
 * The opaque cursor of a keyset list: the number it is sorted by and the id of the last row (times as microseconds,
 * as PostgreSQL has them; a Date would round them and skip rows).
 */
import { badRequest } from '../errors.ts';
import { bytesOfUuid, uuidOfBytes } from './uuid-bytes.ts';

/** Where a page ended, as one word of an address: by what the list is sorted by, then by id. */
export function writeCursor(sorted: bigint, id: string): string {
  const number = Buffer.alloc(8);
  number.writeBigInt64BE(sorted);
  return Buffer.concat([number, bytesOfUuid(id)]).toString('base64url');
}

/** @throws bad_request */
export function readCursor(cursor: string): { sorted: bigint; id: string } {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 24) throw badRequest('This cursor is not valid.');
  return { sorted: bytes.readBigInt64BE(), id: uuidOfBytes(bytes.subarray(8)) };
}

/** The years that both PostgreSQL and an ISO date write with four digits. */
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59Z');

/** A cursor's number as a time that PostgreSQL reads. @throws bad_request */
export function cursorTime(micros: bigint): string {
  const milliseconds = Number(micros / 1000n);
  if (milliseconds < FIRST_MS || milliseconds > LAST_MS) throw badRequest('This cursor is not valid.');
  const rest = String(((micros % 1000n) + 1000n) % 1000n).padStart(3, '0');
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}
