/**
 * Plans the daily summaries: at eight in the morning of each zone that sites are in, one for everybody who chose it.
 * Planned once a day however often this runs; after a night's outage until noon.
 */
import { uuidv7 } from 'uuidv7';
import type { Database } from '../../db/knex.ts';
import { publishDelivery } from '../../deliveries/record.ts';
import { Site } from '../../models/site.ts';
import { StaffUser } from '../../models/staff-user.ts';
import { addDays, Calendar } from '../../stats/calendar.ts';

const FROM_HOUR = 8;
const TO_HOUR = 12;

/** @param now for tests */
export async function planSummaries(database: Database, now = Date.now()): Promise<void> {
  const zones = await Site.query(database)
    .distinct('timezone')
    .whereNull('archivedAt')
    .where({ isSample: false });
  const due = zones.filter(({ timezone }) => isMorning(timezone, now));
  if (due.length === 0) return;
  const people = await StaffUser.query(database).where({ status: 'active', mailDailySummary: true });
  for (const { timezone } of due) {
    const day = addDays(new Calendar(timezone).dayAt(now), -1);
    for (const { id: userId } of people) await plan(database, { userId, day, timezone });
  }
}

function isMorning(timezone: string, now: number): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' }).format(now),
  );
  return hour >= FROM_HOUR && hour < TO_HOUR;
}

async function plan(
  database: Database,
  payload: { userId: string; day: string; timezone: string },
): Promise<void> {
  await database.transaction(async (trx) => {
    const id = uuidv7();
    const { rowCount } = await trx.raw(
      `INSERT INTO deliveries (id, kind, event, target, lane, dedupe_key, payload)
       VALUES (:id, 'email', 'summary.daily', 'whoever chose it', 'email', :key, :payload::jsonb)
       ON CONFLICT (kind, dedupe_key) DO NOTHING`,
      {
        id,
        key: `summary:${payload.userId}:${payload.timezone}:${payload.day}`,
        payload: JSON.stringify(payload),
      },
    );
    if (rowCount === 1) await publishDelivery(trx, { id, siteId: null, sessionId: null });
  });
}
