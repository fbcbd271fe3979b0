/**
 * What is asked about: which conversations, from when to when, in whose days, and the period before it.
 */
import type { Database } from '../db/knex.ts';
import { invalid, notFound } from '../errors.ts';
import type { Principal } from '../http/principal.ts';
import { Site } from '../models/site.ts';
import { reachOf } from '../sessions/policy.ts';
import { readTimeRange } from '../sessions/time-range.ts';
import { addDays, Calendar, daysBetween } from './calendar.ts';
import type { Interval, StatsQuery } from './schema.ts';

const DEFAULT_DAYS = 30;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** More points than anybody can look at are a mistake in the question. */
const POINTS_MAX = 1_000;
/** About how long a point is, and no more than this can be asked of it, in days. */
const LENGTH: Record<Interval, number> = { hour: 1 / 24, day: 1, week: 7, month: 30 };

/** The time before a very long one begins here: thousands of years back neither Date nor PostgreSQL has a day for it. */
const FIRST_MS = Date.UTC(1900, 0, 1);

export interface Range {
  /** In ms since 1970; the second is exclusive. */
  from: number;
  to: number;
}

export interface Asked {
  siteId: string | null;
  channel: string | null;
  agentVersion: string | null;
}

export interface Period extends Range, Asked {
  calendar: Calendar;
  previous: Range;
}

/** @throws not_found for a site that is not there, or not the caller's; validation_failed for times */
export async function readPeriod(database: Database, query: StatsQuery, caller: Principal): Promise<Period> {
  const { siteId: own } = reachOf(caller);
  const siteId = own ?? query.site ?? null;
  const site = siteId ? await Site.query(database).findById(siteId).select('timezone') : undefined;
  if (siteId && (!site || (query.site && query.site !== siteId))) throw notFound('There is no such site.');
  const timezone = query.timezone ?? site?.timezone ?? 'UTC';
  const given = readTimeRange({ from: query.from, to: query.to, timezone });
  const calendar = new Calendar(timezone);
  const { from, to } = completed(calendar, given.from?.getTime(), given.to?.getTime());
  if (from >= to) throw invalid([{ path: 'to', message: 'The end should come after the beginning.' }]);
  return {
    siteId,
    channel: query.channel ?? null,
    agentVersion: query.agentVersion ?? null,
    calendar,
    from,
    to,
    previous: before({ from, to }, calendar, DAY.test(query.from ?? '1970-01-01')),
  };
}

function completed(calendar: Calendar, from: number | undefined, to: number | undefined): Range {
  const today = calendar.dayAt(Date.now());
  const end = to ?? Math.max(calendar.startOf(addDays(today, 1)), from === undefined ? 0 : from + 1);
  return { from: from ?? calendar.startOf(addDays(calendar.dayAt(end - 1), 1 - DEFAULT_DAYS)), to: end };
}

/** As many days of the calendar as the period has; of a period between instants, as much time. */
function before({ from, to }: Range, calendar: Calendar, isOfDays: boolean): Range {
  if (from - (to - from) < FIRST_MS) return { from: FIRST_MS, to: from };
  if (!isOfDays) return { from: from - (to - from), to: from };
  const first = calendar.dayAt(from);
  const days = daysBetween(first, calendar.dayAt(to - 1));
  return { from: calendar.startOf(addDays(first, -days)), to: from };
}

/** @throws validation_failed when that were more points than anybody wants to see */
export function intervalOf({ from, to }: Range, wanted: Interval | undefined): Interval {
  const days = (to - from) / 86_400_000;
  const interval = wanted ?? (days <= POINTS_MAX ? 'day' : 'month');
  if (days / LENGTH[interval] > POINTS_MAX)
    throw invalid([
      { path: 'interval', message: `By ${interval} this is too long a time. Ask for a shorter one.` },
    ]);
  return interval;
}
