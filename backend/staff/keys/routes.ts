import { Type } from '@sinclair/typebox';
import type { Database } from '../../db/knex.ts';
import { type Route, route } from '../../http/route.ts';
import { Id } from '../../http/schema.ts';
import { canManageKeys } from '../policy.ts';
import { PageQuery } from '../schema.ts';
import { createKey, revokeKey } from './actions.ts';
import { presentKey } from './present.ts';
import { getKey, listKeys } from './queries.ts';
import { KeyCreate, KeyCreated, KeyPage } from './schema.ts';

export function keyRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/api-keys',
      summary: 'Every API key without its text, revoked ones too, the newest first',
      allow: canManageKeys,
      query: PageQuery,
      answer: { status: 200, schema: KeyPage },
      async handler({ query }) {
        const { items, nextCursor } = await listKeys(database, query);
        return { items: items.map(presentKey), nextCursor };
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/api-keys',
      summary: 'Make an API key; its text is shown this once',
      allow: canManageKeys,
      body: KeyCreate,
      answer: { status: 201, schema: KeyCreated },
      async handler({ body, principal }) {
        const { id, key } = await createKey(database, body, principal);
        return { ...presentKey(await getKey(database, id)), key };
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/api-keys/:id',
      summary: 'Revoke an API key; counts at once, for good',
      allow: canManageKeys,
      params: Type.Object({ id: Id }),
      answer: { status: 204, schema: null },
      async handler({ params, principal }) {
        await revokeKey(database, params.id, principal);
      },
    }),
  ];
}
