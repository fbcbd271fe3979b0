/**
 * The answers. Each first follows what has happened since the sums were last right; that is a matter of milliseconds,
 * and where it is not, `asOf` says how old the answer is.
 */
import type { Database } from '../db/knex.ts';
import { AppError } from '../errors.ts';
import { ChatSession } from '../models/chat-session.ts';
import { StaffUser } from '../models/staff-user.ts';
import { type Counts, countAll, countValues, countVersions, countViews } from './counts.ts';
import { fold } from './fold.ts';
import { intervalOf, type Period, type Range } from './period.ts';
import { countPoints } from './points.ts';
import {
  presentFigures,
  presentPage,
  presentPoint,
  presentRange,
  presentVerdicts,
  presentVersion,
  rate,
} from './present.ts';
import { rebuildStats } from './rebuild.ts';
import type { Funnel, Interval, Pages, Qa, Series, Summary } from './schema.ts';
import { readTimes } from './times.ts';

/** How long an answer waits for what is not summed up yet. */
const PATIENCE_MS = 1_500;
/** So few conversations are counted while somebody waits; more are left to the worker. */
const COUNTED_AT_ONCE = 5_000;
const ROWS_MAX = 100;

const beingCounted = () =>
  new AppError(503, 'being_counted', 'The figures are being counted for the first time. Try again soon.', {
    retryAfter: 10,
  });

/** @throws being_counted (503) before the sums are there for the first time */
export async function follow(database: Database): Promise<Date> {
  let folded = await fold(database, { patienceMs: PATIENCE_MS });
  if (!folded.isBuilt && (await isSmall(database))) {
    await rebuildStats(database, { force: true });
    folded = await fold(database, { patienceMs: PATIENCE_MS });
  }
  if (!folded.isBuilt || !folded.asOf) throw beingCounted();
  return folded.asOf;
}

async function isSmall(database: Database): Promise<boolean> {
  const [row] = await ChatSession.query(database).select('id').offset(COUNTED_AT_ONCE).limit(1);
  return !row;
}

const frame = (period: Period, asOf: Date) => ({
  ...presentRange(period),
  timezone: period.calendar.timezone,
  asOf: asOf.toISOString(),
});

/** The figures of a time, and of one as long before it. */
export async function readSummary(database: Database, period: Period): Promise<Summary> {
  const asOf = await follow(database);
  const of = async (range: Range) => {
    const times = await readTimes(database, range, period);
    return { figures: presentFigures(range, times), times };
  };
  const [now, previous] = await Promise.all([of(period), of(period.previous)]);
  return {
    ...now.figures,
    ...frame(period, asOf),
    isEstimated: now.times.isEstimated || previous.times.isEstimated,
    replyTimes: now.times.replyTimes,
    previous: previous.figures,
  };
}

/** One point for each part of the time: as long as wanted, else as fits its length. */
export async function readSeries(
  database: Database,
  period: Period,
  wanted: Interval | undefined,
): Promise<Series> {
  const interval = intervalOf(period, wanted);
  const asOf = await follow(database);
  const points = await pointsOf(database, period, interval);
  return {
    ...frame(period, asOf),
    interval,
    points: points.map(([date, counts]) => presentPoint(date, counts)),
  };
}

/** The counts of each part, by the date that it begins with. */
export async function pointsOf(
  database: Database,
  period: Period,
  interval: Interval,
): Promise<Array<[string, Counts]>> {
  const points = period.calendar.points(period.from, period.to, interval);
  const counts = await countPoints(
    database,
    period,
    period,
    points.map(({ at }) => at),
    interval !== 'hour',
  );
  return points.map(({ date }, index) => [date, counts[index]!]);
}

/** Only the chat on pages has pages that load it: of other channels there is no funnel to see. */
export async function readFunnel(database: Database, period: Period): Promise<Funnel> {
  const asOf = await follow(database);
  const asked = { ...period, channel: period.channel ?? 'web' };
  const knowsViews = asked.channel === 'web' && asked.agentVersion === null;
  const of = async (range: Range): Promise<Funnel['steps']> => {
    const [counts, loaded] = await Promise.all([
      countAll(database, range, asked),
      knowsViews ? countViews(database, range, period.siteId) : null,
    ]);
    return [
      { step: 'loaded', count: loaded },
      { step: 'opened', count: counts.sessions },
      { step: 'started', count: counts.talked },
      { step: 'detail', count: counts.details },
      { step: 'lead', count: counts.leads },
      { step: 'completed', count: counts.completed_leads },
    ];
  };
  const [steps, previous] = await Promise.all([of(period), of(period.previous)]);
  return {
    ...frame(period, asOf),
    steps,
    previous: { ...presentRange(period.previous), steps: previous },
  };
}

/** Where conversations come from, the most first. */
export async function readPages(database: Database, period: Period): Promise<Pages> {
  const asOf = await follow(database);
  const kinds = ['page', 'source', 'medium', 'campaign'] as const;
  const values = await countValues(database, period, period, kinds, ROWS_MAX);
  const rows = (wanted: (typeof kinds)[number]) =>
    values.filter(({ kind }) => kind === wanted).map(presentPage);
  return {
    ...frame(period, asOf),
    pages: rows('page'),
    sources: rows('source'),
    mediums: rows('medium'),
    campaigns: rows('campaign'),
  };
}

/** How answers were judged, by whom, and of which version of the assistant. */
export async function readQa(database: Database, period: Period, wanted: Interval | undefined): Promise<Qa> {
  const interval = intervalOf(period, wanted);
  const asOf = await follow(database);
  const [{ counts, times }, points, values, versions] = await Promise.all([
    readTimes(database, period, period),
    pointsOf(database, period, interval),
    countValues(database, period, period, ['category', 'cause', 'reviewer'], ROWS_MAX),
    countVersions(database, period, period),
  ]);
  const checked = counts.passed + counts.issue + counts.fixed;
  const kinds = (wanted: 'category' | 'cause') =>
    values
      .filter(({ kind }) => kind === wanted)
      .map(({ value, issue, fixed }) => ({ name: value || null, issue, fixed }));
  const reviewers = values.filter(({ kind }) => kind === 'reviewer');
  const people = await StaffUser.query(database)
    .select('id', 'name')
    .whereIn('id', reviewers.map(({ value }) => value).filter(Boolean));
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    ...frame(period, asOf),
    interval,
    sessions: counts.sessions,
    checked,
    coverage: rate(checked, counts.sessions),
    ...presentVerdicts(counts),
    timeToFix: times.fix,
    points: points.map(([date, at]) => ({ date, sessions: at.sessions, ...presentVerdicts(at) })),
    categories: kinds('category'),
    causes: kinds('cause'),
    reviewers: reviewers.map((row) => ({
      id: row.value || null,
      name: nameOf.get(row.value) ?? null,
      checked: row.sessions,
      ...presentVerdicts(row),
    })),
    versions: versions.map(presentVersion),
  };
}
