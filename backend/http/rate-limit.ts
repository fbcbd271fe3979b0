/**
 * How often something may be done. Counted in PostgreSQL, so that all processes count together and a restart forgets
 * nothing; what visitors do all the time is taken from there in small blocks. Past the limit a process refuses from memory without asking the database again.
 */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../db/knex.ts';
import { tooMany } from '../errors.ts';
import { PointBlocks } from './point-blocks.ts';

/** Points within a time; `per` says what is counted, `block` what a process takes at once (see point-blocks). */
const LIMITS = {
  visitorStart: { per: 'address', points: 100, seconds: 60, block: 5 },
  visitorAddress: { per: 'address', points: 1000, seconds: 60, block: 20 },
  visitorMessage: { per: 'session', points: 100, seconds: 60, block: 5 },
  loginAddress: { per: 'address', points: 50, seconds: 15 * 60, block: 1 },
  publicForm: { per: 'address', points: 20, seconds: 15 * 60, block: 1 },
} as const;

export type RateLimitName = keyof typeof LIMITS;

export interface RateLimits {
  /** @throws too_many_requests with the seconds to wait */
  consume(name: RateLimitName, keys: { address: string; session?: string }): Promise<void>;
}

/** @param factor multiplies every limit; 0 switches them off (for a measurement, or behind a limiter of your own) */
export function createRateLimits(database: Database, factor: number): RateLimits {
  const blocks = Object.fromEntries(
    Object.entries(LIMITS).map(([name, { points, seconds, block }]) => {
      const shared = limiter(database, name, Math.max(1, Math.round(points * factor)), seconds);
      const size = Math.max(1, Math.floor(block * factor));
      return [name, new PointBlocks(size, (key, wanted) => take(shared, key, wanted))];
    }),
  );
  return {
    async consume(name, keys) {
      if (factor === 0) return;
      await blocks[name]!.spend(LIMITS[name].per === 'address' ? keys.address : keys.session!);
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
export async function take(from: RateLimiterPostgres, key: string, points = 1): Promise<RateLimiterRes> {
  try {
    return await from.consume(key, points);
  } catch (rejected) {
    if (rejected instanceof RateLimiterRes)
      throw tooMany(Math.max(1, Math.ceil(rejected.msBeforeNext / 1000)));
    throw rejected;
  }
}
