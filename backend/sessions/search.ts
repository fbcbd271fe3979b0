/**
 * Finding conversations by what was said in them (full text) and by who the visitor is (parts of name, e-mail, phone
 * and company, by trigrams).
 *
 * The matches are picked by the text indexes alone, at most MANY of them, before anything is sorted: asked for "the
 * newest 50 with this word" in one piece, the planner would walk the list's index through half the table for a rare
 * word. What matches more than MANY is met everywhere, and there walking the list is the quick way (sessions/queries).
 */
import type { Knex } from 'knex';
import type { Database } from '../db/knex.ts';
import type { ChatSession } from '../models/chat-session.ts';
import { excerptOf, MATCH_END, MATCH_START, matchIn } from './excerpt.ts';
import type { SearchHit } from './schema.ts';

/** Messages, and leads, that are looked at for one search. */
const MANY = 5_000;
const WORDS_MAX = 12;
/** Shorter beginnings of words are met too often to be worth much; and trigrams need three. */
const LETTERS_MIN = 3;
/** Of a very long message, the part that is searched for the sentence to show. */
const EXCERPT_FROM = 20_000;

export interface Search {
  /** As it was typed. */
  typed: string;
  /** For to_tsquery. */
  words: string;
  /** For ILIKE on a lead's details; null: too short to look for. */
  part: string | null;
  /** For ILIKE on a message: without this there is no match. Much cheaper to ask than the full text. */
  must: string;
  /** The same for a phone number, whichever way it was written down. */
  number: string | null;
}

/** What was typed into the search field, ready for PostgreSQL; undefined when there is nothing in it. */
export function readSearch(q: string | undefined): Search | undefined {
  const typed = q?.trim().replace(/\s+/g, ' ') ?? '';
  if (typed === '') return undefined;
  const words = [...typed.matchAll(/"([^"]+)"|[^\s"]+/g)]
    .slice(0, WORDS_MAX)
    .map(([whole, phrase]) => phrase ?? whole);
  const letters = typed.replace(/[^\p{L}\p{N}]/gu, '');
  const digits = /^[\d\s+()/.-]+$/.test(typed) ? typed.replace(/\D/g, '').replace(/^0+/, '') : '';
  return {
    typed,
    words: words.map((word, index) => lexeme(word, index === words.length - 1)).join(' & '),
    must: `%${longestRun(words)}%`,
    part: letters.length >= LETTERS_MIN ? `%${typed.replace(/[\\%_]/g, '\\$&')}%` : null,
    number: digits.length >= LETTERS_MIN ? `%${digits}%` : null,
  };
}

/** The last word may be only begun. Inside quotes to_tsquery takes a word apart as it does a text. */
function lexeme(word: string, isLast: boolean): string {
  const quoted = `'${word.replace(/['\\]/g, '$&$&')}'`;
  return isLast && [...word].length >= LETTERS_MIN ? `${quoted}:*` : quoted;
}

/** The simple dictionary changes nothing but capitals, so every run of letters of a word stands in the text. */
function longestRun(words: readonly string[]): string {
  const runs = words.flatMap((word) => word.match(/[\p{L}\p{N}]+/gu) ?? []);
  return runs.sort((a, b) => b.length - a.length)[0] ?? '';
}

const IN_MESSAGE = `to_tsvector('simple', text) @@ to_tsquery('simple', :words)`;
const IN_LEAD = `(name ILIKE :part OR email ILIKE :part OR company ILIKE :part OR phone ILIKE :part OR phone ILIKE :number)`;

/**
 * The places of a word that is only begun are noted in this much memory; where it does not suffice, PostgreSQL notes whole
 * pages and reads every text on them. Set for this one statement, before its first row is looked for.
 */
const ROOM = `(SELECT set_config('work_mem', '32MB', true)) IS NOT NULL`;

/** The conversations that match, or 'everywhere' when they are too many to be named. */
export async function findMatches(database: Database, search: Search): Promise<string[] | 'everywhere'> {
  const { rows } = await database.raw(
    `WITH said AS MATERIALIZED (SELECT session_id FROM messages WHERE ${ROOM} AND ${IN_MESSAGE} LIMIT ${MANY + 1}),
     known AS MATERIALIZED (SELECT session_id FROM leads WHERE :part::text IS NOT NULL AND ${IN_LEAD} LIMIT ${MANY + 1})
     SELECT (SELECT count(*) FROM said) > ${MANY} OR (SELECT count(*) FROM known) > ${MANY} AS everywhere,
       ARRAY(SELECT session_id FROM said UNION SELECT session_id FROM known) AS ids`,
    { words: search.words, part: search.part, number: search.number },
  );
  return rows[0].everywhere ? 'everywhere' : rows[0].ids;
}

/**
 * The test for one conversation, for those that are walked one by one. OFFSET 0 keeps the planner at the few messages
 * of this conversation; the scalar subquery keeps it from reading all matches first.
 */
export function matchesHere(database: Database, search: Search, id: string): Knex.Raw {
  return database.raw(
    `coalesce(
       (SELECT true FROM (SELECT text FROM messages WHERE session_id = ${id} OFFSET 0) m
          WHERE text ILIKE :must AND ${IN_MESSAGE} LIMIT 1),
       (SELECT true FROM leads WHERE session_id = ${id} AND :part::text IS NOT NULL AND ${IN_LEAD}),
       false)`,
    { words: search.words, must: search.must, part: search.part, number: search.number },
  );
}

/** Where each of these conversations was hit: the newest such message in its sentence, else the lead's detail. */
export async function findHits(
  database: Database,
  search: Search,
  sessions: readonly ChatSession[],
): Promise<Map<string, SearchHit>> {
  if (sessions.length === 0) return new Map();
  const { rows } = await database.raw(
    `SELECT s.id AS "sessionId", m.seq, m.role, ts_headline('simple', translate(left(m.text, ${EXCERPT_FROM}), :marks, ''),
       to_tsquery('simple', :words), :options) AS marked
     FROM unnest(:ids::uuid[]) AS s (id), LATERAL (
       SELECT seq, role, text FROM (SELECT seq, role, text FROM messages WHERE session_id = s.id OFFSET 0) one
       WHERE ${IN_MESSAGE} ORDER BY seq DESC LIMIT 1) m`,
    {
      ids: sessions.map(({ id }) => id),
      words: search.words,
      marks: MATCH_START + MATCH_END,
      options: `HighlightAll=true, StartSel=${MATCH_START}, StopSel=${MATCH_END}`,
    },
  );
  const hits = new Map<string, SearchHit>();
  for (const { sessionId, seq, role, marked } of rows as HitRow[])
    hits.set(sessionId, { in: 'message', seq, role, segments: excerptOf(marked) });
  for (const session of sessions) {
    const hit = hits.has(session.id) ? undefined : hitInLead(session, search);
    if (hit) hits.set(session.id, hit);
  }
  return hits;
}

interface HitRow {
  sessionId: string;
  seq: number;
  role: 'visitor' | 'assistant' | 'staff' | 'system';
  marked: string;
}

function hitInLead({ lead }: ChatSession, { typed, number }: Search): SearchHit | undefined {
  if (!lead) return undefined;
  const fields = ['name', 'email', 'company', 'phone'] as const;
  const found =
    fields.find((field) => lead[field]?.toLowerCase().includes(typed.toLowerCase())) ??
    (number && lead.phone ? 'phone' : undefined);
  return found && { in: found, segments: matchIn(lead[found]!, typed) };
}
