/**
 * `from`, `to` and `timezone` as instants. A plain date means the whole day as it was lived in that time zone, so a day
 * may have 23 or 25 hours; anything else is an instant, `from` inclusive and `to` exclusive.
 */
import { type FieldError, invalid } from '../errors.ts';

export interface TimeRange {
  from?: Date;
  /** Exclusive. */
  to?: Date;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
/** No zone is further from UTC than this, now or in history. */
const FURTHEST_MS = 16 * 3_600_000;

/** @throws validation_failed naming what can't be read */
export function readTimeRange(given: { from?: string; to?: string; timezone?: string }): TimeRange {
  const wrong: FieldError[] = [];
  const zone = given.timezone ?? 'UTC';
  if (!isTimeZone(zone))
    wrong.push({ path: 'timezone', message: 'This is not a time zone such as Europe/Berlin.' });
  const read = (name: 'from' | 'to', daysOn: number) => {
    const text = given[name];
    if (text === undefined) return undefined;
    const instant = wrong.length === 0 || INSTANT.test(text) ? readInstant(text, zone, daysOn) : undefined;
    if (!instant && isTimeZone(zone))
      wrong.push({
        path: name,
        message: 'This should be a day such as 2026-03-29, or an instant such as 2026-03-29T08:00:00Z.',
      });
    return instant;
  };
  const range = { from: read('from', 0), to: read('to', 1) };
  if (wrong.length > 0) throw invalid(wrong);
  return range;
}

function readInstant(text: string, zone: string, daysOn: number): Date | undefined {
  const day = DAY.exec(text);
  if (!day && !INSTANT.test(text)) return undefined;
  if (!day) return usable(new Date(text));
  const [year, month, date] = day.slice(1).map(Number) as [number, number, number];
  const midnight = new Date(`${text}T00:00:00Z`);
  // A 31st of February would quietly become another day.
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== date) return undefined;
  return usable(midnight) && startOfDay(Date.UTC(year, month - 1, date + daysOn), zone);
}

/** PostgreSQL and Date both know these years; beyond them nobody has a conversation. */
const usable = (date: Date) =>
  date.getUTCFullYear() >= 1970 && date.getUTCFullYear() <= 9998 ? date : undefined;

/**
 * The first instant of a day in a zone. Searched for rather than reckoned from an offset: where the clock is put
 * forward at midnight the day has no 00:00.
 */
function startOfDay(utcMidnight: number, zone: string): Date {
  const wanted = new Date(utcMidnight).toISOString().slice(0, 10);
  const dayAt = dayReader(zone);
  let before = utcMidnight - FURTHEST_MS;
  let after = utcMidnight + FURTHEST_MS;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (dayAt(middle) < wanted) before = middle;
    else after = middle;
  }
  return new Date(after);
}

function dayReader(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => format.format(instant);
}

/** A name that Intl knows. Newer versions of Node take offsets too, such as +05:37: their days begin at no quarter of an hour. */
export function isTimeZone(zone: string): boolean {
  if (!/^[a-z]/i.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
