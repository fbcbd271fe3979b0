/**
 * Times as they were on the clocks of a zone, with the offset that makes them unmistakable.
 */
const QUARTER_MS = 15 * 60_000;
/** A long export must not fill the memory with offsets. */
const KEPT_QUARTERS = 20_000;

export type ZonedTime = (time: Date | string) => string;

/**
 * Writes times of one zone: 2026-07-01T14:05:00.000+02:00 (ISO 8601). Offsets change at quarters of an hour at most and
 * are kept, because asking for one costs more than all the rest of a row.
 * @param zone a known IANA name
 */
export function zonedTime(zone: string): ZonedTime {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const kept = new Map<number, number>();
  const offsetAt = (ms: number): number => {
    const quarter = Math.floor(ms / QUARTER_MS);
    const known = kept.get(quarter);
    if (known !== undefined) return known;
    const offset = minutesOf(format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value);
    if (kept.size >= KEPT_QUARTERS) kept.clear();
    kept.set(quarter, offset);
    return offset;
  };
  return (time) => {
    const ms = new Date(time).getTime();
    const offset = offsetAt(ms);
    return `${new Date(ms + offset * 60_000).toISOString().slice(0, -1)}${written(offset)}`;
  };
}

/** `GMT+05:30` in minutes; `GMT` alone is none. */
function minutesOf(name = ''): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function written(offset: number): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
