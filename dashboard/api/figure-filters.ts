/** Which figures are looked at: read from and written to the page's URL, and what they mean for the server. */
import type { Interval, SeriesQuery } from '../../backend/stats/schema.ts';
import { isZone, ownZone, plainDate } from '../languages/zone.ts';

export const PERIODS = ['today', '7', '30', 'month', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface FigureFilters {
  period: PeriodName;
  /** Plain dates, both included; only with `own`. */
  from?: string;
  to?: string;
  site?: string;
  channel?: 'web' | 'messenger' | 'external';
  version?: string;
  /** Whose days are counted, such as Europe/Berlin; without it the site's, or the viewer's own where no site is chosen. */
  timezone?: string;
}

const DEFAULT: PeriodName = '30';
const DAY_MS = 86_400_000;
const day = /^\d{4}-\d{2}-\d{2}$/;
const known: Record<Exclude<keyof FigureFilters, 'period'>, RegExp> = {
  from: day,
  to: day,
  site: /^[0-9a-f-]{36}$/i,
  channel: /^(web|messenger|external)$/,
  version: /^.{1,100}$/,
  timezone: /^[A-Za-z][\w/+-]{1,63}$/,
};

export function figureFiltersFromUrl(search: string): FigureFilters {
  const params = new URLSearchParams(search);
  const period = PERIODS.find((name) => name === params.get('period')) ?? DEFAULT;
  const rest = Object.entries(known)
    .map(([name, form]) => [name, params.get(name) ?? '', form] as const)
    .filter(([, value, form]) => form.test(value))
    .filter(([name, value]) => name !== 'timezone' || isZone(value))
    .map(([name, value]) => [name, value]);
  return { period, ...Object.fromEntries(rest) };
}

/** The query string with its question mark, or nothing when all is as it is at first. */
export function figureFiltersToUrl({ period, from, to, ...rest }: FigureFilters): string {
  const params = new URLSearchParams();
  if (period !== DEFAULT) params.set('period', period);
  const own = period === 'own' ? { from, to } : {};
  for (const [name, value] of Object.entries({ ...own, ...rest })) if (value) params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The days of a period, counted from today in the chosen zone, else the viewer's. */
export function daysOf(
  { period, from, to, timezone }: FigureFilters,
  now = new Date(),
): { from: string; to: string } {
  const today = plainDate(now, timezone);
  const back = (days: number) => new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case '7':
      return { from: back(6), to: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'own': {
      const [first = back(29), last = today] = [from, to];
      return first <= last ? { from: first, to: last } : { from: last, to: first };
    }
    default:
      return { from: back(29), to: today };
  }
}

/** As the server wants them. */
export function toStatsQuery(filters: FigureFilters): SeriesQuery & { interval: Interval } {
  const { from, to } = daysOf(filters);
  const { site, channel, version, timezone = site ? undefined : ownZone() } = filters;
  return {
    from,
    to,
    ...(site && { site }),
    ...(timezone && { timezone }),
    ...(channel && { channel }),
    ...(version && { agentVersion: version }),
    interval: intervalOf((Date.parse(to) - Date.parse(from)) / DAY_MS + 1),
  };
}

/** As fine as a chart can still be read. */
function intervalOf(days: number): Interval {
  if (days <= 2) return 'hour';
  if (days <= 62) return 'day';
  return days <= 400 ? 'week' : 'month';
}
