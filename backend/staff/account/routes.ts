import { Type } from '@sinclair/typebox';
import type { Database } from '../../db/knex.ts';
import { forbidden } from '../../errors.ts';
import type { Principal, StaffPrincipal } from '../../http/principal.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import { signOut } from '../../http/staff-session.ts';
import type { Keys } from '../../keys.ts';
import { StaffUser } from '../../models/staff-user.ts';
import type { LoginGate } from '../login.ts';
import { marksOf } from '../mail-marks.ts';
import { canManageOwnAccount } from '../policy.ts';
import { presentUser } from '../present.ts';
import { PageQuery, UserView } from '../schema.ts';
import { changePassword, chooseMails, endMyOtherSessions, endMySession, renameMyself } from './actions.ts';
import { presentDevice, presentMailChoices } from './present.ts';
import { listSessionsOf } from './queries.ts';
import { DevicePage, MailChoicesPatch, MailChoicesView, OwnAccountPatch, PasswordChange } from './schema.ts';

export interface AccountDeps {
  database: Database;
  loginGate: LoginGate;
  /** Hashes the addresses that refuse mail. */
  mailKey: Keys;
}

/** The policy lets people in only; a key is no person. */
function person(principal: Principal): StaffPrincipal {
  if (principal.kind !== 'staff') throw forbidden();
  return principal;
}

export function accountRoutes({ database, loginGate, mailKey }: AccountDeps): Route[] {
  const mailChoicesOf = async (user: StaffUser) =>
    presentMailChoices(user, (await marksOf(database, [user.email], mailKey)).get(user.email));
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
      method: 'get',
      path: '/api/v1/auth/mails',
      summary: 'Which mails you get',
      allow: canManageOwnAccount,
      answer: { status: 200, schema: MailChoicesView },
      async handler({ principal }) {
        return mailChoicesOf((await StaffUser.query(database).findById(person(principal).userId))!);
      },
    }),
    route({
      method: 'patch',
      path: '/api/v1/auth/mails',
      summary: 'Choose which mails you get',
      allow: canManageOwnAccount,
      body: MailChoicesPatch,
      answer: { status: 200, schema: MailChoicesView },
      async handler({ body, principal }) {
        return mailChoicesOf(await chooseMails(database, person(principal), body));
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
