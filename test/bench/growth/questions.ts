/** What is asked of a small and a large database, through the API as the dashboard and automations ask it. */
import pg from 'pg';
import { writeCursor } from '../../../backend/http/cursor.ts';
import { COMMON_WORD, RARE_WORD, TWO_WORDS } from './texts.ts';

/** What there is in a database to ask for. */
export interface Known {
  url: string;
  /** The site with most conversations, and the one with the fewest. */
  site: string;
  smallSite: string;
  siteKey: string;
  label: string;
  session: string;
  /** Of a lead in the middle, and of one to be erased. */
  email: string;
  name: string;
  /** Into the middle of the list, and of the leads. */
  cursor: string;
  leadCursor: string;
  /** Instants: now, and as many days before. */
  daysAgo(days: number): string;
}

export interface Question {
  what: string;
  path(known: Known): string;
  /** How much more the large one may take. */
  atMost: number;
}

const path = (base: string, query: Record<string, string>) => `/api/v1/${base}?${new URLSearchParams(query)}`;
const search = (what: string, q: string | ((known: Known) => string)): Question => ({
  what: `search: ${what}`,
  path: (known) => path('sessions', { q: typeof q === 'string' ? q : q(known) }),
  atMost: 10,
});
const list = (what: string, filters: (known: Known) => Record<string, string>): Question => ({
  what: `list: ${what}`,
  path: (known) => path('sessions', filters(known)),
  atMost: 2,
});
const figures = (name: string, days: number, more: Record<string, string> = {}): Question => ({
  what: `figures: ${name}, ${days} days`,
  path: ({ daysAgo }) =>
    path(`stats/${name}`, {
      from: daysAgo(days).slice(0, 10),
      to: daysAgo(0).slice(0, 10),
      timezone: 'Europe/Berlin',
      ...more,
    }),
  atMost: 2,
});

export const QUESTIONS: readonly Question[] = [
  list('first page', () => ({})),
  list('a page in the middle', ({ cursor }) => ({ cursor })),
  list('by start', () => ({ sort: '-startedAt' })),
  list('archived', () => ({ archive: 'archived' })),
  list('of a site', ({ site }) => ({ site })),
  list('of a small site, by start', ({ smallSite }) => ({ site: smallSite, sort: 'startedAt' })),
  list('abandoned', () => ({ completion: 'abandoned' })),
  list('with an issue', () => ({ qa: 'issue' })),
  list('with a qualified lead', () => ({ lead: 'qualified' })),
  list('without a lead', () => ({ lead: 'none' })),
  list('of Messenger', () => ({ channel: 'messenger' })),
  list('with a label', ({ label }) => ({ label })),
  list('with a person now', () => ({ mode: 'human' })),
  list('of a day long ago', ({ daysAgo }) => ({ from: daysAgo(200), to: daysAgo(199) })),
  list('several filters', ({ site, daysAgo }) => ({
    site,
    completion: 'completed',
    qa: 'unchecked',
    lead: 'any',
    from: daysAgo(90),
    to: daysAgo(30),
  })),
  list('filters that hardly meet', ({ smallSite }) => ({
    site: smallSite,
    channel: 'external',
    qa: 'issue',
    completion: 'abandoned',
    lead: 'qualified',
  })),
  list('of an old version', ({ smallSite }) => ({ site: smallSite, agentVersion: '2' })),
  search('a rare word', RARE_WORD),
  search('a common word', COMMON_WORD),
  search('two words', TWO_WORDS.join(' ')),
  search('an e-mail', ({ email }) => email),
  search('a name', ({ name }) => name),
  search('no such word', 'zyzzyva'),
  {
    what: 'search: a rare word with filters',
    path: ({ site }) => path('sessions', { q: RARE_WORD, site, completion: 'abandoned' }),
    atMost: 10,
  },
  {
    what: 'search: two words in a day',
    path: ({ daysAgo }) => path('sessions', { q: TWO_WORDS.join(' '), from: daysAgo(200), to: daysAgo(199) }),
    atMost: 10,
  },
  { what: 'conversation', path: ({ session }) => `/api/v1/sessions/${session}`, atMost: 2 },
  {
    what: 'conversation: its context',
    path: ({ session }) => `/api/v1/sessions/${session}/context`,
    atMost: 2,
  },
  { what: 'leads: first page', path: () => '/api/v1/leads', atMost: 2 },
  {
    what: 'leads: a page in the middle',
    path: ({ leadCursor }) => path('leads', { cursor: leadCursor }),
    atMost: 2,
  },
  { what: 'leads: by score', path: () => path('leads', { sort: '-score' }), atMost: 2 },
  {
    what: 'leads: qualified, of a small site',
    path: ({ smallSite }) => path('leads', { site: smallSite, qualification: 'qualified' }),
    atMost: 2,
  },
  { what: 'leads: search', path: ({ email }) => path('leads', { q: email }), atMost: 10 },
  {
    what: 'leads: of a day long ago',
    path: ({ daysAgo }) => path('leads', { from: daysAgo(200), to: daysAgo(199) }),
    atMost: 2,
  },
  { what: 'reviews: queue', path: () => '/api/v1/reviews/queue', atMost: 2 },
  { what: 'deliveries', path: () => '/api/v1/deliveries', atMost: 2 },
  { what: 'deliveries: given up', path: () => path('deliveries', { status: 'dead' }), atMost: 2 },
  ...[30, 365].flatMap((days) => [
    figures('summary', days),
    figures('series', days),
    figures('funnel', days),
    figures('pages', days),
    figures('qa', days),
  ]),
  { what: 'figures: overview', path: () => '/api/v1/stats/overview', atMost: 2 },
  { what: 'figures: overview of a site', path: ({ site }) => path('stats/overview', { site }), atMost: 2 },
];

