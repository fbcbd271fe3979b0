/**
 * Secrets of a site at rest: AES-256-GCM, each with a nonce of its own, bound to where it stands.
 */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { everyKey, type Keys } from '../keys.ts';
import { SECRET_PATHS } from './schema.ts';

const PREFIX = 'enc1:';

export type Tree = { [key: string]: unknown };

/** @param place what the secret is for; another place's secret does not open here */
export function encryptSecret(plain: string, place: string, key: Keys): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.current, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws Error when it was sealed with none of the keys, or for another place */
export function decryptSecret(sealed: string, place: string, keys: Keys): string {
  let problem: unknown;
  for (const key of everyKey(keys))
    try {
      return openWith(sealed, place, key);
    } catch (error) {
      problem ??= error;
    }
  throw problem;
}

/** True when opening it takes no key but the current one. */
export function isSealedWithCurrent(sealed: string, place: string, { current }: Keys): boolean {
  try {
    openWith(sealed, place, current);
    return true;
  } catch {
    return false;
  }
}

function openWith(sealed: string, place: string, key: Buffer): string {
  const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
  const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(place));
  opener.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
}

/** A copy of the settings with every secret run through `change(secret, place)`; undefined takes it out. */
export function mapSecrets<T extends Tree>(
  settings: T,
  change: (secret: unknown, place: string) => unknown,
): T {
  const copy = structuredClone(settings);
  for (const path of SECRET_PATHS) {
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((node, name) => (node as Tree | undefined)?.[name], copy);
    const name = path.at(-1)!;
    if (!parent || typeof parent !== 'object' || !(name in parent)) continue;
    const changed = change((parent as Tree)[name], path.join('.'));
    if (changed === undefined) delete (parent as Tree)[name];
    else (parent as Tree)[name] = changed;
  }
  return copy;
}

/** Whether a value lies here encrypted, not as somebody typed it. */
export const isSealed = (secret: unknown): secret is string =>
  typeof secret === 'string' && secret.startsWith(PREFIX);

/**
 * What a read answers instead of a secret. One that was sealed with an APP_SECRET that is lost counts as not set, so that
 * it can be entered anew: undefined.
 */
export function describeSecret(
  sealed: string,
  place: string,
  keys: Keys,
): { set: true; hint: string } | undefined {
  try {
    const plain = decryptSecret(sealed, place, keys);
    return { set: true, hint: plain.length >= 12 ? `...${plain.slice(-4)}` : '...' };
  } catch {
    return undefined;
  }
}
