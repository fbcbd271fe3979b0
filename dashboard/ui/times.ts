/** Times as people say them, in the dashboard's language and the viewer's zone. */
import { number, locale as ours } from '../languages/locale.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const time = { hour: 'numeric', minute: '2-digit' } as const;
const dayAndMonth = { day: 'numeric', month: 'short' } as const;
const fullDate = { ...dayAndMonth, year: 'numeric' } as const;

/** Narrow, as room is short; French says "-5 min" then, which nobody reads as a time that has passed. */
const agoIn = (locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
const ourAgo = agoIn(ours);

/** An instant, written as asked. */
const written = (iso: string | number, options: Intl.DateTimeFormatOptions, locale = ours) =>
  new Date(iso).toLocaleString(locale, options);

/** "now", "5 min. ago", "2 days ago"; after a week the date itself, with the year when it is not this one. */
export function timeAgo(iso: string, now: number, locale = ours): string {
  const format = locale === ours ? ourAgo : agoIn(locale);
  const date = new Date(iso);
  // A clock that runs a little ahead must not say "in 3 seconds".
  const seconds = Math.max(0, Math.round((now - date.getTime()) / 1000));
  if (seconds < 45) return format.format(0, 'second');
  if (seconds < HOUR) return format.format(-Math.max(1, Math.round(seconds / MINUTE)), 'minute');
  if (seconds < DAY) return format.format(-Math.round(seconds / HOUR), 'hour');
  if (seconds < 7 * DAY) return format.format(-Math.round(seconds / DAY), 'day');
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return written(iso, sameYear ? dayAndMonth : fullDate, locale);
}

/** Date, time and zone: what one sees on hover. */
export const exactTime = (iso: string, locale = ours): string =>
  written(iso, { weekday: 'short', ...fullDate, ...time, timeZoneName: 'short' }, locale);

/** Date and time, for the facts beside a conversation. */
export const dateAndTime = (iso: string, locale = ours): string =>
  written(iso, { ...fullDate, ...time }, locale);

/** The same for what lives for days, where the year goes without saying. */
export const dayAndTime = (iso: string): string => written(iso, { ...dayAndMonth, ...time });

/** "Monday, 14:05". */
export const weekdayAndTime = (iso: string): string => written(iso, { weekday: 'long', ...time });

/** "14:05". */
export const timeOfDay = (iso: string): string => written(iso, time);

/** The date of an instant, as short as the language has it. */
export const dayOf = (iso: string): string => new Date(iso).toLocaleDateString(ours);

/** "29 Mar" for the plain date 2026-03-29, with the year when it is not this one and wanted. */
export function dayName(day: string, withYear = true, locale = ours): string {
  const sameYear = day.startsWith(`${new Date().getFullYear()}-`);
  return written(`${day}T12:00:00`, withYear && !sameYear ? fullDate : dayAndMonth, locale);
}

/** "Mar 2026" for a plain date. */
export const monthName = (day: string): string =>
  written(`${day}T12:00:00`, { month: 'short', year: 'numeric' });

/** "15:00" for the plain hour 2026-03-29T15:00, which belongs to no zone. */
export const hourName = (hour: string): string =>
  written(Date.parse(`${hour}Z`), { ...time, timeZone: 'UTC' });

/** The time of day somewhere else now; null for a zone this browser does not know. */
export function timeIn(timezone: string, now: number, locale = ours): string | null {
  try {
    return written(now, { ...time, timeZone: timezone }, locale);
  } catch {
    return null;
  }
}

/** "English (United States)" for en-US; the code itself where it has no name. */
export function languageName(code: string, locale = ours): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "3 min", "2 hr": how long something has lasted; null below a minute. */
export function waitedFor(iso: string, now: number): string | null {
  const minutes = Math.floor((now - new Date(iso).getTime()) / 60_000);
  if (minutes < 1) return null;
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.floor(minutes / 60), 'hour'];
  return number(value, { style: 'unit', unit, unitDisplay: 'short' });
}
