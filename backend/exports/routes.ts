import { Type } from '@sinclair/typebox';
import type { Context } from 'koa';
import type { Database } from '../db/knex.ts';
import { tooManyExports } from '../errors.ts';
import type { Principal } from '../http/principal.ts';
import { type Route, route } from '../http/route.ts';
import type { Logger } from '../log.ts';
import { Site } from '../models/site.ts';
import { reachOf } from '../sessions/policy.ts';
import { audit } from '../staff/audit.ts';
import { columnsFor } from './columns.ts';
import { writerFor } from './formats.ts';
import { canExport } from './policy.ts';
import { countSessions, SessionExport } from './read.ts';
import { EXPORT_FORMATS, ExportCount, type ExportFormat, ExportQuery } from './schema.ts';
import { sendExport } from './stream.ts';
import { zonedTime } from './zoned-time.ts';

/** Each holds a connection of the pool for as long as its client takes. */
const AT_ONCE = 2;

const CONTENT_TYPES = { csv: 'text/csv', json: 'application/json', ndjson: 'application/x-ndjson' };

export function exportRoutes({ database, log }: { database: Database; log: Logger }): Route[] {
  let running = 0;
  const run = async (ctx: Context, format: ExportFormat, query: ExportQuery, principal: Principal) => {
    if (running >= AT_ONCE) throw tooManyExports();
    running += 1;
    try {
      await exportSessions(database, log, { ctx, format, query, principal });
    } finally {
      running -= 1;
    }
  };
  const download = (format: ExportFormat) =>
    route({
      method: 'get',
      path: `/api/v1/exports/sessions.${format}`,
      summary: `Every conversation that the filters show, with lead and messages, as ${format.toUpperCase()}`,
      allow: canExport,
      query: ExportQuery,
      answer: {
        status: 200,
        schema: format === 'json' ? Type.Array(Type.Object({})) : Type.String(),
        contentType: CONTENT_TYPES[format],
      },
      handler: ({ ctx, query, principal }) => run(ctx, format, query, principal),
    });
  return [
    ...EXPORT_FORMATS.map(download),
    route({
      method: 'get',
      path: '/api/v1/exports/count',
      summary: 'How many conversations an export with these filters would hold',
      allow: canExport,
      query: ExportQuery,
      answer: { status: 200, schema: ExportCount },
      async handler({ query, principal }) {
        return { conversations: await countSessions(database, query, reachOf(principal)) };
      },
    }),
  ];
}

interface Wish {
  ctx: Context;
  format: ExportFormat;
  query: ExportQuery;
  principal: Principal;
}

async function exportSessions(database: Database, log: Logger, wish: Wish): Promise<void> {
  const { ctx, format, query, principal } = wish;
  const reach = reachOf(principal);
  const siteId = reach.siteId ?? query.site;
  const source = await SessionExport.open(database, query, reach);
  try {
    const sites = await Site.query(database)
      .select('lead')
      .orderBy('id')
      .modify((found) => siteId && found.where({ id: siteId }));
    await noteExport(database, wish, source.count, siteId);
    await sendExport(ctx, source, {
      name: `conversations-${new Date().toISOString().slice(0, 10)}.${format}`,
      writer: writerFor(format, columnsFor(sites)),
      zoned: zonedTime(query.timezone ?? 'UTC'),
      log,
    });
  } finally {
    await source.close();
  }
}

/** Before the first byte leaves: who stops half-way has read the first half. What was searched for is not kept. */
async function noteExport(
  database: Database,
  { format, query, principal }: Wish,
  conversations: number | null,
  siteId: string | undefined,
): Promise<void> {
  await database.transaction((trx) =>
    audit(trx, principal, {
      action: 'sessions.exported',
      subject: { kind: 'sessions' },
      siteId,
      details: { format, conversations, filters: Object.keys(query) },
    }),
  );
}
