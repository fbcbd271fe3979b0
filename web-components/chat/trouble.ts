import { fill, type Texts } from '../texts.ts';
import { Refusal } from './api.ts';

/** What to tell the visitor about something that failed; `silent` when no answer came at all. */
export function wordsFor(error: unknown, texts: Texts, silent = texts.unavailable): string {
  if (!(error instanceof Refusal)) return silent;
  const { status, message, retryAfter } = error;
  if (status === 429) return fill(texts.slowDown, retryAfter ?? 30);
  if (status === 403) return texts.notHere;
  return status === 422 ? message : texts.unavailable;
}

/** ms to wait before the same thing is tried again by itself; nothing when that would not help. */
export function pauseBefore(attempt: number, error: unknown): number | undefined {
  if (attempt > 3) return undefined;
  if (!(error instanceof Refusal)) return 250 * 2 ** attempt;
  return error.status >= 500 ? Math.min(error.retryAfter ?? attempt, 5) * 1000 : undefined;
}
