import { Type } from '@sinclair/typebox';
import type { ConversationDeps } from '../conversation/answer-turn.ts';
import { type Route, route } from '../http/route.ts';
import { Id, strict } from '../http/schema.ts';
import { mendTouched } from '../sync/touched.ts';
import { changeSession, deleteSession } from './actions.ts';
import { automationRoutes } from './automation-routes.ts';
import { readBeside } from './beside.ts';
import { BULK_MAX, changeMany } from './bulk.ts';
import { BulkChange, BulkResult, SessionCount, SessionFilters, SessionMatching } from './filter-schema.ts';
import { labelRoutes } from './label-routes.ts';
import { noteRoutes } from './note-routes.ts';
import {
  canChangeManySessions,
  canChangeSessions,
  canDeleteSessions,
  canReadSessions,
  reachOf,
} from './policy.ts';
import { presentDetail, presentRow, presentSession, presentStaffMessage } from './present.ts';
import { getSession, listSessions, matchingIds, TRANSCRIPT_MAX, transcript } from './queries.ts';
import { SessionDetail, SessionPage, SessionPatch, SessionView, StaffMessage } from './schema.ts';

/** Statements that a count may take for a search that matches everywhere; then it says "and more". */
const COUNT_PATIENCE = 3;

const OneSession = Type.Object({ id: Id });
const After = Type.Object(
  { after: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })) },
  strict,
);

export function sessionRoutes(deps: ConversationDeps): Route[] {
  const { database } = deps;
  return [
    route({
      method: 'get',
      path: '/api/v1/sessions',
      summary: 'The list of conversations, newest word first; archived ones only when asked for',
      allow: canReadSessions,
      query: SessionFilters,
      answer: { status: 200, schema: SessionPage },
      async handler({ query, principal }) {
        const { items, hits, nextCursor } = await listSessions(database, query, reachOf(principal));
        return { items: items.map((session) => presentRow(session, hits.get(session.id))), nextCursor };
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sessions/count',
      summary: 'How many conversations the filters match, as far as one bulk action reaches',
      allow: canReadSessions,
      query: SessionMatching,
      answer: { status: 200, schema: SessionCount },
      async handler({ query, principal }) {
        const found = await matchingIds(database, query, reachOf(principal), {
          max: BULK_MAX,
          patience: COUNT_PATIENCE,
        });
        return { count: found.ids.length, more: found.more };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sessions/bulk',
      summary: 'Change many conversations; at most 10,000 in one call',
      limits: { bodyBytes: 512 * 1024 },
      allow: canChangeManySessions,
      body: BulkChange,
      answer: { status: 200, schema: BulkResult },
      async handler({ body, principal }) {
        return changeMany(database, body, principal);
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/sessions/:id',
      summary: 'One conversation with its lead, its transcript, notes and what the visitor said before',
      allow: canReadSessions,
      params: OneSession,
      answer: { status: 200, schema: SessionDetail },
      async handler({ params, principal }) {
        const read = async () => {
          const session = await getSession(database, params.id, reachOf(principal));
          const [messages, beside] = await Promise.all([
            transcript(database, session.id),
            readBeside(database, session),
          ]);
          return { session, messages, beside };
        };
        let { session, messages, beside } = await read();
        const lastSeq = messages.length < TRANSCRIPT_MAX ? messages.at(-1)?.seq : undefined;
        const seen = { session, lastSeq, deliveries: beside.deliveries.length };
        if (await mendTouched(deps, seen)) ({ session, messages, beside } = await read());
        return presentDetail(session, messages, beside);
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
    ...noteRoutes({ database }),
    ...labelRoutes({ database }),
    ...automationRoutes({ database }),
  ];
}
