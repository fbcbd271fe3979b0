/** How to say how long somebody has to wait after too many tries. */
import { ApiError, messageOf } from '../api/client.ts';
import { texts } from '../languages/en/app.ts';

/** The message for a failed form: with the wait in it when the server asked for one. */
export function formProblem(error: unknown): string {
  if (!(error instanceof ApiError) || error.status !== 429) return messageOf(error);
  return texts.errors.tooMany(waitText(error.retryAfter));
}

/** "40 seconds", "2 minutes": rounded up, so that trying after it works. */
export function waitText(seconds: number | null): string {
  if (seconds === null || seconds <= 0) return texts.errors.aMoment;
  return seconds < 90 ? texts.errors.seconds(seconds) : texts.errors.minutes(Math.ceil(seconds / 60));
}
