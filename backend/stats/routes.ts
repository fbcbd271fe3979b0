import type { Database } from '../db/knex.ts';
import { type Route, route } from '../http/route.ts';
import { readOverview } from './overview.ts';
import { readPeriod } from './period.ts';
import { canReadStats } from './policy.ts';
import { readFunnel, readPages, readQa, readSeries, readSummary } from './read.ts';
import {
  Funnel,
  Overview,
  OverviewQuery,
  Pages,
  Qa,
  Series,
  SeriesQuery,
  StatsQuery,
  Summary,
} from './schema.ts';

interface StatsDeps {
  database: Database;
  publicUrl: string;
}

export function statsRoutes({ database, publicUrl }: StatsDeps): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/stats/summary',
      summary: 'The figures of a time, beside those of the time before it',
      allow: canReadStats,
      query: StatsQuery,
      answer: { status: 200, schema: Summary },
      handler: async ({ query, principal }) =>
        readSummary(database, await readPeriod(database, query, principal)),
    }),
    route({
      method: 'get',
      path: '/api/v1/stats/series',
      summary: 'The figures by hour, day, week or month; a point without conversations is there, too',
      allow: canReadStats,
      query: SeriesQuery,
      answer: { status: 200, schema: Series },
      handler: async ({ query, principal }) =>
        readSeries(database, await readPeriod(database, query, principal), query.interval),
    }),
    route({
      method: 'get',
      path: '/api/v1/stats/funnel',
      summary: 'From the page that shows the chat to the completed lead, step by step',
      allow: canReadStats,
      query: StatsQuery,
      answer: { status: 200, schema: Funnel },
      handler: async ({ query, principal }) =>
        readFunnel(database, await readPeriod(database, query, principal)),
    }),
    route({
      method: 'get',
      path: '/api/v1/stats/pages',
      summary: 'Which pages and campaigns bring conversations, leads and completions',
      allow: canReadStats,
      query: StatsQuery,
      answer: { status: 200, schema: Pages },
      handler: async ({ query, principal }) =>
        readPages(database, await readPeriod(database, query, principal)),
    }),
    route({
      method: 'get',
      path: '/api/v1/stats/qa',
      summary: 'Verdicts over time, issues by kind, time to fix, and by agent version and reviewer',
      allow: canReadStats,
      query: SeriesQuery,
      answer: { status: 200, schema: Qa },
      handler: async ({ query, principal }) =>
        readQa(database, await readPeriod(database, query, principal), query.interval),
    }),
    route({
      method: 'get',
      path: '/api/v1/stats/overview',
      summary:
        'Today and this month, what waits for people, and the last 30 days: one answer for a small screen',
      allow: canReadStats,
      query: OverviewQuery,
      answer: { status: 200, schema: Overview },
      handler: async ({ query, principal }) =>
        readOverview(database, await readPeriod(database, query, principal), publicUrl),
    }),
  ];
}
