/**
 * Keys by purpose, out of APP_SECRET: one leaking, or one purpose's text being replayed in another, says nothing of the
 * rest. While APP_SECRET is changed, what was made with the one before is still read.
 */
import { createHash, createHmac } from 'node:crypto';
import type { Config } from './config.ts';

export interface Keys {
  /** Signs, seals and hashes. */
  readonly current: Buffer;
  /** Only to read with: of APP_SECRET_PREVIOUS, and where hashes outlive their secret the kept ones (rotation/). */
  readonly older: readonly Buffer[];
}

export type Secrets = Pick<Config, 'appSecret' | 'previousSecret'>;

/** @param kept older keys of this purpose */
export function deriveKeys(
  { appSecret, previousSecret }: Secrets,
  purpose: string,
  kept: readonly Buffer[] = [],
): Keys {
  const current = keyOf(appSecret, purpose);
  const previous = previousSecret === undefined ? [] : [keyOf(previousSecret, purpose)];
  const older = [...previous, ...kept].filter(
    (key, at, all) => !key.equals(current) && all.findIndex((other) => other.equals(key)) === at,
  );
  return { current, older };
}

/** The newest first. */
export const everyKey = ({ current, older }: Keys): Buffer[] => [current, ...older];

/** 32 bytes made of a secret for one purpose; another purpose gives another key. */
export function keyOf(secret: string, purpose: string): Buffer {
  return createHash('sha256').update(`parlour/${purpose}/`).update(secret).digest();
}

/** Tells whether another secret is the same, and nothing about it. */
export const secretMark = (secret: string): string =>
  createHmac('sha256', keyOf(secret, 'backup')).update('parlour').digest('base64url').slice(0, 22);