/** Looks up what the questions need. */
export async function readKnown(url: string, databaseUrl: string): Promise<Known> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const first = async <Row>(text: string) => {
    const { rows } = await client.query(text);
    // A question about nothing would be answered in no time, and look like an answer.
    if (rows.length === 0) throw new Error(`The benchmark's data have no answer to: ${text}`);
    return rows[0] as Row;
  };
  const sites = (
    await client.query(
      'SELECT s.id, s.key FROM sites s ORDER BY (SELECT count(*) FROM chat_sessions c WHERE c.site_id = s.id) DESC',
    )
  ).rows as Array<{ id: string; key: string }>;
  const middle = (table: string, time: string) =>
    first<{ at: string; id: string }>(
      `SELECT (extract(epoch FROM ${time}) * 1000000)::bigint AS at, id FROM ${table}
       ORDER BY ${time} DESC, id DESC OFFSET (SELECT count(*) / 2 FROM ${table}) LIMIT 1`,
    );
  const [session, lead] = [
    await middle('chat_sessions', 'last_message_at'),
    await middle('leads', 'updated_at'),
  ];
  const one = await first<{ id: string; name: string; email: string }>(
    `SELECT session_id AS id, name, email FROM leads JOIN chat_sessions s ON s.id = session_id
     WHERE leads.updated_at <= now() - interval '200 days' AND email IS NOT NULL AND completion_status = 'completed'
       AND archive_status = 'active' AND last_seq BETWEEN 9 AND 13 ORDER BY leads.updated_at DESC LIMIT 1`,
  );
  const label = await first<{ id: string }>(
    'SELECT label_id AS id FROM session_labels GROUP BY 1 ORDER BY 1 LIMIT 1',
  );
  await client.end();
  const now = Date.now();
  return {
    url,
    site: sites[0]!.id,
    smallSite: sites.at(-1)!.id,
    siteKey: sites[0]!.key,
    label: label.id,
    session: one.id,
    email: one.email,
    name: one.name,
    cursor: writeCursor(BigInt(session.at), session.id),
    leadCursor: writeCursor(BigInt(lead.at), lead.id),
    daysAgo: (days) => new Date(now - days * 86_400_000).toISOString(),
  };
}
