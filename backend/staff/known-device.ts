/**
 * Recognises a browser that signed in to an account before (OWASP authentication cheat sheet, device cookies): its
 * tries are counted apart, so that a stranger who guesses wrong all day can't keep the owner out. The cookie opens
 * nothing; it only says "this device knew the password once".
 */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import { everyKey, type Keys } from '../keys.ts';

const KEPT_MS = 365 * 24 * 3600 * 1000;
const NONCE = /^[A-Za-z0-9_-]{22}$/;

export class KnownDevices {
  private readonly name: string;

  constructor(
    private readonly keys: Keys,
    private readonly https: boolean,
  ) {
    this.name = https ? '__Host-parlour-device' : 'parlour-device';
  }

  /** The device's id where it has signed in to this account before; undefined for everybody else. */
  idFor(ctx: Context, email: string): string | undefined {
    const [nonce = '', proof = ''] = (ctx.cookies.get(this.name, { signed: false }) ?? '').split('.');
    if (!NONCE.test(nonce)) return undefined;
    const given = Buffer.from(proof, 'base64url');
    const isRight = everyKey(this.keys).some((key) => {
      const right = mac(email, nonce, key);
      return given.length === right.length && timingSafeEqual(given, right);
    });
    return isRight ? nonce : undefined;
  }

  /** Call it after a sign-in. A browser is remembered for the account that used it last. */
  remember(ctx: Context, email: string): void {
    const nonce = randomBytes(16).toString('base64url');
    ctx.cookies.secure = this.https;
    ctx.cookies.set(this.name, `${nonce}.${mac(email, nonce, this.keys.current).toString('base64url')}`, {
      signed: false,
      httpOnly: true,
      secure: this.https,
      sameSite: 'lax',
      path: '/',
      maxAge: KEPT_MS,
    });
  }
}

const mac = (email: string, nonce: string, key: Buffer) =>
  createHmac('sha256', key).update(`${email}|${nonce}`).digest();
