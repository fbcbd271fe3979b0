import type { Database } from '../db/knex.ts';
import { type Route, route } from '../http/route.ts';
import { presentSession } from '../sessions/present.ts';
import { getSession } from '../sessions/queries.ts';
import { ingest } from './actions.ts';
import { canIngest } from './policy.ts';
import { IngestBody, IngestResult } from './schema.ts';

const INGEST_BYTES = 4 * 1024 * 1024;

export function ingestRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/ingest',
      summary:
        'Bring in a conversation held elsewhere; sending it again, or more of it, stores only what is new',
      limits: { bodyBytes: INGEST_BYTES },
      allow: canIngest,
      body: IngestBody,
      answer: { status: 200, schema: IngestResult },
      async handler({ body, principal }) {
        const { sessionId, created, stored } = await ingest(database, body, principal);
        const session = await getSession(database, sessionId, { siteId: null });
        return { session: presentSession(session), created, stored };
      },
    }),
  ];
}
