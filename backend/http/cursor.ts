/**
 * The opaque cursor of a keyset list: the number it is sorted by and the id of the last row (times as microseconds,
 * as PostgreSQL has them; a Date would round them and skip rows).
 */
import { badRequest } from '../errors.ts';
import { parse, stringify } from './uuid-bytes.ts';

export function writeCursor(sorted: bigint, id: string): string {
  const number = Buffer.alloc(8);
  number.writeBigInt64BE(sorted);
  return Buffer.concat([number, parse(id)]).toString('base64url');
}

/** @throws bad_request */
export function readCursor(cursor: string): { sorted: bigint; id: string } {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 24) throw badRequest('This cursor is not valid.');
  return { sorted: bytes.readBigInt64BE(), id: stringify(bytes.subarray(8)) };
}

/** A cursor's number as a time that PostgreSQL reads. @throws bad_request */
export function cursorTime(micros: bigint): string {
  const milliseconds = Number(micros / 1000n);
  if (Math.abs(milliseconds) > 8.64e15) throw badRequest('This cursor is not valid.');
  const rest = String(((micros % 1000n) + 1000n) % 1000n).padStart(3, '0');
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}
