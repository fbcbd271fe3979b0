/**
 * The visitor token opens one conversation and nothing else. It is signed, not stored: the conversation's and the
 * site's id, and an HMAC-SHA256 over them. Erasing the conversation makes it worthless, as there is nothing to open.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from './uuid-bytes.ts';

export interface VisitorToken {
  sessionId: string;
  siteId: string;
}

const PREFIX = 'plv_';
const IDS = 32;
const MAC = 24;

export function signVisitorToken({ sessionId, siteId }: VisitorToken, key: Buffer): string {
  const ids = Buffer.concat([parse(sessionId), parse(siteId)]);
  return PREFIX + Buffer.concat([ids, mac(ids, key)]).toString('base64url');
}

/** undefined when it was not signed with this key. */
export function readVisitorToken(token: string, key: Buffer): VisitorToken | undefined {
  if (!token.startsWith(PREFIX) || token.length > 100) return undefined;
  const bytes = Buffer.from(token.slice(PREFIX.length), 'base64url');
  if (bytes.length !== IDS + MAC) return undefined;
  const ids = bytes.subarray(0, IDS);
  if (!timingSafeEqual(mac(ids, key), bytes.subarray(IDS))) return undefined;
  return { sessionId: stringify(ids.subarray(0, 16)), siteId: stringify(ids.subarray(16)) };
}

const mac = (ids: Buffer, key: Buffer) => createHmac('sha256', key).update(ids).digest().subarray(0, MAC);
