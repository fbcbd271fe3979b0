/**
 * The visitor token opens one conversation and nothing else. It is signed, not stored: the conversation's and the
 * site's id, and an HMAC-SHA256 over them. Erasing the conversation makes it worthless, as there is nothing to open.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import { everyKey, type Keys } from '../keys.ts';
import { bytesOfUuid, uuidOfBytes } from './uuid-bytes.ts';

export interface VisitorToken {
  sessionId: string;
  siteId: string;
}

const PREFIX = 'plv_';
const IDS = 32;
const MAC = 24;

export function signVisitorToken({ sessionId, siteId }: VisitorToken, key: Keys): string {
  const ids = Buffer.concat([bytesOfUuid(sessionId), bytesOfUuid(siteId)]);
  return PREFIX + Buffer.concat([ids, mac(ids, key.current)]).toString('base64url');
}

/** undefined when it was not signed with one of these keys. */
export function readVisitorToken(token: string, keys: Keys): VisitorToken | undefined {
  if (!token.startsWith(PREFIX) || token.length > 100) return undefined;
  const bytes = Buffer.from(token.slice(PREFIX.length), 'base64url');
  if (bytes.length !== IDS + MAC) return undefined;
  const ids = bytes.subarray(0, IDS);
  if (!everyKey(keys).some((key) => timingSafeEqual(mac(ids, key), bytes.subarray(IDS)))) return undefined;
  return { sessionId: uuidOfBytes(ids.subarray(0, 16)), siteId: uuidOfBytes(ids.subarray(16)) };
}

const mac = (ids: Buffer, key: Buffer) => createHmac('sha256', key).update(ids).digest().subarray(0, MAC);
