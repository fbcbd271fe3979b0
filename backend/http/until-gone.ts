import type { Context } from 'koa';

/** Aborted when the caller hangs up: nobody waits for the answer any more, so nobody else need be asked for it. */
export function untilGone({ res }: Context): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  return gone.signal;
}
