/**
 * Opening a conversation with its greeting: one statement, together with those that others open at the same moment.
 */
import { uuidv7 } from 'uuidv7';
import { agentIdentity } from '../agent-versions/identity.ts';
import { localeOfVisitor } from '../agents/language.ts';
import { greetingOf } from '../conversation/greeting.ts';
import { given, grouped, runTogether } from '../db/grouped.ts';
import type { Database } from '../db/knex.ts';
import { PLAN_DELIVERIES } from '../events/publish.ts';
import type { Site } from '../models/site.ts';
import type { ShownMessage, ShownSession } from './present.ts';
import type { StartSession } from './schema.ts';

const START = grouped(
  'start-session',
  () => `
    WITH ${given(`id uuid, "siteId" uuid, "visitorId" uuid, "pageUrl" text, "pageTitle" text, referrer text,
      utm jsonb, locale text, timezone text, device text, "ipPrefix" text, state jsonb, version integer,
      "messageId" uuid, text text, choices jsonb, agent jsonb`)}, made AS (
      INSERT INTO chat_sessions (id, site_id, channel, visitor_id, page_url, page_title, referrer, utm, locale,
        timezone, device, ip_prefix, agent_state, agent_version, last_seq, last_message_role, last_message_text)
      SELECT id, "siteId", 'web', "visitorId", "pageUrl", "pageTitle", referrer, utm, locale, timezone, device,
        "ipPrefix", state, version, 1, 'assistant', left(text, 200) FROM given
      RETURNING id, site_id, completion_status, mode, started_at, rating
    ), greeted AS (
      INSERT INTO messages (session_id, seq, id, role, text, choices, agent)
      SELECT id, 1, "messageId", 'assistant', text, choices, agent FROM given
      RETURNING session_id, created_at
    ), told AS (
      INSERT INTO events (type, site_id, session_id, data)
      SELECT 'session.created', site_id, id, jsonb_build_object('sessionId', id) FROM made
      RETURNING id, type, site_id, session_id, data
    ), planned AS (${PLAN_DELIVERIES}
    )
    SELECT given.n, made.completion_status AS "completionStatus", made.mode, made.started_at AS "startedAt",
      made.rating, greeted.created_at AS "createdAt"
    FROM given JOIN made ON made.id = given.id JOIN greeted ON greeted.session_id = given.id`,
);

type Row = Omit<ShownSession, 'id'> & Pick<ShownMessage, 'createdAt'>;

/** Whoever follows the events is to be given a hint afterwards. */
export async function startSession(
  database: Database,
  site: Site,
  input: StartSession,
  from: { device: string | null; ipPrefix: string | null },
): Promise<{ session: ShownSession; greeting: ShownMessage }> {
  const locale = localeOfVisitor(site.locale, input);
  const { text, choices, state } = greetingOf(site, locale);
  const id = uuidv7();
  const greeting = { id: uuidv7(), seq: 1, role: 'assistant' as const, text, choices: choices ?? null };
  const row = await runTogether<Row>(database, START, id, {
    id,
    siteId: site.id,
    visitorId: input.visitorId ?? null,
    pageUrl: input.page.url || null,
    pageTitle: input.page.title || null,
    referrer: input.page.referrer || null,
    utm: input.utm ?? {},
    locale,
    timezone: input.timezone ?? null,
    ...from,
    state: state ?? null,
    version: site.agentVersion,
    messageId: greeting.id,
    text,
    choices: greeting.choices,
    agent: agentIdentity(site),
  });
  const { createdAt, ...session } = row!;
  return {
    session: { id, ...session },
    greeting: { ...greeting, authorName: null, details: null, createdAt },
  };
}
