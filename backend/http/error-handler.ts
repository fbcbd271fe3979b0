/**
 * The one place where errors become answers. Expected ones say their plain words; surprises are logged and hidden.
 */
import { randomUUID } from 'node:crypto';
import type { Context, Middleware } from 'koa';
import { asAvailability } from '../db/knex.ts';
import { AppError, notFound } from '../errors.ts';
import { errorForLog, type Logger } from '../log.ts';
import type { ErrorBody } from './schema.ts';

/** Gives every request its id, and every failure its answer. */
export function errorHandler(log: Logger): Middleware {
  const refusals = new Refusals(log);
  return async (ctx, next) => {
    const requestId = randomUUID();
    ctx.state.requestId = requestId;
    ctx.set('X-Request-Id', requestId);
    try {
      await next();
      if (ctx.respond !== false && ctx.status === 404 && ctx.body === undefined) throw notFound();
    } catch (thrown) {
      const error = translate(thrown);
      if (error.status === 503 && ctx.state.askedOf === 'overload') refusals.count();
      else if (error.status >= 500) {
        const cause = errorForLog(error.cause ?? thrown);
        log[error.status === 503 ? 'warn' : 'error'](
          { requestId, method: ctx.method, route: ctx.state.route, err: cause },
          'request failed',
        );
      }
      answer(ctx, error, requestId);
    }
  };
}

const TELL_EVERY_MS = 10_000;

/** Who is refused in a crowd gets one line for all: a line each would be work at the worst moment. */
class Refusals {
  private sinceTold = 0;
  private toldAt = 0;

  constructor(private readonly log: Logger) {}

  count(): void {
    this.sinceTold++;
    const now = Date.now();
    if (now - this.toldAt < TELL_EVERY_MS) return;
    this.log.warn(
      { refused: this.sinceTold },
      'more is asked than can be answered: visitors are told to come again',
    );
    this.toldAt = now;
    this.sinceTold = 0;
  }
}

/** What a visitor or program may know of an error. */
export function errorBody(error: AppError, requestId: string): ErrorBody {
  return {
    error: { id: error.id, message: error.message, ...(error.fields && { fields: error.fields }), requestId },
  };
}

/** Expected errors as they are; lost connections as 503; everything else as a plain 500. */
export function translate(thrown: unknown): AppError {
  const error = asAvailability(thrown);
  if (error instanceof AppError) return error;
  const status = (error as { status?: number })?.status;
  if (status === 400) return new AppError(400, 'bad_request', 'The request could not be read.');
  return new AppError(500, 'internal_error', 'Something went wrong on our side. Please try again.', {
    cause: thrown,
  });
}

function answer(ctx: Context, error: AppError, requestId: string): void {
  if (ctx.res.headersSent) {
    ctx.res.end();
    return;
  }
  ctx.respond = true;
  ctx.status = error.status;
  if (error.retryAfter) ctx.set('Retry-After', String(Math.ceil(error.retryAfter)));
  ctx.set('Cache-Control', 'no-store');
  ctx.body = errorBody(error, requestId);
}
