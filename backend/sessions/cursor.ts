/**
 * The list's cursor: the sorted time in microseconds, as PostgreSQL has it (a Date would round it and skip rows), and
 * the id.
 */
import { badRequest } from '../errors.ts';
import { parse, stringify } from '../http/uuid-bytes.ts';

export interface Position {
  /** Microseconds since 1970, as text: a bigint of the driver. */
  cursorAt: string;
  id: string;
}

export function writeCursor({ cursorAt, id }: Position): string {
  const at = Buffer.alloc(8);
  at.writeBigInt64BE(BigInt(cursorAt));
  return Buffer.concat([at, parse(id)]).toString('base64url');
}

/** @throws bad_request */
export function readCursor(cursor: string): { at: string; id: string } {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 24) throw badRequest('This cursor is not valid.');
  const micros = bytes.readBigInt64BE();
  const milliseconds = Number(micros / 1000n);
  if (Math.abs(milliseconds) > 8.64e15) throw badRequest('This cursor is not valid.');
  const rest = String(((micros % 1000n) + 1000n) % 1000n).padStart(3, '0');
  const iso = new Date(milliseconds).toISOString();
  return { at: iso.replace('Z', `${rest}Z`), id: stringify(bytes.subarray(8)) };
}
