/**
 * Sign-ins, kept on the server (koa-session with this store). The cookie carries a random id, the table its sha256.
 * The row is written once, at sign-in; later requests only read it and touch `last_seen_at`. So an ended sign-in stays
 * ended, also for a request that is under way, and a disabled person or changed role counts at once.
 */
import { createHash, randomBytes } from 'node:crypto';
import type Koa from 'koa';
import type { Context, Middleware } from 'koa';
import { createSession } from 'koa-session';
import { uuidv7 } from 'uuidv7';
import type { Database } from '../db/knex.ts';
import { StaffSession } from '../models/staff-session.ts';
import { deviceName } from './device-name.ts';
import type { SignedIn } from './principal.ts';

/** OWASP session cheat sheet: a working day without use, a week in all. */
export const IDLE_HOURS = 12;
const ABSOLUTE_DAYS = 7;
const ABSOLUTE_MS = ABSOLUTE_DAYS * 24 * 3600 * 1000;

/** What the cookie is called. Behind https its name keeps other hosts from setting it (RFC 6265bis, "__Host-"). */
export const signInCookie = (https: boolean) => (https ? '__Host-parlour' : 'parlour');

const hashId = (id: string) => createHash('sha256').update(id).digest();

export interface StaffSessionOptions {
  app: Koa;
  database: Database;
  https: boolean;
  addressPrefixOf(ctx: Context): string | null;
}

/** Only for routes that staff call: it costs a query for each request with a cookie. */
export function staffSessions({ app, database, https, addressPrefixOf }: StaffSessionOptions): Middleware {
  const store = {
    async get(id: string): Promise<SignedIn | undefined> {
      const { rows } = await database.raw(READ, [hashId(id)]);
      return rows[0];
    },
    async set(
      id: string,
      data: Partial<SignedIn>,
      _maxAge: unknown,
      { ctx }: { ctx: Context },
    ): Promise<void> {
      const signsIn = ctx.state.signsIn as SigningIn | undefined;
      if (!signsIn) return;
      ctx.state.signsIn = undefined;
      const device = deviceName(ctx.get('user-agent'));
      const expiresAt = new Date(Date.now() + ABSOLUTE_MS);
      await database.raw(WRITE, [
        uuidv7(),
        hashId(id),
        device,
        addressPrefixOf(ctx),
        expiresAt,
        data.userId!,
        signsIn.passwordHash,
      ]);
    },
    async destroy(id: string): Promise<void> {
      await StaffSession.query(database)
        .delete()
        .where({ idHash: hashId(id) });
    },
  };
  const middleware = createSession(
    {
      key: signInCookie(https),
      genid: () => randomBytes(32).toString('base64url'),
      store,
      maxAge: ABSOLUTE_MS,
      httpOnly: true,
      secure: https,
      sameSite: 'lax',
      path: '/',
      signed: false,
      rolling: false,
      renew: false,
    } as never,
    app,
  );
  return (ctx, next) => {
    // The proxy in front speaks https; koa's cookies only see the connection behind it.
    ctx.cookies.secure = https;
    return middleware(ctx, next);
  };
}

/** Who signs in, and the password's hash that proved it. */
export interface SigningIn {
  id: string;
  passwordHash: string | null;
}

/** Starts a sign-in under a new id, whatever cookie the request came with. */
export async function signIn(ctx: Context, { id, passwordHash }: SigningIn): Promise<void> {
  ctx.session = { userId: id } as never;
  ctx.state.signsIn = { id, passwordHash };
  await (ctx.session as unknown as { regenerate(): Promise<void> }).regenerate();
}

/** Ends this sign-in and clears the cookie. */
export function signOut(ctx: Context): void {
  ctx.session = null;
}

/**
 * Only while the password that was proven is still the right one: a change of password or a switched-off account wins
 * over a sign-in that is under way. The lock makes the two wait for each other.
 */
const WRITE = `
  INSERT INTO staff_sessions (id, id_hash, device, ip_prefix, expires_at, user_id)
  SELECT ?, ?, ?, ?, ?, id FROM staff_users
  WHERE id = ? AND status = 'active' AND password_hash = ? FOR SHARE`;

const READ = `
  WITH found AS (
    SELECT s.id, s.last_seen_at, u.id AS user_id, u.name, u.role
    FROM staff_sessions s JOIN staff_users u ON u.id = s.user_id
    WHERE s.id_hash = ? AND s.expires_at > now() AND s.last_seen_at > now() - interval '${IDLE_HOURS} hours'
      AND u.status = 'active'
  ), touched AS (
    UPDATE staff_sessions SET last_seen_at = now()
    WHERE id = (SELECT id FROM found WHERE last_seen_at < now() - interval '1 minute')
  )
  SELECT id AS "staffSessionId", user_id AS "userId", name, role FROM found`;
