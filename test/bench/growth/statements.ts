/**
 * What fills a database with conversations, in SQL: everything of one follows from its number, so that each run has the
 * same. They are spread over 400 days, more by day than by night; some sites and words have most of them.
 */
import { dayOf, FACT_COLUMNS, FACTS, monthOf } from '../../../backend/stats/facts.ts';
import {
  columnsOf,
  DAYS as DAY_SUMS,
  MONTHS,
  ofShorter,
  QUARTERS,
  type Sum,
  VALUES,
} from '../../../backend/stats/sums.ts';
import { RARE_TEXT, share, TEXTS } from './texts.ts';

const DAYS = 400;
const RARE_HITS = 50;

const pick = (choices: readonly string[], seed: number) =>
  `(ARRAY[${choices.map((text) => `'${text}'`)}])[1 + floor(${choices.length} * power(${share('n', seed)}, 1.7))::integer]`;
const FIRST_NAMES = [
  'Anna',
  'Ben',
  'Chiara',
  'David',
  'Elif',
  'Finn',
  'Greta',
  'Hannah',
  'Igor',
  'Jana',
  'Karim',
  'Lea',
];
const LAST_NAMES = [
  'Albrecht',
  'Brandt',
  'Conti',
  'Demir',
  'Engel',
  'Fischer',
  'Garcia',
  'Huber',
  'Ivanov',
  'Jansen',
];
const DOMAINS = ['gmail.com', 'example.org', 'web.example', 'lindenhof.example', 'office.example'];

/** Sites come from the table; the first has nearly half of all. */
export const PLAN = (sessions: number) => `
  CREATE UNLOGGED TABLE bench_plan AS
  SELECT n, uuidv7(started_at - now()) AS id, site.id AS site_id, started_at, last_seq, channel, version, is_completed,
    is_open, has_lead, is_reachable, taken_over, qa,
    started_at + last_seq * interval '20 seconds' AS last_at,
    jsonb_build_object('kind', 'guided', 'version', version) AS agent
  FROM (
    SELECT n, started_at, last_seq, (1 + n * 12 / ${sessions})::integer AS version,
      greatest(1, ceil(6 * power(${share('n', 2)}, 2)))::integer AS site_number,
      CASE WHEN ${share('n', 3)} < 0.9 THEN 'web' WHEN ${share('n', 3)} < 0.97 THEN 'messenger' ELSE 'external' END AS channel,
      started_at > now() - interval '40 minutes' AS is_open,
      last_seq > 3 AND ${share('n', 4)} < 0.4 AS is_completed,
      last_seq > 3 AND ${share('n', 4)} < 0.6 AS has_lead,
      last_seq > 3 AND ${share('n', 4)} < 0.5 AS is_reachable,
      last_seq > 7 AND ${share('n', 5)} < 0.05 AS taken_over,
      CASE WHEN last_seq = 1 OR ${share('n', 6)} > 0.15 THEN 'unchecked' WHEN ${share('n', 6)} > 0.05 THEN 'passed'
        WHEN ${share('n', 6)} > 0.03 THEN 'issue' ELSE 'fixed' END AS qa
    FROM (
      SELECT n, 1 + 2 * least(60, floor(-5 * ln(1 - ${share('n', 1)})))::integer AS last_seq,
        now() - interval '${DAYS} days' + make_interval(secs =>
          86400 * (floor(at) + at - floor(at) - 0.13 * sin(2 * pi() * (at - floor(at))))) AS started_at
      FROM (SELECT n, ${DAYS}.0::float8 * n / ${sessions} AS at FROM generate_series(1::bigint, ${sessions}) n) AS evenly) AS timed
  ) AS drawn
  JOIN (SELECT id, row_number() OVER (ORDER BY id) AS number FROM sites) AS site ON site.number = site_number
  ORDER BY n`;

export const SESSIONS = `
  INSERT INTO chat_sessions (id, site_id, channel, external_id, visitor_id, page_url, page_title, utm, locale, timezone,
    completion_status, completed_at, completion_signal, archive_status, archived_at, qa_status, first_taken_over_at,
    last_seq, last_message_at, last_message_role, last_message_text, visitor_seq, answered_seq, rating, started_at,
    updated_at, agent_version)
  SELECT id, site_id, channel, CASE WHEN channel <> 'web' THEN 'made:' || n END, gen_random_uuid(),
    'https://landing.example/' || ${pick(['', 'tables', 'chairs', 'offices', 'sale', 'contact', 'about', 'shipping'], 11)}
      || CASE WHEN ${share('n', 12)} < 0.3 THEN '?ref=' || n ELSE '' END,
    'Lindenhof', CASE WHEN ${share('n', 13)} < 0.5 THEN '{}' ELSE jsonb_build_object(
      'source', ${pick(['google', 'newsletter', 'facebook', 'partner'], 14)}, 'medium', ${pick(['cpc', 'email', 'social'], 15)},
      'campaign', ${pick(['spring', 'summer', 'autumn', 'winter', 'brand'], 16)}) END,
    'en', 'Europe/Berlin',
    CASE WHEN is_open THEN 'in_progress' WHEN is_completed THEN 'completed' ELSE 'abandoned' END,
    CASE WHEN is_completed AND NOT is_open THEN last_at END,
    CASE WHEN is_completed AND NOT is_open THEN 'required_fields' END,
    CASE WHEN ${share('n', 17)} < 0.1 AND NOT is_open THEN 'archived' ELSE 'active' END,
    CASE WHEN ${share('n', 17)} < 0.1 AND NOT is_open THEN last_at END,
    qa, CASE WHEN taken_over THEN started_at + interval '70 seconds' END,
    last_seq, last_at, 'assistant', texts.text, last_seq - 1, last_seq - 1,
    CASE WHEN ${share('n', 18)} < 0.1 THEN 1 + floor(5 * sqrt(${share('n', 19)}))::integer END, started_at, last_at, version
  FROM bench_plan JOIN bench_texts texts
    ON NOT texts.is_visitor AND texts.k = abs(hashint8(n * 1000 + last_seq)::bigint) % ${TEXTS}
  WHERE n BETWEEN $1 AND $2 ORDER BY n`;

