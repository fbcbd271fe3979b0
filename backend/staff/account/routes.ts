import { Type } from '@sinclair/typebox';
import type { Database } from '../../db/knex.ts';
import { forbidden } from '../../errors.ts';
import type { Principal, StaffPrincipal } from '../../http/principal.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import { signOut } from '../../http/staff-session.ts';
import type { LoginGate } from '../login.ts';
import { canManageOwnAccount } from '../policy.ts';
import { presentUser } from '../present.ts';
import { PageQuery, UserView } from '../schema.ts';
import { changePassword, endMyOtherSessions, endMySession, renameMyself } from './actions.ts';
import { presentDevice } from './present.ts';
import { listSessionsOf } from './queries.ts';
import { DevicePage, OwnAccountPatch, PasswordChange } from './schema.ts';

export interface AccountDeps {
  database: Database;
  loginGate: LoginGate;
}

/** The policy lets people in only; a key is no person. */
function person(principal: Principal): StaffPrincipal {
  if (principal.kind !== 'staff') throw forbidden();
  return principal;
}

export function accountRoutes({ database, loginGate }: AccountDeps): Route[] {
  return [
    route({
      method: 'patch',
      path: '/api/v1/auth/me',
      summary: 'Change your own name',
      allow: canManageOwnAccount,
      body: OwnAccountPatch,
      answer: { status: 200, schema: UserView },
      async handler({ body, principal }) {
        return presentUser(await renameMyself(database, person(principal), body.name));
      },
    }),
    route({
      method: 'put',
      path: '/api/v1/auth/password',
      summary: 'Change your password; your other sign-ins end',
      allow: canManageOwnAccount,
      body: PasswordChange,
      answer: { status: 204, schema: null },
      async handler({ body, principal }) {
        const me = person(principal);
        await loginGate.prove(me, body.currentPassword);
        await changePassword(database, me, body.password);
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/auth/sessions',
      summary: 'Where you are signed in',
      allow: canManageOwnAccount,
      query: PageQuery,
      answer: { status: 200, schema: DevicePage },
      async handler({ query, principal }) {
        const { userId, staffSessionId } = person(principal);
        const { items, nextCursor } = await listSessionsOf(database, userId, query);
        return { items: items.map((session) => presentDevice(session, staffSessionId)), nextCursor };
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/auth/sessions',
      summary: 'Sign out everywhere else',
      allow: canManageOwnAccount,
      answer: { status: 204, schema: null },
      async handler({ principal }) {
        await endMyOtherSessions(database, person(principal));
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/auth/sessions/:id',
      summary: 'Sign out on one of your devices',
      allow: canManageOwnAccount,
      params: Type.Object({ id: Id }),
      answer: { status: 204, schema: null },
      async handler({ ctx, params, principal }) {
        const me = person(principal);
        await endMySession(database, me, params.id);
        if (params.id === me.staffSessionId) signOut(ctx);
      },
    }),
  ];
}
