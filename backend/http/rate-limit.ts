/**
 * How often something may be done. Counted in PostgreSQL, so that all processes count together and a restart forgets
 * nothing. Past the limit a process refuses from memory without asking the database again.
 */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../db/knex.ts';
import { tooMany } from '../errors.ts';

/** Points within a time; `per` says what is counted. */
const LIMITS = {
  visitorStart: { per: 'address', points: 100, seconds: 60 },
  visitorAddress: { per: 'address', points: 1000, seconds: 60 },
  visitorMessage: { per: 'session', points: 100, seconds: 60 },
  loginAddress: { per: 'address', points: 50, seconds: 15 * 60 },
  publicForm: { per: 'address', points: 20, seconds: 15 * 60 },
} as const;

export type RateLimitName = keyof typeof LIMITS;

export interface RateLimits {
  /** @throws too_many_requests with the seconds to wait */
  consume(name: RateLimitName, keys: { address: string; session?: string }): Promise<void>;
}

/** @param factor multiplies every limit; 0 switches them off (for a measurement, or behind a limiter of your own) */
export function createRateLimits(database: Database, factor: number): RateLimits {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, { points, seconds }]) => {
      const allowed = Math.max(1, Math.round(points * factor));
      return [name, limiter(database, name, allowed, seconds)];
    }),
  );
  return {
    async consume(name, keys) {
      if (factor === 0) return;
      const key = LIMITS[name].per === 'address' ? keys.address : keys.session!;
      await take(limiters[name]!, key);
    },
  };
}

/** A limiter on the shared table. */
export function limiter(
  database: Database,
  name: string,
  points: number,
  seconds: number,
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: database,
    storeType: 'knex',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    inMemoryBlockOnConsumed: points + 1,
    clearExpiredByTimeout: false,
  });
}

/** @throws too_many_requests; a database error goes on as it is */
export async function take(from: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await from.consume(key);
  } catch (rejected) {
    if (rejected instanceof RateLimiterRes)
      throw tooMany(Math.max(1, Math.ceil(rejected.msBeforeNext / 1000)));
    throw rejected;
  }
}