export const MESSAGES = (sessions: number) => `
  INSERT INTO messages (session_id, seq, id, role, text, turn_seq, agent, created_at)
  SELECT said.id, seq, uuidv7(at - now()), CASE WHEN is_visitor THEN 'visitor' WHEN is_staff THEN 'staff' ELSE 'assistant' END,
    texts.text, CASE WHEN NOT is_visitor AND seq > 1 THEN seq - 1 END,
    CASE WHEN NOT is_visitor AND NOT is_staff THEN agent END, at
  FROM (
    SELECT plan.id, agent, seq, seq % 2 = 0 AS is_visitor, taken_over AND seq = 5 AS is_staff,
      started_at + seq * interval '20 seconds' - CASE WHEN seq % 2 = 1 THEN ${share('n + seq', 21)} * interval '18 seconds'
        ELSE interval '0' END AS at,
      CASE WHEN seq = 2 AND n % ${Math.floor(sessions / RARE_HITS)} = 0 THEN ${RARE_TEXT}
        ELSE abs(hashint8(n * 1000 + seq)::bigint) % ${TEXTS} END AS k
    FROM bench_plan plan, generate_series(1, last_seq) seq WHERE n BETWEEN $1 AND $2) said
  JOIN bench_texts texts USING (is_visitor, k)`;

export const LEADS = `
  INSERT INTO leads (id, session_id, site_id, name, email, phone, company, qualification, score, completed_at, created_at,
    updated_at)
  SELECT uuidv7(last_at - now()), id, site_id, first || ' ' || last,
    CASE WHEN is_reachable THEN lower(first || '.' || last || n || '@') || ${pick(DOMAINS, 33)} END,
    CASE WHEN is_reachable AND ${share('n', 34)} < 0.5 THEN '+4930' || lpad((n * 7919 % 100000000)::text, 8, '0') END,
    CASE WHEN ${share('n', 35)} < 0.3 THEN last || ' & Sons' END,
    CASE WHEN ${share('n', 36)} < 0.1 THEN 'qualified' WHEN ${share('n', 36)} < 0.2 THEN 'disqualified' ELSE 'new' END,
    floor(100 * ${share('n', 37)})::integer, CASE WHEN is_completed AND is_reachable AND NOT is_open THEN last_at END,
    started_at, last_at
  FROM (SELECT *, ${pick(FIRST_NAMES, 31)} AS first, ${pick(LAST_NAMES, 32)} AS last FROM bench_plan) AS named
  WHERE has_lead AND n BETWEEN $1 AND $2`;

