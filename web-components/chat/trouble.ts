import { fill } from '../texts.ts';
import { Refusal } from './api.ts';
import type { Stage } from './state.ts';

/** What to tell the visitor about something that failed; `silent` when no answer came at all. */
export function wordsFor(
  error: unknown,
  { texts, locale }: Pick<Stage, 'texts' | 'locale'>,
  silent = texts.unavailable,
): string {
  if (!(error instanceof Refusal)) return silent;
  const { status, message, retryAfter } = error;
  if (status === 429) return fill(texts.slowDown, retryAfter ?? 30, locale);
  if (status === 403) return texts.notHere;
  return status === 422 ? message : texts.unavailable;
}

/** ms to wait before the same thing is tried again by itself; nothing when that would not help. */
export function pauseBefore(attempt: number, error: unknown): number | undefined {
  if (attempt > 3) return undefined;
  if (!(error instanceof Refusal)) return 250 * 2 ** attempt;
  return error.status >= 500 ? Math.min(error.retryAfter ?? attempt, 5) * 1000 : undefined;
}
