/**
 * What one conversation adds to the figures, read from the tables. This is the one definition: folding, rebuilding and
 * answering all go through it. Everything counts for the moment the conversation began, also what happened later.
 */

/** Numbers that are summed up, as SQL on a conversation `s`, its lead `l` and what was read beside them. */
const COUNTED = {
  sessions: '1',
  completed: `(s.completion_status = 'completed')::int`,
  abandoned: `(s.completion_status = 'abandoned')::int`,
  /** The visitor wrote, or filled in the form. */
  talked: '(said.seq IS NOT NULL OR coalesce(l.has_details, false))::int',
  details: 'coalesce(l.has_details, false)::int',
  /** There is a way to reach the visitor. */
  leads: 'coalesce(l.is_reachable, false)::int',
  completed_leads: `(coalesce(l.is_reachable, false) AND s.completion_status = 'completed')::int`,
  qualified: `coalesce(l.qualification = 'qualified', false)::int`,
  messages: 's.last_seq',
  /** A person had it at some time, also when it was handed back. */
  taken_over: '(s.first_taken_over_at IS NOT NULL)::int',
  ratings: '(s.rating IS NOT NULL)::int',
  rating_sum: 'coalesce(s.rating, 0)::int',
  passed: `(s.qa_status = 'passed')::int`,
  issue: `(s.qa_status = 'issue')::int`,
  fixed: `(s.qa_status = 'fixed')::int`,
} as const;

export type Counter = keyof typeof COUNTED;
export const COUNTERS = Object.keys(COUNTED) as Counter[];

/** NULL when either is: greatest() would make 0 of it. A message that somebody dated earlier took no time. */
const milliseconds = (from: string, to: string) =>
  `(CASE WHEN ${to} > ${from} THEN round(extract(epoch FROM ${to} - ${from}) * 1000)
    WHEN ${to} <= ${from} THEN 0 END)::bigint`;

/** Values besides the counters. Times are in milliseconds. */
const OTHERS = {
  // Without what follows ? and #, where addresses and names of people are found.
  page: `left(nullif(split_part(split_part(s.page_url, '#', 1), '?', 1), ''), 300)`,
  utm_source: `left(nullif(s.utm->>'source', ''), 100)`,
  utm_medium: `left(nullif(s.utm->>'medium', ''), 100)`,
  utm_campaign: `left(nullif(s.utm->>'campaign', ''), 100)`,
  // '' stands for an issue of which nobody said what kind it is.
  issue_category: `CASE WHEN s.qa_status IN ('issue', 'fixed') THEN coalesce(verdict.category, '') END`,
  issue_cause: `CASE WHEN s.qa_status IN ('issue', 'fixed') THEN coalesce(verdict.cause, '') END`,
  reviewer_id: `CASE WHEN s.qa_status <> 'unchecked' THEN coalesce(verdict.user_id::text, '') END`,
  reply_ms: milliseconds('said.created_at', 'reply.created_at'),
  ai_reply_ms: milliseconds('said.created_at', 'ai.created_at'),
  person_reply_ms: milliseconds('waited.created_at', 'person.created_at'),
  fix_ms: `CASE WHEN s.qa_status = 'fixed' THEN ${milliseconds('found.created_at', 'mended.created_at')} END`,
} as const;

export const FACT_COLUMNS = [
  'session_id',
  'site_id',
  'started_at',
  'channel',
  'agent_version',
  ...COUNTERS,
  ...Object.keys(OTHERS),
].join(', ');

/** A message of the assistant that answers: the fallback text is none. */
const ANSWER = `(details->>'fallback') IS DISTINCT FROM 'true'`;
const first = (name: string, where: string, order = 'seq') =>
  `LEFT JOIN LATERAL (SELECT seq, created_at FROM messages WHERE session_id = s.id AND ${where}
     ORDER BY ${order} LIMIT 1) ${name} ON true`;
