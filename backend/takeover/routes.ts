import { Type } from '@sinclair/typebox';
import type { ConversationDeps } from '../conversation/answer-turn.ts';
import { recoverTurn } from '../conversation/recover-turns.ts';
import { visitorOfTheSession } from '../http/policy.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import type { TypingFeed } from '../live/typing-feed.ts';
import { reachOf } from '../sessions/policy.ts';
import { presentSession, presentStaffMessage } from '../sessions/present.ts';
import { getSession } from '../sessions/queries.ts';
import { SessionView, StaffMessage } from '../sessions/schema.ts';
import { release, takeOver } from './actions.ts';
import { canTakeOver, canWriteMessages } from './policy.ts';
import { Handover, StaffSend, TypingNews } from './schema.ts';
import { sayStaffTypes, sayVisitorTypes } from './typing.ts';
import { writeMessage } from './write-message.ts';

const OneSession = Type.Object({ id: Id });

export interface TakeoverDeps extends ConversationDeps {
  typing: TypingFeed;
}

export function takeoverRoutes(deps: TakeoverDeps): Route[] {
  const { database, typing } = deps;
  const shown = async (id: string, by: StaffPrincipal) =>
    presentSession(await getSession(database, id, reachOf(by)));

  return [
    route({
      method: 'post',
      path: '/api/v1/sessions/:id/messages',
      summary: 'Write to the visitor: as the person who has taken the conversation, or as an automation',
      allow: canWriteMessages,
      params: OneSession,
      body: StaffSend,
      answer: { status: 201, schema: StaffMessage },
      async handler({ params, body, principal }) {
        return presentStaffMessage(await writeMessage(database, params.id, body, principal));
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sessions/:id/takeover',
      summary: 'Answer this conversation oneself; the assistant is silent until it is handed back',
      allow: canTakeOver,
      params: OneSession,
      body: Handover,
      bodyOptional: true,
      answer: { status: 200, schema: SessionView },
      async handler({ params, body, principal }) {
        const person = principal as StaffPrincipal;
        await takeOver(database, params.id, person, body);
        return shown(params.id, person);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sessions/:id/release',
      summary: 'Hand the conversation back to the assistant, which answers what is still open',
      allow: canTakeOver,
      params: OneSession,
      body: Handover,
      bodyOptional: true,
      answer: { status: 200, schema: SessionView },
      async handler({ params, body, principal }) {
        const person = principal as StaffPrincipal;
        // The answer to the visitor may take the agent a while; whoever handed back need not wait for it.
        if (await release(database, params.id, person, body)) void recoverTurn(deps, params.id);
        return shown(params.id, person);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/sessions/:id/typing',
      summary:
        'The person who has the conversation is typing, or has stopped; ends by itself after 6 seconds',
      allow: canTakeOver,
      params: OneSession,
      body: TypingNews,
      answer: { status: 204, schema: null },
      async handler({ params, body, principal }) {
        await sayStaffTypes(database, typing, params.id, principal as StaffPrincipal, body.on);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/visitor/session/typing',
      summary: 'The visitor is typing, or has stopped; ends by itself after 6 seconds',
      limits: { rate: ['visitorAddress'] },
      allow: visitorOfTheSession,
      body: TypingNews,
      answer: { status: 204, schema: null },
      async handler({ visitor, body }) {
        await sayVisitorTypes(database, typing, visitor.sessionId, body.on);
      },
    }),
  ];
}
