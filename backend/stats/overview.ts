/** One answer with what a small screen elsewhere shows, such as the one in wp-admin. */
import type { Database } from '../db/knex.ts';
import { runStatement } from '../db/sql.ts';
import { Site } from '../models/site.ts';
import { addDays } from './calendar.ts';
import { type Counts, countAll } from './counts.ts';
import type { Period, Range } from './period.ts';
import { presentRange, rate } from './present.ts';
import { follow, pointsOf } from './read.ts';
import type { Overview, Span } from './schema.ts';

/** More than this are as many as can be looked at. */
const MOST = 1_000;
/** Verdicts have no index of those that have none: so many conversations are looked at, the latest first. */
const LOOKED_AT = 10_000;

const upTo = (from: string) => `(SELECT count(*)::int FROM (SELECT 1 FROM ${from} LIMIT ${MOST}) AS found)`;

/** @param site a condition; with the site's id in it as it is, the indexes that begin with it serve */
const waiting = (name: string, site: string) => ({
  name,
  text: `SELECT
    ${upTo(`(SELECT qa_status FROM chat_sessions WHERE ${site} AND archive_status = 'active'
      ORDER BY last_message_at DESC, id DESC LIMIT ${LOOKED_AT}) AS latest WHERE qa_status = 'unchecked'`)} AS unchecked,
    ${upTo(`chat_sessions WHERE ${site} AND qa_status = 'issue' AND archive_status = 'active'`)} AS issues,
    ${upTo(`deliveries WHERE ${site} AND status = 'dead'`)} AS "deliveriesGivenUp",
    ${upTo(`deliveries WHERE ${site} AND status = 'failed'`)} AS "deliveriesFailing",
    ${upTo(`incidents WHERE ${site} AND status = 'open'`)} AS faults`,
});
const WAITING_AT_SITE = waiting('stats-waiting-at-site', 'site_id = $1');
const WAITING = waiting('stats-waiting', 'true');

/**
 * @param period the last 30 days
 * @throws being_counted (503) before the sums are there for the first time
 */
export async function readOverview(database: Database, period: Period, publicUrl: string): Promise<Overview> {
  const { siteId, calendar } = period;
  const asOf = await follow(database);
  const day = calendar.dayAt(period.to - 1);
  const month = `${day.slice(0, 8)}01`;
  const spanOf = async (first: string, before: string): Promise<Span> => {
    const range = { from: calendar.startOf(first), to: period.to };
    const previous = sameSpan(range.from, calendar.startOf(before));
    const [now, then] = await Promise.all([
      countAll(database, range, period),
      countAll(database, previous, period),
    ]);
    return { ...presentSpan(range, now), previous: presentSpan(previous, then) };
  };
  const [site, today, thisMonth, points, [now]] = await Promise.all([
    siteId ? Site.query(database).findById(siteId).select('id', 'name') : undefined,
    spanOf(day, addDays(day, -1)),
    spanOf(month, `${addDays(month, -1).slice(0, 8)}01`),
    pointsOf(database, period, 'day'),
    siteId
      ? runStatement<Overview['now']>(database, WAITING_AT_SITE, [siteId])
      : runStatement<Overview['now']>(database, WAITING, []),
  ]);
  return {
    asOf: asOf.toISOString(),
    timezone: calendar.timezone,
    site: site ? { id: site.id, name: site.name } : null,
    dashboardUrl: `${publicUrl}/dashboard`,
    today,
    month: thisMonth,
    now: now!,
    series: points.map(([date, { sessions, leads }]) => ({ date, sessions, leads })),
  };
}

/** As long from the earlier beginning as it is since the later one, and not into it: half a day against half a day. */
const sameSpan = (begin: number, before: number): Range => ({
  from: before,
  to: Math.min(begin, before + Math.max(Date.now() - begin, 0)),
});

const presentSpan = (range: Range, { sessions, leads, completed }: Counts) => ({
  ...presentRange(range),
  sessions,
  leads,
  completed,
  completionRate: rate(completed, sessions),
});
