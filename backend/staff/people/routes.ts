import { Type } from '@sinclair/typebox';
import type { Database } from '../../db/knex.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import type { Keys } from '../../keys.ts';
import { canManagePeople } from '../policy.ts';
import { PageQuery } from '../schema.ts';
import { changePerson, inviteAgain, invitePerson, makeResetLink, signOutEverywhere } from './actions.ts';
import { presentPerson } from './present.ts';
import { getPerson, listPeople } from './queries.ts';
import { Invitation, Invited, PersonPage, PersonPatch, PersonView, ResetLink } from './schema.ts';

const OnePerson = Type.Object({ id: Id });

export interface PeopleDeps {
  database: Database;
  publicUrl: string;
  /** Hashes the addresses that refuse mail. */
  mailKey: Keys;
}

export function peopleRoutes({ database, publicUrl, mailKey }: PeopleDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/users',
      summary: 'Everybody who may sign in, in the order in which they came',
      allow: canManagePeople,
      query: PageQuery,
      answer: { status: 200, schema: PersonPage },
      async handler({ query }) {
        const { items, nextCursor } = await listPeople(database, query, mailKey);
        return { items: items.map(presentPerson), nextCursor };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/users',
      summary: 'Invite somebody; the link in the answer is shown once',
      allow: canManagePeople,
      body: Invitation,
      answer: { status: 201, schema: Invited },
      async handler({ body, principal }) {
        const { id, inviteUrl } = await invitePerson(database, body, principal, publicUrl);
        return { ...presentPerson(await getPerson(database, id, mailKey)), inviteUrl };
      },
    }),
    route({
      method: 'patch',
      path: '/api/v1/users/:id',
      summary: 'Change a name or a role, switch an account off or on; counts at once',
      allow: canManagePeople,
      params: OnePerson,
      body: PersonPatch,
      answer: { status: 200, schema: PersonView },
      async handler({ params, body, principal }) {
        await changePerson(database, params.id, body, principal);
        return presentPerson(await getPerson(database, params.id, mailKey));
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/users/:id/sessions',
      summary: 'Sign a person out everywhere',
      allow: canManagePeople,
      params: OnePerson,
      answer: { status: 204, schema: null },
      async handler({ params, principal }) {
        await signOutEverywhere(database, params.id, principal);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/users/:id/invite',
      summary: 'A new invitation link for somebody who has not been in yet; the last one stops working',
      allow: canManagePeople,
      params: OnePerson,
      answer: { status: 200, schema: Invited },
      async handler({ params, principal }) {
        const inviteUrl = await inviteAgain(database, params.id, principal, publicUrl);
        return { ...presentPerson(await getPerson(database, params.id, mailKey)), inviteUrl };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/users/:id/reset-link',
      summary: 'A link by which somebody chooses a new password; shown once',
      allow: canManagePeople,
      params: OnePerson,
      answer: { status: 200, schema: ResetLink },
      async handler({ params, principal }) {
        const resetUrl = await makeResetLink(database, params.id, principal, publicUrl);
        const { link } = await getPerson(database, params.id, mailKey);
        return { resetUrl, expiresAt: link!.expiresAt.toISOString() };
      },
    }),
  ];
}
