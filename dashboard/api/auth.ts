/** Signing in and out, and setting a password by a one-time link. */
import type { Static } from '@sinclair/typebox';
import type { ConfirmToken, UserView } from '../../backend/staff/schema.ts';
import { request } from './client.ts';

/** Answers the user; throws 401 for a wrong pair and 429 with `retryAfter` after too many tries. */
export function signIn(email: string, password: string): Promise<UserView> {
  return request('POST', '/auth/login', { body: { email, password }, signsIn: true });
}

export function signOut(): Promise<void> {
  return request('POST', '/auth/logout', { body: {} });
}

/** Who is signed in; throws 401 when nobody is. */
export function whoAmI(): Promise<UserView> {
  return request('GET', '/auth/me');
}

/** Spends a set-up, invitation or reset token. The answer's cookie signs in. */
export function confirmToken(body: Static<typeof ConfirmToken>): Promise<unknown> {
  return request('POST', '/auth/reset/confirm', { body, signsIn: true });
}