/** What the conversations bring with them. */
export const BESIDE = [
  `INSERT INTO lead_changes (id, lead_id, field, new_value, source, at)
   SELECT uuidv7(updated_at - now()), id, 'name', name, 'agent', updated_at FROM leads`,
  `INSERT INTO reviews (id, session_id, from_status, to_status, category, cause, note, user_id, user_name, created_at)
   SELECT uuidv7(last_at - now()), plan.id, 'unchecked', CASE qa WHEN 'fixed' THEN 'issue' ELSE qa END,
     CASE WHEN qa <> 'passed' THEN ${pick(['wrong price', 'too long', 'did not understand'], 41)} END,
     CASE WHEN qa <> 'passed' THEN ${pick(['prompt', 'knowledge', 'workflow', 'model'], 42)} END,
     'Read by the bench', reader.id, reader.name, last_at + interval '1 day'
   FROM bench_plan plan, (SELECT id, name FROM staff_users LIMIT 1) AS reader WHERE qa <> 'unchecked'`,
  `INSERT INTO reviews (id, session_id, from_status, to_status, category, cause, user_name, created_at)
   SELECT new_id(), session_id, 'issue', 'fixed', category, cause, user_name, reviews.created_at + interval '2 days'
   FROM reviews JOIN bench_plan plan ON plan.id = session_id WHERE qa = 'fixed'`,
  `INSERT INTO review_signals (session_id, site_id, looked_at, last_message_at, score, reasons, is_waiting)
   SELECT id, site_id, last_at, last_at, score, jsonb_build_array(jsonb_build_object('code', code, 'seq', 2)),
     is_waiting AND qa = 'unchecked'
   FROM (SELECT *, ${share('n', 43)} < 0.08 AS is_waiting, ${pick(['no_reply', 'repeated_question', 'sample'], 44)} AS code,
     floor(60 * ${share('n', 45)})::integer AS score FROM bench_plan WHERE last_seq > 1) AS marked`,
  `INSERT INTO deliveries (id, site_id, session_id, kind, event, target, lane, dedupe_key, payload, status, attempts,
     next_attempt_at, last_status, last_error, created_at, delivered_at)
   SELECT new_id(), site_id, id, 'webhook', 'lead.completed', 'https://hooks.example/parlour', 'bench', id::text, '{}',
     status, 1, CASE WHEN status = 'failed' THEN now() + interval '90 days' END,
     CASE WHEN status = 'delivered' THEN 200 ELSE 500 END, CASE WHEN status <> 'delivered' THEN 'Answered 500.' END,
     last_at, CASE WHEN status = 'delivered' THEN last_at + interval '1 second' END
   FROM (SELECT *, CASE WHEN ${share('n', 46)} < 0.99 THEN 'delivered' WHEN ${share('n', 46)} < 0.999 THEN 'dead'
     ELSE 'failed' END AS status FROM bench_plan WHERE is_completed AND is_reachable AND NOT is_open) AS sent`,
  `WITH made AS (
     INSERT INTO labels (id, name, color) VALUES (new_id(), 'Call back', 'blue'), (new_id(), 'Big order', 'green')
     RETURNING id, name)
   INSERT INTO session_labels (session_id, label_id)
   SELECT bench_plan.id, made.id FROM bench_plan, made WHERE hashint8extended(n, 47) % 50 = length(made.name)`,
  `INSERT INTO events (type, site_id, session_id, data, created_at)
   SELECT 'message.created', site_id, id, jsonb_build_object('sessionId', id), last_at
   FROM bench_plan, generate_series(1, last_seq) WHERE last_at > now() - interval '7 days'`,
  `INSERT INTO stats_views (site_id, quarter, loaded)
   SELECT site_id, date_bin('15 minutes', started_at, 'epoch'), 20 * count(*) FROM bench_plan GROUP BY 1, 2 ORDER BY 2`,
  `INSERT INTO stats_view_days (site_id, day, loaded)
   SELECT site_id, date_bin('1 day', started_at, 'epoch'), 20 * count(*) FROM bench_plan GROUP BY 1, 2 ORDER BY 2`,
];

export const FACTS_OF_SOME = `INSERT INTO stats_sessions (${FACT_COLUMNS}) ${FACTS}
  WHERE s.id >= (SELECT id FROM bench_plan WHERE n = $1) AND s.id <= (SELECT id FROM bench_plan WHERE n = $2)`;
/** In the order of time, as they come to be where people talk. */
const sumUp = (sum: Sum, rows: string) =>
  `WITH facts AS (SELECT * FROM stats_sessions)
    INSERT INTO ${sum.table} (${columnsOf(sum)}) SELECT * FROM (${rows}) AS summed ORDER BY ${sum.time}`;
const ofAllTime = (longer: Sum, shorter: Sum, begin: (time: string) => string) =>
  sumUp(longer, ofShorter(longer, shorter, begin).replace('$1', `'-infinity'`).replace('$2', `'infinity'`));
export const SHORT_SUMS = [VALUES, QUARTERS].map((sum) => sumUp(sum, sum.ofFacts));
export const LONG_SUMS = [ofAllTime(MONTHS, VALUES, monthOf), ofAllTime(DAY_SUMS, QUARTERS, dayOf)];
/** Whoever follows the events has followed them. */
export const FOLLOWED = `
  UPDATE stats_state SET xid = last.xid, event_id = last.id, built_at = now(), folded_at = now()
    FROM (SELECT xid, id FROM events ORDER BY xid DESC, id DESC LIMIT 1) AS last;
  UPDATE review_scan SET xid = last.xid, event_id = last.id
    FROM (SELECT xid, id FROM events ORDER BY xid DESC, id DESC LIMIT 1) AS last`;

/** Tables that get many rows. */
const FILLED = `('chat_sessions', 'messages', 'leads', 'lead_changes', 'reviews', 'review_signals', 'deliveries', 'events',
  'session_labels', 'stats_sessions', 'stats_quarters', 'stats_days', 'stats_values', 'stats_months', 'stats_views',
  'stats_view_days')`;
/** Indexes that no constraint needs: filling goes without them. Those that take longest first. */
export const INDEXES = `
  SELECT indexname AS name, indexdef AS definition, tablename LIKE 'stats_%' AS of_figures FROM pg_indexes
  WHERE schemaname = 'public' AND tablename IN ${FILLED}
    AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = (quote_ident(indexname))::regclass)
  ORDER BY indexdef LIKE '% USING gin %' DESC, tablename <> 'messages'`;
