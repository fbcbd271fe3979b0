/** Proofs that it is Facebook who calls (Messenger Platform, "Webhooks: validating payloads"). */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const FORM = /^sha256=([0-9a-f]{64})$/i;

/** The signature in the header; null when there is none that could be right. */
export function signatureIn(header: string): Buffer | null {
  const found = FORM.exec(header.trim());
  return found ? Buffer.from(found[1]!, 'hex') : null;
}

/** @param body the bytes as they came: Facebook escapes letters in its own way, and written anew they differ */
export function isSignedWith(appSecret: string, body: Buffer, signature: Buffer): boolean {
  return timingSafeEqual(createHmac('sha256', appSecret).update(body).digest(), signature);
}

/** Takes as long whether the first letter differs or the last. */
export function isSameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
