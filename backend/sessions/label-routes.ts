import { Type } from '@sinclair/typebox';
import type { Database } from '../db/knex.ts';
import { type Route, route } from '../http/route.ts';
import { Id } from '../http/schema.ts';
import {
  changeLabel,
  countLabelled,
  createLabel,
  deleteLabel,
  listLabels,
  setLabels,
} from './label-actions.ts';
import {
  LabelCreate,
  LabelInList,
  LabelPatch,
  LabelQuery,
  LabelView,
  SessionLabels,
} from './label-schema.ts';
import { canChangeSessions, canDeleteLabels, canReadLabels, canWriteLabels, reachOf } from './policy.ts';
import { presentLabel, presentSession } from './present.ts';
import { getSession } from './queries.ts';
import { SessionView } from './schema.ts';

const One = Type.Object({ id: Id });

export function labelRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/labels',
      summary: 'Every label, by name',
      allow: canReadLabels,
      query: LabelQuery,
      answer: {
        status: 200,
        schema: Type.Object({ items: Type.Array(LabelInList), nextCursor: Type.Null() }),
      },
      async handler({ query, principal }) {
        const labels = await listLabels(database);
        const counts = query.with && (await countLabelled(database, reachOf(principal)));
        const items = labels.map((label) => ({
          ...presentLabel(label),
          ...(counts && { sessions: counts.get(label.id) ?? { active: 0, archived: 0 } }),
        }));
        return { items, nextCursor: null };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/labels',
      summary: 'Make a label',
      allow: canWriteLabels,
      body: LabelCreate,
      answer: { status: 201, schema: LabelView },
      async handler({ body, principal }) {
        return presentLabel(await createLabel(database, body, principal));
      },
    }),
    route({
      method: 'patch',
      path: '/api/v1/labels/:id',
      summary: 'Rename a label or give it another colour',
      allow: canWriteLabels,
      params: One,
      body: LabelPatch,
      answer: { status: 200, schema: LabelView },
      async handler({ params, body, principal }) {
        return presentLabel(await changeLabel(database, params.id, body, principal));
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/labels/:id',
      summary: 'Remove a label, and take it off every conversation',
      allow: canDeleteLabels,
      params: One,
      answer: { status: 204, schema: null },
      async handler({ params, principal }) {
        await deleteLabel(database, params.id, principal);
      },
    }),
    route({
      method: 'put',
      path: '/api/v1/sessions/:id/labels',
      summary: 'Give a conversation exactly these labels',
      allow: canChangeSessions,
      params: One,
      body: SessionLabels,
      answer: { status: 200, schema: SessionView },
      async handler({ params, body, principal }) {
        await setLabels(database, params.id, body.labelIds, principal);
        return presentSession(await getSession(database, params.id, reachOf(principal)));
      },
    }),
  ];
}
