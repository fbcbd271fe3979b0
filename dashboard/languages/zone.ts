/** Time zones and days as programs write them; how people write them is in `ui/times`. */

/** Whether the browser knows a time zone of this name. */
export function isZone(name: string): boolean {
  try {
    return name !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** The zone that the browser is in. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The day on the clocks of a zone, else of the browser's: Swedish writes days as `2026-05-31`. */
export const plainDate = (date: Date, timeZone?: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(date);
