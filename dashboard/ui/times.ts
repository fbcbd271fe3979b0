/** Times as people say them, in the viewer's language and zone. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'narrow' });

/** "now", "5 min. ago", "2 days ago"; after a week the date itself, with the year when it is not this one. */
export function timeAgo(iso: string, now: number, locale?: string): string {
  const format = locale
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' })
    : relative;
  const date = new Date(iso);
  // A clock that runs a little ahead must not say "in 3 seconds".
  const seconds = Math.max(0, Math.round((now - date.getTime()) / 1000));
  if (seconds < 45) return format.format(0, 'second');
  if (seconds < HOUR) return format.format(-Math.max(1, Math.round(seconds / MINUTE)), 'minute');
  if (seconds < DAY) return format.format(-Math.round(seconds / HOUR), 'hour');
  if (seconds < 7 * DAY) return format.format(-Math.round(seconds / DAY), 'day');
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
  });
}

/** Date, time and zone: what one sees on hover. */
export function exactTime(iso: string, locale?: string): string {
  return new Date(iso).toLocaleString(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/** Date and time, for the facts beside a conversation. */
export function dateAndTime(iso: string, locale?: string): string {
  return new Date(iso).toLocaleString(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** "29 Mar" for the plain date 2026-03-29, with the year when it is not this one. */
export function dayName(day: string, locale?: string): string {
  const date = new Date(`${day}T12:00:00`);
  const sameYear = date.getFullYear() === new Date().getFullYear();
  return date.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
  });
}

/** The time of day somewhere else now; null for a zone this browser does not know. */
export function timeIn(timezone: string, now: number, locale?: string): string | null {
  try {
    return new Date(now).toLocaleTimeString(locale, {
      hour: 'numeric',
      minute: '2-digit',
      timeZone: timezone,
    });
  } catch {
    return null;
  }
}

/** "English (United States)" for en-US; the code itself where it has no name. */
export function languageName(code: string, locale?: string): string {
  try {
    return new Intl.DisplayNames(locale ? [locale] : [], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "3 min", "2 hr": how long something has lasted; null below a minute. */
export function waitedFor(iso: string, now: number, locale?: string): string | null {
  const minutes = Math.floor((now - new Date(iso).getTime()) / 60_000);
  if (minutes < 1) return null;
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.floor(minutes / 60), 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}
