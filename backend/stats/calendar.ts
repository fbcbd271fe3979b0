/**
 * Days, hours, weeks and months as they are lived in a time zone. A day may have 23, 24, 25 or, on Lord Howe, 23½ hours;
 * each is turned into instants once, and everything after that only compares instants.
 */
import type { Interval } from './schema.ts';

/** Every bound is a multiple of it: the offsets of all zones in use are. */
export const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** In quarters: no zone is further from UTC. */
const FURTHEST = 16 * 4;

/** A plain date, such as 2026-03-29. */
export type Day = string;

/** So many days on; back with a number below zero. */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** From the first to the second, both included. */
export const daysBetween = (first: Day, last: Day): number =>
  Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS) + 1;

/** The days of a time zone as moments, in milliseconds: of 23, 24 or 25 hours. */
export class Calendar {
  private readonly format: Intl.DateTimeFormat;
  private readonly starts = new Map<Day, number>();

  constructor(readonly timezone: string) {
    this.format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  dayAt(instant: number): Day {
    return this.wallAt(instant).slice(0, 10);
  }

  /** The first instant of a day. Searched for: where the clock is put forward at midnight there is no 00:00. */
  startOf(day: Day): number {
    const known = this.starts.get(day);
    if (known !== undefined) return known;
    const noon = Math.floor(Date.parse(`${day}T00:00:00Z`) / QUARTER_MS);
    let before = noon - FURTHEST;
    let after = noon + FURTHEST;
    while (after - before > 1) {
      const middle = (before + after) >> 1;
      if (this.dayAt(middle * QUARTER_MS) < day) before = middle;
      else after = middle;
    }
    this.starts.set(day, after * QUARTER_MS);
    return after * QUARTER_MS;
  }

  /** 2026-03-29T03:00:00+02:00. */
  written(instant: number): string {
    const wall = this.wallAt(instant);
    const offset = Math.round((Date.parse(`${wall}Z`) - instant) / 60_000);
    const pad = (n: number) => String(n).padStart(2, '0');
    const minutes = Math.abs(offset);
    return `${wall}${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  }

  /**
   * The beginnings of all points of a range, the first being the range's own. Days, weeks from Monday and months begin
   * at midnight; hours where the clock on the wall says :00, or jumps.
   */
  points(from: number, to: number, interval: Interval): Array<{ at: number; date: string }> {
    return interval === 'hour' ? this.hours(from, to) : this.days(from, to, interval);
  }

  private days(from: number, to: number, interval: Interval) {
    const points = [{ at: from, date: this.dayAt(from) }];
    const last = this.dayAt(to - 1);
    for (let day = addDays(points[0]!.date, 1); day <= last; day = addDays(day, 1)) {
      const begins =
        interval === 'day' ||
        (interval === 'month' ? day.endsWith('-01') : new Date(`${day}T00:00:00Z`).getUTCDay() === 1);
      // A day that a zone left out has no instant of its own: it takes the next one's, and is no point.
      if (begins && this.dayAt(this.startOf(day)) === day) points.push({ at: this.startOf(day), date: day });
    }
    return points;
  }

  private hours(from: number, to: number) {
    const points = [{ at: from, date: this.written(from) }];
    let offset = points[0]!.date.slice(19);
    const first = Math.floor(from / QUARTER_MS) + 1;
    for (let at = first * QUARTER_MS; at < to; at += QUARTER_MS) {
      const date = this.written(at);
      if (date.slice(14, 16) !== '00' && date.slice(19) === offset) continue;
      offset = date.slice(19);
      points.push({ at, date });
    }
    return points;
  }

  private wallAt(instant: number): string {
    return this.format.format(instant).replace(', ', 'T');
  }
}
