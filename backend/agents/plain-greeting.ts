import { textsFor } from '../visitor/texts.ts';

/** How an assistant greets that has no first question of its own. */
export const plainGreeting = (site: { greeting: string; locale: string }, locale: string | null): string =>
  site.greeting.trim() || textsFor(site.locale, locale).greeting;
