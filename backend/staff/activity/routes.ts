import type { Database } from '../../db/knex.ts';
import { type Route, route } from '../../http/route.ts';
import { canReadActivity } from '../policy.ts';
import { presentEntry } from './present.ts';
import { listActivity } from './queries.ts';
import { ActivityFilters, ActivityPage } from './schema.ts';

export function activityRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/audit',
      summary: 'Who did what, the newest first',
      allow: canReadActivity,
      query: ActivityFilters,
      answer: { status: 200, schema: ActivityPage },
      async handler({ query }) {
        const { items, names, nextCursor } = await listActivity(database, query);
        return { items: items.map((entry) => presentEntry(entry, names)), nextCursor };
      },
    }),
  ];
}
