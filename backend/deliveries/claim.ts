/**
 * Taking deliveries that are due. The ledger is its own queue: a row that is claimed by a process which is killed falls
 * due again when the claim has run out.
 */
import { uuidv7 } from 'uuidv7';
import type { Database } from '../db/knex.ts';
import { Delivery } from '../models/delivery.ts';

/** Longer than one try may take (`SEND_SECONDS` in carrier). */
const CLAIM_SECONDS = 40;
/** Under way at once for one receiver, over all processes. Monday asks for one change of a board at a time. */
const PER_LANE = 3;

/**
 * One process claims at a time, so that the lanes' limits hold. Each lane with something open is looked at by itself
 * (a walk over the index from lane to lane): a receiver with a hundred thousand waiting rows hides nobody else's.
 */
const CLAIM = `
  WITH RECURSIVE lanes AS (
    (SELECT lane FROM deliveries WHERE status IN ('pending', 'failed') ORDER BY lane LIMIT 1)
    UNION ALL
    SELECT (SELECT d.lane FROM deliveries d WHERE d.status IN ('pending', 'failed') AND d.lane > lanes.lane
            ORDER BY d.lane LIMIT 1)
    FROM lanes WHERE lanes.lane IS NOT NULL
  ), first_of_each AS (
    SELECT d.id, d.next_attempt_at, d.claimed_until FROM lanes CROSS JOIN LATERAL (
      SELECT id, next_attempt_at, claimed_until FROM deliveries d
      WHERE d.lane = lanes.lane AND d.status IN ('pending', 'failed') AND NOT d.in_order AND d.next_attempt_at <= now()
      ORDER BY d.next_attempt_at
      LIMIT CASE WHEN lanes.lane LIKE 'monday:%' THEN 1 ELSE ${PER_LANE} END) d
    UNION ALL
    SELECT d.id, d.next_attempt_at, d.claimed_until FROM lanes CROSS JOIN LATERAL (
      SELECT id, next_attempt_at, claimed_until FROM deliveries d
      WHERE d.lane = lanes.lane AND d.status IN ('pending', 'failed') AND d.in_order
      ORDER BY d.id LIMIT 1) d
    WHERE d.next_attempt_at <= now()
  ), chosen AS (
    SELECT id FROM first_of_each WHERE coalesce(claimed_until < now(), true) ORDER BY next_attempt_at LIMIT :most
  ), claimed AS (
    UPDATE deliveries SET claim_id = :claimId, claimed_until = now() + interval '${CLAIM_SECONDS} seconds',
      attempts = attempts + 1, round_attempts = round_attempts + 1
    WHERE id IN (SELECT id FROM chosen) RETURNING id, attempts
  ), begun AS (
    INSERT INTO delivery_attempts (delivery_id, number) SELECT id, attempts FROM claimed
  )
  SELECT id FROM claimed`;

/** @param most how many at most; fewer come back when others are at it */
export async function claimDue(database: Database, most: number): Promise<Delivery[]> {
  const claimId = uuidv7();
  const ids = await database.transaction(async (trx) => {
    const lock = await trx.raw(`SELECT pg_try_advisory_xact_lock(hashtext('parlour-deliveries')) AS mine`);
    if (!lock.rows[0].mine) return [];
    const { rows } = await trx.raw(CLAIM, { most, claimId });
    return (rows as Array<{ id: string }>).map(({ id }) => id);
  });
  return ids.length === 0 ? [] : Delivery.query(database).findByIds(ids).where({ claimId });
}
