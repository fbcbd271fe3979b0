import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { type Route, route } from '../http/route.ts';
import { Id, strict } from '../http/schema.ts';
import { changeSession, deleteSession } from './actions.ts';
import { canChangeSessions, canDeleteSessions, canReadSessions, reachOf } from './policy.ts';
import { presentDetail, presentRow, presentSession, presentStaffMessage } from './present.ts';
import { getSession, listSessions, transcript } from './queries.ts';
import {
  SessionDetail,
  SessionFilters,
  SessionPage,
  SessionPatch,
  SessionView,
  StaffMessage,
} from './schema.ts';

const OneSession = Type.Object({ id: Id });
const After = Type.Object(
  { after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })) },
  strict,
);

export function sessionRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/sessions',
      summary: 'The list of conversations, newest word first; archived ones only when asked for',
      allow: canReadSessions,
      query: SessionFilters,
      answer: { status: 200, schema: SessionPage },
      async handler({ query, principal }) {
        const { items, nextCursor } = await listSessions(database, query, reachOf(principal));
        return { items: items.map(presentRow), nextCursor };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sessions/:id',
      summary: 'One conversation with its lead and its transcript',
      allow: canReadSessions,
      params: OneSession,
      answer: { status: 200, schema: SessionDetail },
      async handler({ params, principal }) {
        const session = await getSession(database, params.id, reachOf(principal));
        return presentDetail(session, await transcript(database, session.id));
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sessions/:id/messages',
      summary: 'The transcript, oldest first; at most 1,000 after a seq',
      allow: canReadSessions,
      params: OneSession,
      query: After,
      answer: {
        status: 200,
        schema: Type.Object({ items: Type.Array(StaffMessage), nextCursor: Type.Null() }),
      },
      async handler({ params, query, principal }) {
        const session = await getSession(database, params.id, reachOf(principal));
        const messages = await transcript(database, session.id, query.after);
        return { items: messages.map(presentStaffMessage), nextCursor: null };
      },
    }),
    route({
      method: 'patch',
      path: '/api/v1/sessions/:id',
      summary: 'Change completion and archive, two independent statuses',
      allow: canChangeSessions,
      params: OneSession,
      body: SessionPatch,
      answer: { status: 200, schema: SessionView },
      async handler({ params, body, principal }) {
        await changeSession(database, params.id, body, principal);
        return presentSession(await getSession(database, params.id, reachOf(principal)));
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/sessions/:id',
      summary: 'Remove a conversation with its lead and its messages, for good',
      allow: canDeleteSessions,
      params: OneSession,
      answer: { status: 204, schema: null },
      async handler({ params, principal }) {
        await deleteSession(database, params.id, principal);
      },
    }),
  ];
}
