import type { Database } from '../../db/knex.ts';
import { type Route, route } from '../../http/route.ts';
import { presentRow } from '../../sessions/present.ts';
import { canReadReviews } from '../policy.ts';
import { SIGNALS, type Signal } from '../signals/catalogue.ts';
import { readCoverage } from './coverage.ts';
import { type Entry, listQueue, readScope } from './queries.ts';
import { type QueueEntry, QueueFilters, QueuePage, type Reason } from './schema.ts';

export function queueRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/reviews/queue',
      summary: 'What to read next and why; without from and to, of the last 30 days',
      allow: canReadReviews,
      query: QueueFilters,
      answer: { status: 200, schema: QueuePage },
      async handler({ query, principal }) {
        const scope = readScope(query, principal);
        const [{ items, nextCursor }, coverage] = await Promise.all([
          listQueue(database, scope, query),
          readCoverage(database, scope),
        ]);
        return { items: items.map(presentEntry), nextCursor, coverage };
      },
    }),
  ];
}

const presentEntry = ({ session, reasons, score }: Entry): QueueEntry => ({
  session: presentRow(session),
  reasons: reasons.map(presentReason),
  score,
});

const presentReason = ({ code, seq }: Signal): Reason => ({
  code,
  text: SIGNALS[code].text,
  ...(seq !== undefined && { messageSeq: seq }),
});