const verdict = (name: string, where: string) =>
  `LEFT JOIN LATERAL (SELECT r.category, r.cause, r.user_id, r.created_at FROM reviews r
     WHERE r.session_id = s.id AND ${where} ORDER BY r.created_at DESC, r.id DESC LIMIT 1) ${name}
     ON s.qa_status <> 'unchecked'`;

/** `SELECT` of `FACT_COLUMNS`, to be ended with a condition on `s`, a row of chat_sessions. */
export const FACTS = `
  SELECT s.id AS session_id, s.site_id, s.started_at, s.channel, coalesce(agent.version, '') AS agent_version,
    ${[...Object.entries(COUNTED), ...Object.entries(OTHERS)].map(([name, sql]) => `${sql} AS ${name}`).join(',\n    ')}
  FROM chat_sessions s
  LEFT JOIN LATERAL (
    SELECT qualification, (email IS NOT NULL OR phone IS NOT NULL) AS is_reachable,
      (coalesce(name, email, phone, company) IS NOT NULL OR custom <> '{}') AS has_details
    FROM leads WHERE session_id = s.id) l ON true
  LEFT JOIN LATERAL (
    SELECT left(concat_ws(' ', m.agent->>'kind', coalesce(m.agent->>'version', m.agent->>'hash', m.agent->>'model')), 100)
      AS version
    FROM messages m
    WHERE m.session_id = s.id AND m.role = 'assistant' AND m.agent->>'kind' <> 'automation'
    ORDER BY m.seq DESC LIMIT 1) agent ON true
  ${first('said', `role = 'visitor'`)}
  ${first('ai', `seq > said.seq AND role = 'assistant' AND ${ANSWER}`)}
  ${first('reply', `seq > said.seq AND role IN ('assistant', 'staff') AND ${ANSWER}`)}
  ${first('person', `s.first_taken_over_at IS NOT NULL AND role = 'staff'`)}
  ${first('before', `seq < person.seq AND role IN ('assistant', 'staff') AND ${ANSWER}`, 'seq DESC')}
  ${first('waited', `seq > coalesce(before.seq, 0) AND seq < person.seq AND role = 'visitor'`)}
  ${verdict('verdict', 'true')}
  ${verdict('mended', `r.to_status = 'fixed' AND r.from_status <> 'fixed'`)}
  ${verdict('found', `r.to_status = 'issue' AND r.from_status <> 'issue' AND r.created_at <= mended.created_at`)}`;

/**
 * Lengths of time are put into bins of an eighth of a doubling, with an edge at each whole doubling of a second: what is
 * read from a bin is right within 5 %, and "within 4 seconds" is exact.
 */
const binOf = (ms: string) =>
  `CASE WHEN ${ms} IS NOT NULL THEN floor(8 * ln(greatest(${ms}, 1)::float8 / 1000) / ln(2::float8) + 1e-9)::int END`;

/** Everything of a row of facts that is summed by value, as rows (kind, value). */
export const VALUES_OF_FACTS = `(VALUES
  ('page', f.page), ('source', f.utm_source), ('medium', f.utm_medium), ('campaign', f.utm_campaign),
  ('category', f.issue_category), ('cause', f.issue_cause), ('reviewer', f.reviewer_id),
  ('reply', (${binOf('f.reply_ms')})::text), ('ai_reply', (${binOf('f.ai_reply_ms')})::text),
  ('person_reply', (${binOf('f.person_reply_ms')})::text), ('fix', (${binOf('f.fix_ms')})::text)
) AS v (kind, value)`;

export const VALUE_COUNTERS = ['sessions', 'completed', 'leads', 'passed', 'issue', 'fixed'] as const;

/** The beginning of the quarter of an hour, day or month of UTC that an SQL expression of a time falls into, as SQL. */
export const quarterOf = (time: string) => `date_bin('15 minutes', ${time}, 'epoch'::timestamptz)`;
export const dayOf = (time: string) => `date_bin('1 day', ${time}, 'epoch'::timestamptz)`;
export const monthOf = (time: string) => `date_trunc('month', ${time}, 'UTC')`;
