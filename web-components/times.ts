/** "14:05" or "2:05 PM", as the locale writes it. */
export const timeOfDay = (iso: string, locale?: string): string =>
  new Date(iso).toLocaleTimeString(locale, { timeStyle: 'short' });

/** "Monday, March 3, 2025". */
export const dayLine = (iso: string, locale?: string): string =>
  new Date(iso).toLocaleDateString(locale, { dateStyle: 'full' });

/** True when both instants fall on the same day where the reader is. */
export const sameDay = (a: string, b: string): boolean =>
  new Date(a).toDateString() === new Date(b).toDateString();
