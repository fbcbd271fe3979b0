/**
 * Taking in what Facebook sends: believed only with its signature, stored before it is answered, each event once.
 * What it means is found out later (process.ts), so that Facebook never waits for it.
 */

import { createHash } from 'node:crypto';
import type { Database } from '../../db/knex.ts';
import { badRequest, forbidden } from '../../errors.ts';
import type { Keys } from '../../keys.ts';
import type { MessengerMetrics } from './metrics.ts';
import type { MessengerEvent } from './schema.ts';
import { messengerSettings, sitesOfPages } from './settings.ts';
import { isSignedWith } from './signature.ts';

interface ReceiveDeps {
  database: Database;
  secretKey: Keys;
  metrics: MessengerMetrics;
}

interface Entry {
  id?: unknown;
  messaging?: MessengerEvent[];
}

/**
 * @param body as it came
 * @throws forbidden (403) when the signature is not made with the secret of a page's site; bad_request when it is no
 * JSON. Pages that no site has are passed over.
 */
export async function receive(
  { database, secretKey, metrics }: ReceiveDeps,
  body: Buffer,
  signature: Buffer,
): Promise<void> {
  const entries = entriesOf(body);
  const sites = await sitesOfPages(database, [...new Set(entries.map(({ id }) => String(id)))]);
  const settings = sites.map((site) => ({ siteId: site.id, ...messengerSettings(site, secretKey) }));
  const believed = settings.filter(({ appSecret }) => appSecret && isSignedWith(appSecret, body, signature));
  if (settings.length > 0 && believed.length === 0) {
    metrics.count('forged');
    throw forbidden('The signature is not right.');
  }
  const rows: Row[] = [];
  for (const { id, messaging = [] } of entries) {
    const site = believed.find(({ pageId }) => pageId === String(id));
    if (!site) metrics.count('unknown_page', messaging.length || 1);
    else if (Array.isArray(messaging))
      for (const event of messaging) {
        const row = rowOf(String(id), event);
        if (row) rows.push({ ...row, site_id: site.siteId });
        else metrics.count('ignored');
      }
  }
  const stored = await store(database, rows);
  metrics.count('stored', stored);
  metrics.count('known', rows.length - stored);
}

function entriesOf(body: Buffer): Entry[] {
  let parsed: { object?: unknown; entry?: unknown };
  try {
    // PostgreSQL holds neither NUL nor half a character.
    parsed = JSON.parse(body.toString('utf8'), (_, value) =>
      typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
    );
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
  const { object, entry } = parsed ?? {};
  if (object !== 'page' || !Array.isArray(entry)) return [];
  return entry.filter((one) => one !== null && typeof one === 'object');
}

interface Row {
  site_id: string;
  page_id: string;
  key: string;
  person_id: string;
  happened_at: string;
  event: MessengerEvent;
}

/** null for what says nothing new to the team: read and delivered marks, reactions, edits. */
function rowOf(pageId: string, event: MessengerEvent): Omit<Row, 'site_id'> | null {
  const { message, postback, referral, sender, recipient, timestamp } = event ?? {};
  if (!message && !postback && !referral) return null;
  const personId = message?.is_echo ? recipient?.id : sender?.id;
  if (!personId) return null;
  const mid = message?.mid ?? postback?.mid;
  // Clocks elsewhere may be ahead; nothing was said in the future.
  const at = Number.isFinite(timestamp) ? Math.min(timestamp!, Date.now()) : Date.now();
  return {
    page_id: pageId,
    key: mid ? String(mid) : createHash('sha256').update(JSON.stringify(event)).digest('hex'),
    person_id: String(personId),
    happened_at: new Date(Math.max(at, 0)).toISOString(),
    event,
  };
}

/** @returns how many were not known yet */
async function store(database: Database, rows: readonly Row[]): Promise<number> {
  if (rows.length === 0) return 0;
  const result = await database.raw(
    `INSERT INTO messenger_events (site_id, page_id, key, person_id, happened_at, event)
     SELECT site_id, page_id, key, person_id, happened_at, event FROM jsonb_to_recordset(?::jsonb)
       AS given (site_id uuid, page_id text, key text, person_id text, happened_at timestamptz, event jsonb)
     ON CONFLICT (page_id, key) DO NOTHING`,
    [JSON.stringify(rows)],
  );
  return result.rowCount ?? 0;
}
