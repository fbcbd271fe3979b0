/** "14:05" or "2:05 PM", as the locale writes it. */
export function timeOfDay(iso: string, locale?: string): string {
  return new Date(iso).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
}

/** "Monday, March 3", with the year when it is not this one. */
export function dayLine(iso: string, locale?: string, now = new Date()): string {
  const date = new Date(iso);
  return date.toLocaleDateString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: date.getFullYear() === now.getFullYear() ? undefined : 'numeric',
  });
}

/** True when both instants fall on the same day where the reader is. */
export function sameDay(a: string, b: string): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** The locale itself when the browser knows it, else nothing, so that a typing slip costs no more than a default. */
export function knownLocale(locale: string | null | undefined): string | undefined {
  try {
    return locale ? Intl.getCanonicalLocales(locale)[0] : undefined;
  } catch {
    return undefined;
  }
}
