/**
 * Passwords: argon2id, and which ones are taken (OWASP password storage and ASVS 5.0 6.2).
 */
import { dictionary } from '@zxcvbn-ts/language-common';
import argon2 from 'argon2';
import { invalid } from '../errors.ts';

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const COMMON = new Set((dictionary as unknown as Record<string, string[]>)['passwords-common']);

const PASSWORD_MIN = 12;

/** @throws validation_failed at `password` when many people use this one or it is too short */
export function checkNewPassword(password: string): void {
  const problem = passwordProblem(password);
  if (problem) throw invalid([{ path: 'password', message: problem }]);
}

/** In plain words; undefined when it may be used. */
function passwordProblem(password: string): string | undefined {
  if (password.length < PASSWORD_MIN) return `This needs at least ${PASSWORD_MIN} characters.`;
  if (COMMON.has(password.toLowerCase()) || new Set(password).size < 4)
    return 'This password is easy to guess. Please choose another one.';
  return undefined;
}

/** Argon2id, with its salt and parameters in the text (RFC 9106). */
export const hashPassword = (password: string) =>
  argon2.hash(password, { ...PARAMETERS, type: argon2.argon2id });

/** Verified in place of a missing hash, so that an unknown e-mail takes as long as a wrong password. */
let nobodysHash: Promise<string> | undefined;

/** False for a wrong password and for no hash at all, after the same time. */
export async function verifyPassword(hash: string | null | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const matches = await argon2.verify(hash ?? (await nobodysHash), password);
  return matches && Boolean(hash);
}
