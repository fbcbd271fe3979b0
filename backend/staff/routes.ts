import type { Context } from 'koa';
import type { Database } from '../db/knex.ts';
import { notSignedIn } from '../errors.ts';
import { publish } from '../events/publish.ts';
import { anyoneSameOrigin, everyStaff } from '../http/policy.ts';
import { type Route, route } from '../http/route.ts';
import { signIn, signOut } from '../http/staff-session.ts';
import { StaffUser } from '../models/staff-user.ts';
import { confirmLink } from './actions.ts';
import type { LoginGate } from './login.ts';
import { presentUser } from './present.ts';
import { ConfirmToken, Login, UserView } from './schema.ts';

export interface StaffDeps {
  database: Database;
  loginGate: LoginGate;
  addressOf(ctx: Context): string;
}

export function staffRoutes({ database, loginGate, addressOf }: StaffDeps): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/auth/login',
      summary: 'Sign in; sets the session cookie',
      limits: { rate: ['loginAddress'] },
      allow: anyoneSameOrigin,
      body: Login,
      answer: { status: 200, schema: UserView },
      async handler({ ctx, body }) {
        const user = await loginGate.check(body.email, body.password, addressOf(ctx));
        await signIn(ctx, user.id);
        return presentUser(user);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/auth/logout',
      summary: 'Sign out on this device',
      allow: everyStaff,
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
      allow: everyStaff,
      answer: { status: 200, schema: UserView },
      async handler({ principal }) {
        const user =
          principal.kind === 'staff' && (await StaffUser.query(database).findById(principal.userId));
        if (!user) throw notSignedIn();
        return presentUser(user);
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
        const user = await confirmLink(database, body);
        await signIn(ctx, user.id);
        return presentUser(user);
      },
    }),
  ];
}
