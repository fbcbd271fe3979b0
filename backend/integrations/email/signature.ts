/**
 * Signatures of Standard Webhooks 1.0, as svix makes them for Resend: HMAC-SHA256 over `id.timestamp.body`, any of the
 * ones given, with a clock that is at most five minutes off.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 5 * 60;

export interface SignedHeaders {
  id: string;
  timestamp: string;
  signature: string;
}

export function isSigned(secret: string, { id, timestamp, signature }: SignedHeaders, body: Buffer): boolean {
  if (!id || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  return signature.split(' ').some((given) => {
    const [version, text = ''] = given.split(',');
    const bytes = Buffer.from(text, 'base64');
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
}
