import type { Context } from 'koa';
import type { Database } from '../db/knex.ts';
import { notSignedIn } from '../errors.ts';
import { publish } from '../events/publish.ts';
import { anyoneSameOrigin } from '../http/policy.ts';
import type { RateLimits } from '../http/rate-limit.ts';
import { type Route, route } from '../http/route.ts';
import { signIn, signOut } from '../http/staff-session.ts';
import type { Keys } from '../keys.ts';
import { StaffUser } from '../models/staff-user.ts';
import { accountRoutes } from './account/routes.ts';
import { confirmLink } from './actions.ts';
import { activityRoutes } from './activity/routes.ts';
import { normalEmail } from './email.ts';
import { keyRoutes } from './keys/routes.ts';
import { KnownDevices } from './known-device.ts';
import { rememberLanguage } from './language.ts';
import { LoginGate } from './login.ts';
import { LoginLimits } from './login-limits.ts';
import { peopleRoutes } from './people/routes.ts';
import { canManageOwnAccount } from './policy.ts';
import { presentUser } from './present.ts';
import { ResetDesk } from './reset.ts';
import { ConfirmToken, Login, ResetRequest, UserView } from './schema.ts';

export interface StaffDeps {
  database: Database;
  publicUrl: string;
  rateLimits: RateLimits;
  /** Counts guesses without keeping addresses, and signs device cookies. */
  loginKeys: Keys;
  /** Hashes the addresses that refuse mail. */
  mailKey: Keys;
  addressOf(ctx: Context): string;
}

/** Signing in and out, one's own account, the people, their keys and what was done. */
export function staffRoutes({
  database,
  publicUrl,
  rateLimits,
  loginKeys,
  mailKey,
  addressOf,
}: StaffDeps): Route[] {
  const devices = new KnownDevices(loginKeys, publicUrl.startsWith('https:'));
  const loginGate = new LoginGate(database, new LoginLimits(database, rateLimits, loginKeys.current));
  const resetDesk = new ResetDesk(database);
  const letIn = async (ctx: Context, user: StaffUser): Promise<UserView> => {
    await signIn(ctx, user);
    devices.remember(ctx, user.email.toLowerCase());
    await rememberLanguage(database, user, ctx);
    return presentUser(user);
  };
  return [
    route({
      method: 'post',
      path: '/api/v1/auth/login',
      summary: 'Sign in; sets the session cookie',
      allow: anyoneSameOrigin,
      body: Login,
      answer: { status: 200, schema: UserView },
      async handler({ ctx, body }) {
        const email = normalEmail(body.email) ?? body.email.trim().toLowerCase();
        const attempt = { email, address: addressOf(ctx), deviceId: devices.idFor(ctx, email) };
        return letIn(ctx, await loginGate.check(attempt, body.password));
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/auth/logout',
      summary: 'Sign out on this device',
      allow: canManageOwnAccount,
      answer: { status: 204, schema: null },
      async handler({ ctx, principal }) {
        signOut(ctx);
        if (principal.kind !== 'staff') return;
        const { userId, staffSessionId } = principal;
        await database.transaction(async (trx) => {
          await trx('staff_sessions').delete().where({ id: staffSessionId });
          await publish(trx, { type: 'staff.changed', siteId: null, data: { userId } });
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/auth/me',
      summary: 'Who is signed in',
      allow: canManageOwnAccount,
      answer: { status: 200, schema: UserView },
      async handler({ ctx, principal }) {
        const user =
          principal.kind === 'staff' && (await StaffUser.query(database).findById(principal.userId));
        if (!user) throw notSignedIn();
        await rememberLanguage(database, user, ctx);
        return presentUser(user);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/auth/reset',
      summary: 'Ask for a new password; the answer does not tell whether the e-mail is known',
      limits: { rate: ['publicForm'] },
      allow: anyoneSameOrigin,
      body: ResetRequest,
      answer: { status: 202, schema: null },
      async handler({ body }) {
        await resetDesk.request(body.email);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/auth/reset/confirm',
      summary: 'Set a password with a one-time link (set-up, invitation or reset), and sign in',
      limits: { rate: ['publicForm'] },
      allow: anyoneSameOrigin,
      body: ConfirmToken,
      answer: { status: 200, schema: UserView },
      async handler({ ctx, body }) {
        return letIn(ctx, await confirmLink(database, body));
      },
    }),
    ...accountRoutes({ database, loginGate, mailKey }),
    ...peopleRoutes({ database, publicUrl, mailKey }),
    ...keyRoutes({ database }),
    ...activityRoutes({ database }),
  ];
}
